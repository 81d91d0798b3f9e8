import { terms, type VocabularyData } from './define.ts'

const mirri = 'MIRRI strain dataset'

export const microbes: readonly VocabularyData[] = [
  {
    name: 'microbe_material',
    version: '1',
    title: { zh: '保存方法（微生物）', en: 'Preservation of microbes' },
    source: 'Chinese common descriptors of germplasm resources; codes are Hexi’s',
    terms: terms([
      ['liquid_nitrogen', '液氮超低温冻结法', 'Liquid nitrogen'],
      ['minus80', '−80℃冻结法', 'Frozen at −80 °C'],
      ['freeze_dried', '真空冷冻干燥法', 'Freeze-dried'],
      ['mineral_oil', '矿物油保藏法', 'Under mineral oil'],
      ['subculture', '定期移植法', 'Periodic transfer'],
      ['other', '其他', 'Other'],
    ]),
  },
  {
    name: 'organism_type',
    version: '1',
    title: { zh: '生物类型', en: 'Organism types' },
    source: 'Groups of the MIRRI strain dataset; codes are Hexi’s, not its numbers',
    terms: terms([
      ['archaea', '古菌', 'Archaea'],
      ['bacteria', '细菌', 'Bacteria'],
      ['cyanobacteria', '蓝细菌', 'Cyanobacteria'],
      ['actinobacteria', '放线菌', 'Actinobacteria'],
      ['yeast', '酵母', 'Yeasts'],
      ['filamentous_fungi', '丝状真菌', 'Filamentous fungi'],
      ['mushroom', '大型真菌', 'Mushrooms'],
      ['algae', '藻类', 'Algae'],
      ['protozoa', '原生动物', 'Protozoa'],
      ['virus', '病毒', 'Viruses'],
      ['phage', '噬菌体', 'Phages'],
      ['plasmid', '质粒', 'Plasmids'],
    ]),
  },
  {
    name: 'microbe_restriction',
    version: '1',
    title: { zh: '使用限制', en: 'Restrictions on use' },
    source: mirri,
    terms: terms([
      ['1', '无限制', 'No restriction applies'],
      ['2', '仅限科研使用', 'For research use only'],
      ['3', '商业开发须另行签约', 'Commercial development needs a special agreement'],
    ]),
  },
  {
    name: 'nagoya_status',
    version: '1',
    title: { zh: '名古屋议定书状态', en: 'Nagoya Protocol status' },
    source: mirri,
    terms: terms([
      ['1', '无已知限制', 'No known restrictions under the Protocol'],
      [
        '2',
        '合法获取与使用条款的证明文件可查',
        'Proof of legal access and terms of use is available',
      ],
      ['3', '可能在议定书范围内，请联系保藏机构', 'Probably in scope: contact the collection'],
    ]),
  },
  {
    name: 'risk_group',
    version: '1',
    title: { zh: '生物危害程度', en: 'Risk groups' },
    source: 'WHO risk groups, as numbered in the MIRRI strain dataset (China’s 第四类 is group 1)',
    terms: terms([
      ['1', '1 级：通常不引起人或动物疾病', 'Group 1: unlikely to cause disease'],
      ['2', '2 级：中等个体风险，有限群体风险', 'Group 2: moderate individual, low community risk'],
      ['3', '3 级：高个体风险，低群体风险', 'Group 3: high individual, low community risk'],
      ['4', '4 级：高个体风险，高群体风险', 'Group 4: high individual and community risk'],
    ]),
  },
  {
    name: 'pathogen_class',
    version: '1',
    title: { zh: '病原微生物类别', en: 'Chinese pathogen classes' },
    source:
      '病原微生物实验室生物安全管理条例, article 7: the first class is the most dangerous, unlike risk groups',
    terms: terms([
      ['1', '第一类：危害最大（高致病性）', 'Class 1: the most dangerous, highly pathogenic'],
      ['2', '第二类：危害较大（高致病性）', 'Class 2: dangerous, highly pathogenic'],
      ['3', '第三类：传播风险有限', 'Class 3: limited risk of spreading'],
      ['4', '第四类：通常不引起人或动物疾病', 'Class 4: usually causes no disease'],
    ]),
  },
  {
    name: 'supply_form',
    version: '1',
    title: { zh: '提供形式', en: 'Forms of supply' },
    source: mirri,
    terms: terms([
      ['Agar', '琼脂斜面或平板', 'On agar'],
      ['Cryo', '冷冻管', 'Cryopreserved'],
      ['Dry Ice', '干冰', 'On dry ice'],
      ['Liquid', '液体培养物', 'Liquid culture'],
      ['Lyo', '冻干管', 'Lyophilised'],
      ['Oil', '矿物油', 'Under oil'],
      ['Water', '水保藏', 'In water'],
      ['DNA', 'DNA', 'DNA'],
    ]),
  },
  {
    name: 'oxygen_relation',
    version: '1',
    title: { zh: '需氧类型', en: 'Oxygen relations' },
    source: 'Hexi, usual terms of microbiology',
    terms: terms([
      ['aerobe', '好氧', 'Aerobe'],
      ['microaerophile', '微好氧', 'Microaerophile'],
      ['facultative_anaerobe', '兼性厌氧', 'Facultative anaerobe'],
      ['aerotolerant', '耐氧厌氧', 'Aerotolerant anaerobe'],
      ['anaerobe', '厌氧', 'Obligate anaerobe'],
    ]),
  },
]
