import type { Text } from '../../../core/text.ts'

/** How a cell of a column is read. */
type Reads = 'text' | 'list' | 'term' | 'terms' | 'date' | 'whole' | 'amount' | 'events'

export type Column = {
  label: Text
  as: Reads
  vocabulary?: string
  /** What it is called in files, beside its key and label. */
  names: readonly string[]
}

/** What a table of samples may say, by what it is called here. */
export const sampleColumns = {
  code: {
    label: { zh: '样本编号', en: 'Sample code' },
    as: 'text',
    names: ['sampleid', 'sample', 'tubecode', 'barcode', '编号', '管码', '条码', '样本码'],
  },
  family: { label: { zh: '样本类别', en: 'Family' }, as: 'term', vocabulary: 'family', names: [] },
  type: {
    label: { zh: '样本类型', en: 'Sample type' },
    as: 'term',
    vocabulary: 'miabis_sample_type',
    names: ['material', 'materialtype', 'specimentype', '类型'],
  },
  temperature: {
    label: { zh: '保存温度', en: 'Storage temperature' },
    as: 'term',
    vocabulary: 'miabis_storage_temperature',
    names: ['samplestoragetemperature', '温度'],
  },
  createdOn: {
    label: { zh: '采集或制备时间', en: 'Creation date' },
    as: 'date',
    names: ['samplecreationdateandtime', 'collectiondate', 'date', '采集日期', '日期'],
  },
  anatomicalName: {
    label: { zh: '解剖部位', en: 'Anatomical site' },
    as: 'text',
    names: ['site', 'bodypart', '部位'],
  },
  anatomicalCode: {
    label: { zh: '解剖部位代码', en: 'Anatomical site code' },
    as: 'text',
    names: ['anatomicalsitecode', 'anatomicalsiteontologycode'],
  },
  diagnoses: {
    label: { zh: '诊断代码', en: 'Diagnosis codes' },
    as: 'list',
    names: ['diagnosis', 'disease', 'icd10', 'samplecontentdiagnosis', '诊断'],
  },
  useConditions: {
    label: { zh: '使用限制', en: 'Use conditions' },
    as: 'terms',
    vocabulary: 'furtherUse',
    names: ['useandaccessconditions', '使用条件'],
  },
  donorCode: {
    label: { zh: '供体编号', en: 'Donor code' },
    as: 'text',
    names: ['donor', 'donorid', 'sampledonorid', 'subjectid', '供体', '受试者编号'],
  },
  donorSex: {
    label: { zh: '供体性别', en: 'Donor sex' },
    as: 'term',
    vocabulary: 'miabis_sex',
    names: ['sex', 'gender', '性别'],
  },
  sourceCode: {
    label: { zh: '来源编号', en: 'Source code' },
    as: 'text',
    names: ['source', 'sourceid', 'animalid', '来源'],
  },
  parentCodes: {
    label: { zh: '母样本编号', en: 'Parent sample code' },
    as: 'list',
    names: ['parent', 'parentcode', 'parentid', 'parentsample', '母样本'],
  },
  ageYears: {
    label: { zh: '采样时年龄', en: 'Age at collection' },
    as: 'whole',
    names: ['age', 'ageyears', 'ageatevent', '年龄'],
  },
  amount: {
    label: { zh: '数量', en: 'Amount' },
    as: 'amount',
    names: ['quantity', 'volume', '体积'],
  },
  unit: {
    label: { zh: '单位', en: 'Unit' },
    as: 'term',
    vocabulary: 'unit',
    names: ['quantityunit', 'volumeunit'],
  },
  freezeThaws: {
    label: { zh: '冻融次数', en: 'Freeze–thaw cycles' },
    as: 'whole',
    names: ['freezethawcount', 'freezethaw', '冻融'],
  },
  sprec: { label: { zh: 'SPREC', en: 'SPREC' }, as: 'text', names: ['spreccode'] },
  note: { label: { zh: '备注', en: 'Note' }, as: 'text', names: ['remark', 'remarks', 'comment'] },
  events: { label: { zh: '事件', en: 'Events' }, as: 'events', names: ['event', 'sampleevents'] },
  box: {
    label: { zh: '盒', en: 'Box' },
    as: 'text',
    names: ['rack', 'container', 'place', 'boxpath', '盒号', '盒子', '位置'],
  },
  well: {
    label: { zh: '孔位', en: 'Well' },
    as: 'text',
    names: ['position', 'tubeposition', '孔'],
  },
} as const satisfies Record<string, Column>

export type ColumnKey = keyof typeof sampleColumns
export const columnKeys = Object.keys(sampleColumns).filter(isColumnKey)

export function isColumnKey(name: string): name is ColumnKey {
  return Object.hasOwn(sampleColumns, name)
}

/** Columns where a code stands, in which a name or a date alone is a person’s. */
export const codeColumns: ReadonlySet<ColumnKey> = new Set([
  'code',
  'donorCode',
  'sourceCode',
  'parentCodes',
])

export type Mapping = Readonly<Record<string, string>>

/** What each column of a header is: as somebody mapped it, or by its name. The first of several of one kind is taken. */
export function targetsOf(header: readonly string[], mapping: Mapping): (ColumnKey | undefined)[] {
  const taken = new Set<ColumnKey>()
  return header.map((name) => {
    const chosen = mapping[name]
    const key = chosen === undefined ? keyNamed(name) : chosen
    if (key === undefined || !isColumnKey(key) || taken.has(key)) return undefined
    taken.add(key)
    return key
  })
}

export const isKnownColumn = (name: string): boolean => keyNamed(name) !== undefined

const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

const byName: ReadonlyMap<string, ColumnKey> = new Map(
  columnKeys.flatMap((key) => {
    const { label, names } = sampleColumns[key]
    return [key, label.zh, label.en, ...names].map((name): [string, ColumnKey] => [
      plain(name),
      key,
    ])
  }),
)
const keyNamed = (name: string) => byName.get(plain(name))
