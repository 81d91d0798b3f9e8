import type { Text } from '../../core/text.ts'

/** What to say beside a field of an accession's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  puid: {
    zh: '例如 GLIS 的 DOI：10.18730/M45YR。',
    en: 'For instance the DOI from GLIS, as 10.18730/M45YR.',
  },
  instcode: {
    zh: 'FAO WIEWS 单位代码：国家三字码加编号，例如 CHN001。',
    en: 'FAO WIEWS code: country and number, as CHN001.',
  },
  accenumb: {
    zh: '保存单位给定的编号，在单位内唯一，不再分配给别的种质；菌种写“缩写 编号”，例如 CGMCC 1.2345。',
    en: 'Given by the holder, unique there and never given again; strains as “ACRONYM number”.',
  },
  genus: {
    zh: '拉丁属名，首字母大写，不含命名人。',
    en: 'Latin, first letter in upper case, without authority.',
  },
  species: {
    zh: '种加词，小写拉丁文；未定种写 sp.。',
    en: 'The specific epithet, in lower case; “sp.” when it is not known.',
  },
  placedAs: {
    zh: '仅在护照学名有误或已过时时填写：按此学名归入分类表。',
    en: 'Only where the passport’s name is wrong or outdated: the taxonomy places it by this one.',
  },
  protectionLevel: {
    zh: '填写后，除本单位资源管理员外，采集地点和坐标只显示到度或 0.1 度；物种已列入保护名录的自动如此。',
    en: 'Others than its curators then see its site to a degree or a tenth of one; so they do where its species is protected.',
  },
  newlyFound: {
    zh: '新发现的，或尚未定名、未经鉴定的资源：法律禁止出境。定名或鉴定后请改为“否”。',
    en: 'Newly found, or not named or identified yet: the law keeps it in China. Set to no once it is.',
  },
  wildMedicineClass: {
    zh: '列入《国家重点保护野生药材物种名录》时填写；只对野生来源的材料起作用。',
    en: 'Where the species is in the national list; it counts for material from the wild alone.',
  },
  breedProtection: {
    zh: '列入国家级或省级畜禽遗传资源保护名录时填写；提供和出境须经批准。',
    en: 'Where a national or provincial list has it: giving it away needs an approval.',
  },
  pathogenClass: {
    zh: '《病原微生物实验室生物安全管理条例》：第一类危害最大，与生物危害程度的级别相反。',
    en: 'By Chinese law: the first class is the most dangerous, the other way round than risk groups.',
  },
  subtaxa: { zh: '带等级缩写，例如 subsp. fuscum。', en: 'With its rank, as “subsp. fuscum”.' },
  acqdate: {
    zh: 'YYYYMMDD；缺的部分写 -- 或 00，例如 1981----。',
    en: 'YYYYMMDD; missing parts as -- or 00, as 1981----.',
  },
  colldate: {
    zh: 'YYYYMMDD；缺的部分写 -- 或 00，例如 199907--。',
    en: 'YYYYMMDD; missing parts as -- or 00, as 199907--.',
  },
  origcty: {
    zh: '原始采集或育成的国家，ISO 3166 三字码。',
    en: 'Where it was first collected or bred, ISO 3166 alpha-3.',
  },
  collsite: {
    zh: '最近的地名、方向和距离，例如“民勤县城东 7 km”。',
    en: 'Nearest named place with direction and distance, as “7 km east of Minqin”.',
  },
  latitude: {
    zh: 'DDMMSS 加 N 或 S；缺的位写 -，例如 3836--N。',
    en: 'DDMMSS with N or S; missing digits as -, as 3836--N.',
  },
  longitude: {
    zh: 'DDDMMSS 加 E 或 W；缺的位写 -，例如 10305--E。',
    en: 'DDDMMSS with E or W; missing digits as -, as 10305--E.',
  },
  declatitude: { zh: '十进制度，北纬为正。', en: 'Decimal degrees, north positive.' },
  declongitude: { zh: '十进制度，东经为正。', en: 'Decimal degrees, east positive.' },
  elevation: { zh: '海平面以下为负。', en: 'Negative below sea level.' },
  othernumb: {
    zh: '写“单位代码:编号”；不知单位时写“:编号”。',
    en: '“institute:number”, or “:number” when the institute is not known.',
  },
  mlsstat: {
    zh: '是否纳入《粮食和农业植物遗传资源国际条约》多边系统；不明则留空。',
    en: 'Whether it is in the Multilateral System of the Treaty; empty when not known.',
  },
  collname: {
    zh: '采集单位；有单位代码时可不填。',
    en: 'The collecting institute, when it has no code.',
  },
  nationalNumber: {
    zh: '国家种质库统一编号，例如 ZXM000123。',
    en: 'National number of the accession, as ZXM000123.',
  },
  contactInfo: {
    zh: '对所有人公开；请填单位的联系方式。',
    en: 'Shown to everybody: how to reach the institution.',
  },
  breedingYear: {
    zh: '按原文填写，例如 2003年、1990s。',
    en: 'As the source has it: 2003, 1990s.',
  },
  otherCollectionNumbers: {
    zh: '其他保藏中心的编号，每行一个，例如 DSM 485。',
    en: 'Numbers in other collections, one a line, as DSM 485.',
  },
  historyOfDeposit: {
    zh: '由近及远，以 < 相连，例如 < DSMZ < A. Vedder。',
    en: 'Latest first, joined by <, as “< DSMZ < A. Vedder”.',
  },
  habitatTerms: {
    zh: 'OntoBiotope 术语编号，例如 OBT:000977。',
    en: 'OntoBiotope terms, as OBT:000977.',
  },
  naclOptimum: { zh: '质量体积比，g/100 mL。', en: 'Weight by volume, grams per 100 mL.' },
  populationSize: { zh: '与调查年份一起填写。', en: 'Give the year of the count with it.' },
}
