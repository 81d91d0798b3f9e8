import { terms, type VocabularyData } from './define.ts'

export const animals: readonly VocabularyData[] = [
  {
    name: 'breed_risk_status',
    version: '1',
    title: { zh: '濒危状况', en: 'Risk status of breeds' },
    source: 'FAO DAD-IS risk classes',
    terms: terms([
      ['extinct', '灭绝', 'Extinct'],
      ['cryoconserved_only', '仅存超低温保存材料', 'Cryoconserved only'],
      ['critical', '濒临灭绝', 'Critical'],
      ['critical_maintained', '濒临灭绝（已保护）', 'Critical, maintained'],
      ['endangered', '濒危', 'Endangered'],
      ['endangered_maintained', '濒危（已保护）', 'Endangered, maintained'],
      ['vulnerable', '易危', 'Vulnerable'],
      ['not_at_risk', '无危险', 'Not at risk'],
      ['unknown', '不明', 'Unknown'],
    ]),
  },
  {
    name: 'breed_protection',
    version: '1',
    title: { zh: '畜禽遗传资源保护名录', en: 'Lists of protected livestock' },
    source: '畜牧法, article 13; codes are Hexi’s',
    terms: terms([
      ['national', '国家级', 'National'],
      ['provincial', '省级', 'Provincial'],
    ]),
  },
  {
    name: 'animal_sex',
    version: '1',
    title: { zh: '性别', en: 'Sex' },
    source: 'Hexi',
    terms: terms([
      ['male', '雄', 'Male'],
      ['female', '雌', 'Female'],
      ['castrated', '去势', 'Castrated'],
      ['mixed', '群体（雌雄均有）', 'A group of both'],
      ['unknown', '不明', 'Unknown'],
    ]),
  },
  {
    name: 'sdg_sufficiency',
    version: '1',
    title: { zh: '保存材料充足性', en: 'Sufficiency of stored material' },
    source: 'Indicator 2.5.1b of the Sustainable Development Goals',
    terms: terms([
      ['sufficient', '足以重建品种', 'Enough to reconstitute the breed'],
      ['insufficient', '不足以重建品种', 'Not enough to reconstitute the breed'],
      ['unknown', '不明', 'Unknown'],
    ]),
  },
  {
    name: 'conservation_place',
    version: '1',
    title: { zh: '保种单位类型', en: 'Types of conservation place' },
    source: '畜禽遗传资源保种场保护区和基因库管理办法',
    terms: terms([
      ['farm', '保种场', 'Conservation farm'],
      ['zone', '保护区', 'Conservation zone'],
      ['genebank', '基因库', 'Genebank'],
      ['other', '其他', 'Other'],
    ]),
  },
]
