import type { Text } from '../../core/text.ts'

/** What to say beside a field of a dataset's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  creators: {
    zh: '按署名次序排列，引用格式由此生成；个人姓名写作“姓, 名”。',
    en: 'In citation order; the citation is generated from them. Write people as “Family, Given”.',
  },
  publisher: {
    zh: '发布数据的机构，默认为所属单位。',
    en: 'The organisation that makes the data available. Defaults to the institution.',
  },
  publicationYear: {
    zh: '数据公开的年份；有保护期时填写到期年份。',
    en: 'The year the data becomes available. With an embargo, the year it ends.',
  },
  resourceType: {
    zh: '比通用类型更具体，例如“冰芯记录”。',
    en: 'More specific than the general type, for example “ice core record”.',
  },
  dates: {
    zh: 'YYYY、YYYY-MM-DD 或区间 YYYY-MM-DD/YYYY-MM-DD。',
    en: 'YYYY, YYYY-MM-DD or a range YYYY-MM-DD/YYYY-MM-DD.',
  },
  acquisitionStart: {
    zh: '可以只到年或月：2001、2001-07、2001-07-15。',
    en: 'A year or month is enough: 2001, 2001-07, 2001-07-15.',
  },
  relatedIdentifiers: {
    zh: '读作“本数据集〈关系〉该标识符”。',
    en: 'Read as “this dataset <relation> that identifier”.',
  },
  rightsList: {
    zh: '优先选用标准许可协议；自定许可请提供全文网址。',
    en: 'Prefer a standard licence. For your own licence, enter the address of its text.',
  },
  formats: { zh: '文件格式，例如 NetCDF、CSV。', en: 'File formats, for example NetCDF, CSV.' },
  geoLocations: {
    zh: 'WGS 84，十进制度；点、矩形或多边形任选其一。',
    en: 'WGS 84, decimal degrees; a point, box or polygon.',
  },
  humanGenetic: {
    zh: '由人类遗传资源材料产生的基因、基因组等信息；不包括临床、影像、蛋白质和代谢数据。',
    en: 'Information such as genes and genomes derived from human genetic resource material. Clinical, imaging, protein and metabolic data is not included.',
  },
  dataGrade: {
    zh: '按 GB/T 43697-2024：核心数据不公开发布，重要数据不得完全开放。',
    en: 'GB/T 43697-2024: core data cannot be published; important data cannot be fully open.',
  },
  protectedUntil: {
    zh: '在此日期之前，文件不对外提供。',
    en: 'The files are not available before this date.',
  },
  contactName: {
    zh: '公开显示；请填写数据服务的岗位或机构。',
    en: 'Shown publicly. Enter the office that provides the data.',
  },
  contactPhone: { zh: '公开显示；请填写办公电话。', en: 'Shown publicly. Enter an office number.' },
  contactEmail: { zh: '公开显示；请填写公用邮箱。', en: 'Shown publicly. Enter a shared mailbox.' },
  'creators.nameIdentifiers': {
    zh: '完整网址，例如 https://orcid.org/0000-0002-1825-0097。',
    en: 'Full addresses, for example https://orcid.org/0000-0002-1825-0097.',
  },
  'geoLocations.polygon': {
    zh: '依次为“经度 纬度”，用逗号分隔，首尾相同。',
    en: '“Longitude latitude” pairs separated by commas; the first and last must be the same.',
  },
}
