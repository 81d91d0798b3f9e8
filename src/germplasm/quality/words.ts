import type { NavLink } from '../../core/navigation.ts'
import type { Text, Words } from '../../core/text.ts'

/** What may look wrong in a passport by itself: kept with the record, so that lists have it. */
export const keptFindingCodes = [
  'coordinates_swapped',
  'latitude_sign',
  'longitude_sign',
  'both_signs',
  'outside_country',
  'outside_region',
  'coordinates_disagree',
  'dms_unreadable',
  'elevation_implausible',
  'date_unreadable',
  'date_in_future',
  'collected_after_acquired',
  'before_institute',
  'country_former',
  'taxon_case',
] as const

/** And what shows in comparison with others only. */
export const findingCodes = [...keptFindingCodes, 'taxon_spelling'] as const
export type FindingCode = (typeof findingCodes)[number]

export const keptFindingNames: Record<(typeof keptFindingCodes)[number], Text> = {
  coordinates_swapped: { zh: '经纬度颠倒', en: 'Latitude and longitude swapped' },
  latitude_sign: { zh: '南北纬颠倒', en: 'Wrong sign of latitude' },
  longitude_sign: { zh: '东西经颠倒', en: 'Wrong sign of longitude' },
  both_signs: { zh: '南北纬和东西经都颠倒', en: 'Wrong signs of latitude and longitude' },
  outside_country: { zh: '坐标不在所填国家', en: 'Coordinates outside the country' },
  outside_region: { zh: '坐标不在所填省份', en: 'Coordinates outside the province' },
  coordinates_disagree: { zh: '两种坐标不一致', en: 'Coordinates disagree' },
  dms_unreadable: { zh: '度分秒无法识别', en: 'Degrees, minutes and seconds unreadable' },
  elevation_implausible: { zh: '海拔不合理', en: 'Implausible elevation' },
  date_unreadable: { zh: '日期无法识别', en: 'Date unreadable' },
  date_in_future: { zh: '日期在将来', en: 'Date in the future' },
  collected_after_acquired: { zh: '采集晚于入库', en: 'Collected after acquisition' },
  before_institute: { zh: '早于单位成立', en: 'Before the institution was founded' },
  country_former: { zh: '旧国家代码', en: 'Former country code' },
  taxon_case: { zh: '学名大小写', en: 'Capitalisation of the scientific name' },
}

export const findingNames: Record<FindingCode, Text> = {
  ...keptFindingNames,
  taxon_spelling: { zh: '学名拼写存疑', en: 'Possible misspelling of the scientific name' },
}

/** Several of them in one line. */
export const findingsText = (codes: readonly FindingCode[]): Text => ({
  zh: codes.map((code) => findingNames[code].zh).join('；'),
  en: codes.map((code) => findingNames[code].en).join('; '),
})

type Place = { latitude: number; longitude: number }
const placeText = ({ latitude, longitude }: Place) => `${latitude}, ${longitude}`

/** What each finding says of the record at hand. */
export const findingWords = {
  swapped: (place: Place, where: Text): Text => ({
    zh: `纬度和经度可能颠倒：互换后（${placeText(place)}）位于${where.zh}境内。`,
    en: `Latitude and longitude seem to be swapped. Swapped (${placeText(place)}), the location is in ${where.en}.`,
  }),
  signs: (place: Place, where: Text): Text => ({
    zh: `坐标的正负号可能有误：改为 ${placeText(place)} 后位于${where.zh}境内。`,
    en: `A sign seems to be wrong. ${placeText(place)} would be in ${where.en}.`,
  }),
  outside: (place: Place, where: Text): Text => ({
    zh: `坐标 ${placeText(place)} 不在${where.zh}境内；请核对坐标和产地。`,
    en: `The coordinates ${placeText(place)} are not in ${where.en}. Check the coordinates and the origin.`,
  }),
  disagree: (dms: string, degrees: number): Text => ({
    zh: `度分秒 ${dms} 与十进制 ${degrees} 不是同一个位置；请核对后保留正确的一个。`,
    en: `${dms} and ${degrees} are different locations. Check both and keep the correct one.`,
  }),
  unreadableDms: (dms: string, as: string): Text => ({
    zh: `“${dms}”不符合 ${as} 的格式，例如分或秒达到 60。`,
    en: `“${dms}” does not have the form ${as}; for example, minutes or seconds reach 60.`,
  }),
  elevation: (metres: number): Text => ({
    zh: `海拔 ${metres} 米不合理；请核对数值和单位。`,
    en: `An elevation of ${metres} m is implausible for this material. Check the value and unit.`,
  }),
  unreadableDate: (date: string, year: string | null): Text => ({
    zh: `“${date}”不是有效日期；请写成 YYYYMMDD，未知部分用 -- 代替，例如 ${year ?? '1981'}----。`,
    en: `“${date}” is not a valid date. Use YYYYMMDD, with -- for unknown parts, for example ${year ?? '1981'}----.`,
  }),
  future: (date: string): Text => ({
    zh: `日期 ${date} 晚于今天。`,
    en: `${date} is in the future.`,
  }),
  afterAcquired: (collected: string, acquired: string): Text => ({
    zh: `采集日期 ${collected} 晚于获得日期 ${acquired}。`,
    en: `Collected on ${collected}, after it was acquired on ${acquired}.`,
  }),
  beforeInstitute: (date: string, year: number): Text => ({
    zh: `日期 ${date} 早于单位成立年份（${year} 年）。`,
    en: `${date} is before the institution was founded in ${year}.`,
  }),
  formerCountry: (code: string, now: string): Text => ({
    zh: `${code} 是旧国家代码，现为 ${now}；如需保留当时的国名，可不修改。`,
    en: `${code} is a former country code, now ${now}. Keep it if the historical name is intended.`,
  }),
  genusCase: (name: string): Text => ({
    zh: `属名应首字母大写、其余小写：${name}。`,
    en: `Genus names start with a capital letter followed by lower case: ${name}.`,
  }),
  speciesCase: (name: string): Text => ({
    zh: `种加词应全部小写：${name}。`,
    en: `Specific epithets are lower case: ${name}.`,
  }),
  spelling: (written: string, known: string): Text => ({
    zh: `“${written}”可能应为“${known}”：目录中多用后者。`,
    en: `“${written}” may be a misspelling of “${known}”, which is much more frequent in the catalogue.`,
  }),
} satisfies Words

