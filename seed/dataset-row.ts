import { formatBytes } from '../src/web/format.ts'
import { dataFilesOf } from './data-files.ts'
import { dayOf } from './days.ts'
import type { DatasetRow } from './datasets.ts'
import { institutions } from './institutions.ts'
import { hashOf } from './random.ts'
import type { RecordStory } from './story.ts'

const shareTypes = {
  open: 'open-access',
  registered: 'login-access',
  on_request: 'apply-access',
  closed: 'offline-access',
} as const

/** The record of a dataset's row. Its DOI has DataCite's prefix for tests, which resolves nowhere. */
export function datasetStory(row: DatasetRow): RecordStory {
  const institution = institutions.find(({ key }) => key === row.key.split('/')[0])
  if (!institution) throw new Error(`No institution for the dataset ${row.key}.`)
  const on = row.on ?? dayOf(row.key, { recent: 1.4 })
  const access = row.access ?? 'open'
  return {
    key: `dataset/${row.key}`,
    kind: 'dataset',
    institution: institution.key,
    on,
    ...(row.state && { state: row.state }),
    ...(row.reason && { reason: row.reason }),
    picture: {
      subject: row.subject,
      caption: { zh: `示意图：${row.name.zh}`, en: `Drawing: ${row.name.en}` },
    },
    input: {
      title: row.name,
      summary: row.about,
      access,
      ...(row.audience && { audience: row.audience }),
      keywords: [...row.variables.slice(0, 3), row.place],
      subjects: [...row.subjects],
      identifiers: [{ scheme: 'doi', value: doiOf(row.key) }],
      ...fieldsOf(row, { on, publisher: institution.name.zh, access }),
    },
  }
}

const doiOf = (key: string) => `10.5072/hexi.${(hashOf(key) % 1_000_000).toString(36)}`

type Given = { on: string; publisher: string; access: keyof typeof shareTypes }

const fieldsOf = (row: DatasetRow, { on, publisher, access }: Given) => ({
  resourceTypeGeneral: 'Dataset',
  publicationYear: Number(on.slice(0, 4)),
  datasetVersion: row.version ?? '1.0',
  language: 'zh',
  dates: [
    { dateType: 'Collected', date: `${row.from}/${row.until}` },
    { dateType: 'Issued', date: on },
  ],
  formats: [...row.formats],
  sizes: [sizeOf(sizeBytesOf(row)), `${filesOf(row)} 个文件`],
  rightsList: [{ rightsIdentifier: access === 'open' ? 'CC-BY-4.0' : 'CC-BY-NC-4.0' }],
  creators: row.creators.map((name) => ({
    name,
    nameType: 'Personal',
    familyName: name.slice(0, 1),
    givenName: name.slice(1),
    affiliations: [publisher],
    lang: 'zh',
  })),
  publisher,
  ...coverageOf(row),
  dataSource: '野外观测、室内分析与遥感资料',
  processing: row.method,
  quality: '经两级审核，异常值标记保留。',
  totalSizeBytes: sizeBytesOf(row),
  filesCount: filesOf(row),
  shareType: shareTypes[access],
  contactName: '数据服务组',
  contactEmail: 'data@hexi.example',
  dataGrade: row.grade ?? 'general',
  gradeApprover: '数据管理委员会',
  gradedOn: on,
})

const coverageOf = ({ from, until, place, region, box, variables, resolution }: DatasetRow) => ({
  acquisitionStart: from,
  acquisitionEnd: until,
  acquisitionPlace: place,
  coverageRegion: region,
  ...(box && { lonWest: box[0], latSouth: box[1], lonEast: box[2], latNorth: box[3] }),
  variables: [...variables],
  spatialResolution: resolution[0],
  temporalResolution: resolution[1],
  coordinateSystem: 'WGS84',
})

/** Of the files that the demo has; what the others would have otherwise. */
function sizeBytesOf({ key, sizeMb }: DatasetRow): number {
  const files = dataFilesOf(key)
  return files.length === 0
    ? sizeMb * 1_000_000
    : files.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0)
}

const filesOf = ({ key, files }: DatasetRow) => dataFilesOf(key).length || files

const sizeOf = (bytes: number) => formatBytes(bytes, 'zh')
