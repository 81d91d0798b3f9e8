import { terms, type VocabularyData } from './define.ts'

/** What somebody intends to do, in codes of the GA4GH Data Use Ontology: its permissions, and its investigations. */
export const duo: readonly VocabularyData[] = [
  {
    name: 'duo',
    version: '2021-02-23',
    title: { zh: '拟用途（DUO）', en: 'Intended use (DUO)' },
    source: 'GA4GH Data Use Ontology, CC BY 4.0; Chinese names are Hexi’s',
    terms: terms([
      ['DUO:0000042', '一般研究', 'General research'],
      ['DUO:0000031', '方法开发', 'Method development'],
      ['DUO:0000036', '作为研究对照', 'Research control'],
      ['DUO:0000032', '群体研究', 'Population research'],
      ['DUO:0000033', '起源与祖先研究', 'Ancestry research'],
      ['DUO:0000034', '按年龄组的研究', 'Age category research'],
      ['DUO:0000035', '按性别的研究', 'Gender category research'],
      ['DUO:0000037', '生物医学研究', 'Biomedical research'],
      ['DUO:0000038', '遗传学研究（生物医学）', 'Genetic research', 'DUO:0000037'],
      ['DUO:0000039', '药物研发', 'Drug development research', 'DUO:0000037'],
      ['DUO:0000040', '特定疾病研究', 'Disease category research', 'DUO:0000037'],
      ['DUO:0000043', '临床诊疗', 'Clinical care'],
    ]),
  },
]