export const qualityWords = {
  completeness: { zh: '护照完整度（PDCI）', en: 'Passport completeness (PDCI)' },
  outOfTen: { zh: '满分 10', en: 'out of 10' },
  fillNext: { zh: '建议补充', en: 'What to fill in next' },
  adds: (points: number): Text => ({
    zh: `可提高 ${points.toFixed(2)}`,
    en: `adds ${points.toFixed(2)}`,
  }),
  complete: { zh: '应填的字段均已填写。', en: 'All fields that count are filled in.' },
  findings: { zh: '待核对', en: 'To check' },
  mend: { zh: '采用建议', en: 'Use the suggestion' },
  mendOf: (field: Text): Text => ({
    zh: `采用建议：${field.zh}`,
    en: `Use the suggestion: ${field.en}`,
  }),
  mended: (finding: Text): Text => ({
    zh: `已更正：${finding.zh}`,
    en: `Corrected: ${finding.en}`,
  }),
  nothingToMend: {
    zh: '这条记录已没有该问题，或没有可采用的建议；请刷新页面。',
    en: 'The record no longer has this problem, or there is no suggestion. Reload the page.',
  },
  keepersOnly: {
    zh: '只有这条记录的资源管理员可以查看核对结果。',
    en: 'Only curators of this record can view its findings.',
  },
  incomplete: { zh: '护照不完整', en: 'Incomplete passports' },
  incompleteLead: {
    zh: '您管理的植物种质，按护照完整度（PDCI，0 至 10）由低到高排列。',
    en: 'Plant accessions you manage, by passport completeness (PDCI, 0 to 10), lowest first.',
  },
  noneIncomplete: { zh: '没有符合条件的种质', en: 'No matching accessions' },
  suspicious: { zh: '存疑数据', en: 'Suspicious data' },
  suspiciousLead: {
    zh: '您管理的种质中可能有误的数据：坐标、日期、海拔、学名等。国家和省份仅按外接范围判断。',
    en: 'Possible errors in accessions you manage: coordinates, dates, elevation, names. Countries and provinces are checked by bounding box only.',
  },
  noneSuspicious: { zh: '没有发现问题', en: 'No problems found' },
  notKeeper: {
    zh: '您目前不管理任何单位或样本集的资源。',
    en: 'You do not manage any institution or collection at present.',
  },
  institution: { zh: '单位', en: 'Institution' },
  library: { zh: '资源库', en: 'Library' },
  accession: { zh: '种质', en: 'Accession' },
  number: { zh: '种质编号', en: 'Accession number' },
  index: { zh: 'PDCI', en: 'PDCI' },
  indexOf: (index: number): Text => ({ zh: `PDCI ${index}`, en: `PDCI ${index}` }),
  below: { zh: '完整度', en: 'Completeness' },
  finding: { zh: '问题', en: 'Problem' },
  field: { zh: '字段', en: 'Field' },
  state: { zh: '状态', en: 'Status' },
  updated: { zh: '更新时间', en: 'Updated' },
} satisfies Words

/** The curator’s lists. */
export const qualityLinks = {
  incomplete: { href: '/desk/incomplete-passports', text: qualityWords.incomplete },
  suspicious: { href: '/desk/suspicious-passports', text: qualityWords.suspicious },
} as const satisfies Record<string, NavLink>
