import type { FoundRecord } from '../../../catalog/exports/model.ts'
import { fieldsOf } from '../../../kinds.ts'
import type { ExportColumn, ExportFacts } from '../model.ts'
import { rawText, typedCell, wordedCell } from './cells.ts'

/** The 41 descriptors of FAO/Bioversity MCPD v2.1 (December 2015), in its order. */
const descriptors = [
  'PUID',
  'INSTCODE',
  'ACCENUMB',
  'COLLNUMB',
  'COLLCODE',
  'COLLNAME',
  'COLLINSTADDRESS',
  'COLLMISSID',
  'GENUS',
  'SPECIES',
  'SPAUTHOR',
  'SUBTAXA',
  'SUBTAUTHOR',
  'CROPNAME',
  'ACCENAME',
  'ACQDATE',
  'ORIGCTY',
  'COLLSITE',
  'DECLATITUDE',
  'LATITUDE',
  'DECLONGITUDE',
  'LONGITUDE',
  'COORDUNCERT',
  'COORDDATUM',
  'GEOREFMETH',
  'ELEVATION',
  'COLLDATE',
  'BREDCODE',
  'BREDNAME',
  'SAMPSTAT',
  'ANCEST',
  'COLLSRC',
  'DONORCODE',
  'DONORNAME',
  'DONORNUMB',
  'OTHERNUMB',
  'DUPLSITE',
  'DUPLINSTNAME',
  'STORAGE',
  'MLSSTAT',
  'REMARKS',
] as const

/** MCPD as text: every sign and leading character as it is kept. */
export const mcpdColumns: readonly ExportColumn[] = descriptors.map((heading) => ({
  heading,
  cell: (record) => rawText(record, heading.toLowerCase()),
}))

/** The same for cells that have a type: numbers are numbers, everything else is text. */
export const typedMcpdColumns: readonly ExportColumn[] = descriptors.map((heading) => ({
  heading,
  cell: (record) => typedCell(record, heading.toLowerCase()),
}))

/** Nothing is left of it; what is known of it stays in the catalogue. */
const isHistoric = ({ values }: FoundRecord) => values['physicalState'] === 'none'

const yesNo = (value: boolean) => (value ? 'true' : 'false')

/**
 * What Genesys asks for beside MCPD: the institute's code where the passport has none, the page of the accession, whether
 * it can be had, whether it is historic, and how it came about.
 */
export const genesysColumns = ({ baseUrl }: ExportFacts): ExportColumn[] => [
  ...mcpdColumns.map(({ heading, cell }) =>
    heading === 'INSTCODE'
      ? { heading, cell: (record: FoundRecord) => cell(record) || record.institution.wiews }
      : { heading, cell },
  ),
  {
    heading: 'ACCEURL',
    cell: (record) => rawText(record, 'recordUrl') || `${baseUrl}/records/${record.id}`,
  },
  {
    heading: 'AVAILABLE',
    cell: (record) => yesNo(record.access !== 'closed' && !isHistoric(record)),
  },
  { heading: 'HISTORIC', cell: (record) => yesNo(isHistoric(record)) },
  { heading: 'CREATIONMETHOD', cell: creationOf },
]

/** Bred, collected or donated, as far as the passport says so; nothing where it does not. */
function creationOf(record: FoundRecord): string {
  const says = (...keys: string[]) => keys.some((key) => rawText(record, key) !== '')
  if (says('bredcode', 'bredname') || /^[45]/.test(rawText(record, 'sampstat'))) return 'BRED'
  if (says('collnumb', 'colldate', 'collcode', 'collname', 'collsite')) return 'COLLECTED'
  return says('donorcode', 'donorname', 'donornumb') ? 'DONATED' : ''
}

/** Common descriptors of plant germplasm under their Chinese names, in the order of the standard; medicinal ones last. */
const chineseDescriptors: readonly (readonly [heading: string, key: string])[] = [
  ['平台资源号', 'platformNumber'],
  ['全国统一编号', 'nationalNumber'],
  ['资源编号', 'resourceNumber'],
  ['保存单位编号', 'accenumb'],
  ['种质名称', 'accename'],
  ['种质外文名', 'foreignName'],
  ['科名', 'familyName'],
  ['属名', 'genusName'],
  ['种名', 'speciesName'],
  ['原产地', 'originPlace'],
  ['来源地', 'sourcePlace'],
  ['资源归类编码', 'classificationCode'],
  ['资源类型', 'germplasmType'],
  ['主要特性', 'mainTraits'],
  ['主要用途', 'mainUses'],
  ['气候带', 'climateZone'],
  ['生长习性', 'growthHabit'],
  ['生育周期', 'growthCycle'],
  ['特征特性', 'characteristics'],
  ['具体用途', 'specificUses'],
  ['观测地点', 'observationSite'],
  ['系谱', 'ancest'],
  ['选育单位', 'bredname'],
  ['选育年份', 'breedingYear'],
  ['海拔', 'elevation'],
  ['经度', 'declongitude'],
  ['纬度', 'declatitude'],
  ['土壤类型', 'soilType'],
  ['生态系统类型', 'ecosystemType'],
  ['年均温度', 'annualTemperature'],
  ['年均降雨量', 'annualRainfall'],
  ['图像', 'pictureNote'],
  ['记录地址', 'recordUrl'],
  ['保存单位', 'holderName'],
  ['单位编号', 'holderNumber'],
  ['库编号', 'bankNumber'],
  ['圃编号', 'fieldBankNumber'],
  ['引种号', 'introductionNumber'],
  ['采集号', 'collnumb'],
  ['保存资源类型', 'plantMaterial'],
  ['保存方式', 'keepingMethod'],
  ['实物状态', 'physicalState'],
  ['共享方式', 'shareMode'],
  ['获取途径', 'acquisitionWay'],
  ['联系方式', 'contactInfo'],
  ['道地产区', 'authenticRegion'],
  ['千粒重', 'thousandSeedMass'],
  ['发芽率', 'germinationRate'],
  ['发芽势', 'germinationEnergy'],
]

/** Chinese common descriptors: codes by their Chinese labels, numbers as numbers. */
export function chineseColumns(facts: ExportFacts): ExportColumn[] {
  const fields = new Map(fieldsOf('accession', 'plant').map((field) => [field.key, field]))
  const inChinese = { ...facts, lang: 'zh' as const }
  return chineseDescriptors.map(([heading, key]) => {
    const field = fields.get(key)
    const own = instead[key]
    return {
      heading,
      cell: (record) =>
        (field && wordedCell(field, record.values[key], inChinese)) ?? own?.(record) ?? null,
    }
  })
}

/** What stands in a Chinese column where its own field is empty. */
const instead: Readonly<Record<string, (record: FoundRecord) => string | null>> = {
  accename: ({ title }) => title.zh,
  foreignName: ({ title }) => title.en,
  genusName: (record) => rawText(record, 'genus') || null,
  speciesName: (record) =>
    [rawText(record, 'genus'), rawText(record, 'species')].filter(Boolean).join(' ') || null,
}
