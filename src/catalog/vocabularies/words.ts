import type { Words } from '../../core/text.ts'

export const vocabularyWords = {
  vocabularies: { zh: '词表', en: 'Vocabularies' },
  lead: {
    zh: '目录使用的代码表及其版本；旧版本保留，供早先的记录显示名称。',
    en: 'Code lists of the catalogue and their versions. Former versions stay, so that older records keep their labels.',
  },
  find: { zh: '查找', en: 'Find' },
  none: { zh: '没有符合条件的词表', en: 'No matching vocabularies' },
  name: { zh: '代码', en: 'Code' },
  title: { zh: '词表', en: 'Vocabulary' },
  version: { zh: '版本', en: 'Version' },
  terms: { zh: '词条', en: 'Terms' },
  source: { zh: '来源', en: 'Source' },
  current: { zh: '现行', en: 'Current' },
  former: { zh: '旧版', en: 'Former' },
  termsLead: {
    zh: '按代码或中英文名称查找词条。',
    en: 'Find terms by code, or by Chinese or English name.',
  },
  noTerms: { zh: '没有符合条件的词条', en: 'No matching terms' },
  chinese: { zh: '中文名称', en: 'Chinese name' },
  english: { zh: '英文名称', en: 'English name' },
  parent: { zh: '上级', en: 'Parent' },
  offered: { zh: '可选', en: 'Offered' },
  notOffered: { zh: '不再使用', en: 'Not offered' },
  synonyms: { zh: '同义词', en: 'Synonyms' },
} satisfies Words
