import type { Text } from '../../core/text.ts'

/** What to say beside a field of a dataset's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  creators: {
    zh: '按署名次序排列，引用格式由此生成；个人姓名写作“姓, 名”。',
    en: 'In the order of the citation, which is made from them; persons as “Family, Given”.',
  },
  publisher: {
    zh: '发布数据的机构，默认为所属单位。',
    en: 'Who makes the data available; by default the institution.',
  },
  publicationYear: {
    zh: '数据公开的年份；有保护期时填到期的年份。',
    en: 'The year in which the data became available; with an embargo, the year of its end.',
  },
  resourceType: {
    zh: '比通用类型更具体的说法，例如“冰芯记录”。',
    en: 'More precise than the general type, as “ice core record”.',
  },
  dates: {
    zh: 'YYYY、YYYY-MM-DD 或区间 YYYY-MM-DD/YYYY-MM-DD。',
    en: 'YYYY, YYYY-MM-DD, or a range YYYY-MM-DD/YYYY-MM-DD.',
  },
  acquisitionStart: {
    zh: '可只写到年或月：2001、2001-07、2001-07-15。',
    en: 'A year or month is enough: 2001, 2001-07, 2001-07-15.',
  },
  relatedIdentifiers: {
    zh: '读作“本数据集〈关系〉该标识符”。',
    en: 'Read as “this dataset <relation> that identifier”.',
  },
  rightsList: {
    zh: '优先选用标准许可协议；自定许可请给出全文网址。',
    en: 'Prefer a standard licence; for your own, give the address of its text.',
  },
  formats: { zh: '文件格式，例如 NetCDF、CSV。', en: 'Formats of the files, as NetCDF, CSV.' },
  geoLocations: {
    zh: 'WGS84，十进制度；点、矩形、多边形任选其一。',
    en: 'WGS84, decimal degrees; a point, a box or a polygon.',
  },
  humanGenetic: {
    zh: '由人类遗传资源材料产生的基因、基因组等信息；临床、影像、蛋白质和代谢数据不属于。',
    en: 'Genes, genomes and the like, read from human material. Clinical data, images, proteins and metabolites are none.',
  },
  dataGrade: {
    zh: '按 GB/T 43697-2024：核心数据不公开发布，重要数据不得完全开放。',
    en: 'GB/T 43697-2024: core data are never published, important data are never fully open.',
  },
  protectedUntil: {
    zh: '到此日期之前，文件不对外提供。',
    en: 'Until this day the files are not given out.',
  },
  contactName: {
    zh: '对所有人公开；请填数据服务的岗位或机构。',
    en: 'Shown to everybody: the office that serves the data.',
  },
  contactPhone: { zh: '对所有人公开；请填办公电话。', en: 'Shown to everybody: an office number.' },
  contactEmail: { zh: '对所有人公开；请填公用邮箱。', en: 'Shown to everybody: a shared mailbox.' },
  'creators.nameIdentifiers': {
    zh: '完整网址，例如 https://orcid.org/0000-0002-1825-0097。',
    en: 'Whole addresses, as https://orcid.org/0000-0002-1825-0097.',
  },
  'geoLocations.polygon': {
    zh: '依次为“经度 纬度”，以逗号分隔，首尾相同。',
    en: '“Longitude latitude” pairs, separated by commas, the last the same as the first.',
  },
}
