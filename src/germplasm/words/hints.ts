import type { Text } from '../../core/text.ts'

/** What to say beside a field of an accession's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  puid: {
    zh: '例如 GLIS 的 DOI：10.18730/M45YR。',
    en: 'For example a DOI from GLIS: 10.18730/M45YR.',
  },
  instcode: {
    zh: 'FAO WIEWS 单位代码：国家三字码加编号，例如 CHN001。',
    en: 'FAO WIEWS code: country code and number, for example CHN001.',
  },
  accenumb: {
    zh: '保存单位分配的编号，在单位内唯一且不重复使用；菌种写“缩写 编号”，例如 CGMCC 1.2345。',
    en: 'Assigned by the holding institution, unique there and never reused. For strains: “ACRONYM number”.',
  },
  genus: {
    zh: '拉丁属名，首字母大写，不含命名人。',
    en: 'Latin, first letter capitalised, without authority.',
  },
  species: {
    zh: '种加词，小写拉丁文；未定种写 sp.。',
    en: 'Specific epithet in lower case; “sp.” if unknown.',
  },
  placedAs: {
    zh: '仅在护照学名有误或已过时时填写：按此学名归入分类表。',
    en: 'Only if the passport’s name is wrong or outdated: the taxonomy uses this name instead.',
  },
  protectionLevel: {
    zh: '填写后，除本单位资源管理员外，采集地点和坐标仅显示到度或 0.1 度；物种已列入保护名录的自动适用。',
    en: 'If set, only curators see the exact collecting site; others see it to the nearest degree or 0.1 degree. This applies automatically to protected species.',
  },
  newlyFound: {
    zh: '新发现或尚未定名、鉴定的资源：法律禁止出境。定名或鉴定后请改为“否”。',
    en: 'Newly discovered, or not yet named or identified: the law prohibits export. Change to “No” once it is named or identified.',
  },
  wildMedicineClass: {
    zh: '列入《国家重点保护野生药材物种名录》时填写；仅适用于野生来源的材料。',
    en: 'If the species is in the national list of protected medicinal wildlife. Applies only to material of wild origin.',
  },
  breedProtection: {
    zh: '列入国家级或省级畜禽遗传资源保护名录时填写；提供和出境须经批准。',
    en: 'If listed in a national or provincial protection list; providing or exporting it requires approval.',
  },
  pathogenClass: {
    zh: '《病原微生物实验室生物安全管理条例》：第一类危害最大，与生物危害程度的级别相反。',
    en: 'Under the Regulations on Biosafety of Pathogenic Microorganism Laboratories, class 1 is the most dangerous, the reverse of risk groups.',
  },
  subtaxa: {
    zh: '带等级缩写，例如 subsp. fuscum。',
    en: 'With the rank, for example “subsp. fuscum”.',
  },
  acqdate: {
    zh: 'YYYYMMDD；缺的部分写 -- 或 00，例如 1981----。',
    en: 'YYYYMMDD; write missing parts as -- or 00, for example 1981----.',
  },
  colldate: {
    zh: 'YYYYMMDD；缺的部分写 -- 或 00，例如 199907--。',
    en: 'YYYYMMDD; write missing parts as -- or 00, for example 199907--.',
  },
  origcty: {
    zh: '原始采集或育成的国家，ISO 3166 三字码。',
    en: 'Country where it was originally collected or bred, ISO 3166 alpha-3.',
  },
  collsite: {
    zh: '最近的地名、方向和距离，例如“民勤县城东 7 km”。',
    en: 'Nearest named place with direction and distance, for example “7 km east of Minqin”.',
  },
  latitude: {
    zh: 'DDMMSS 加 N 或 S；缺的位写 -，例如 3836--N。',
    en: 'DDMMSS with N or S; write missing digits as -, for example 3836--N.',
  },
  longitude: {
    zh: 'DDDMMSS 加 E 或 W；缺的位写 -，例如 10305--E。',
    en: 'DDDMMSS with E or W; write missing digits as -, for example 10305--E.',
  },
  declatitude: { zh: '十进制度，北纬为正。', en: 'Decimal degrees, north positive.' },
  declongitude: { zh: '十进制度，东经为正。', en: 'Decimal degrees, east positive.' },
  elevation: { zh: '海平面以下为负。', en: 'Negative below sea level.' },
  othernumb: {
    zh: '写“单位代码:编号”；不知单位时写“:编号”。',
    en: '“institute:number”, or “:number” if the institute is unknown.',
  },
  mlsstat: {
    zh: '是否纳入《粮食和农业植物遗传资源国际条约》多边系统；不明则留空。',
    en: 'Whether it is in the Multilateral System of the International Treaty on Plant Genetic Resources for Food and Agriculture. Leave empty if unknown.',
  },
  collname: {
    zh: '采集单位；有单位代码时可不填。',
    en: 'Collecting institute. Optional if its code is given.',
  },
  nationalNumber: {
    zh: '国家种质库统一编号，例如 ZXM000123。',
    en: 'National accession number, for example ZXM000123.',
  },
  contactInfo: {
    zh: '公开显示；请填写单位的联系方式。',
    en: 'Shown publicly. Enter the institution’s contact details.',
  },
  breedingYear: {
    zh: '按原文填写，例如 2003年、1990s。',
    en: 'As in the source, for example 2003 or 1990s.',
  },
  otherCollectionNumbers: {
    zh: '其他保藏中心的编号，每行一个，例如 DSM 485。',
    en: 'Numbers in other collections, one per line, for example DSM 485.',
  },
  historyOfDeposit: {
    zh: '由近及远，用 < 连接，例如 < DSMZ < A. Vedder。',
    en: 'Most recent first, joined by <, for example “< DSMZ < A. Vedder”.',
  },
  habitatTerms: {
    zh: 'OntoBiotope 术语编号，例如 OBT:000977。',
    en: 'OntoBiotope term ids, for example OBT:000977.',
  },
  naclOptimum: { zh: '质量体积比，g/100 mL。', en: 'Weight by volume, g per 100 mL.' },
  populationSize: { zh: '与调查年份一起填写。', en: 'Enter together with the year of the survey.' },
}
