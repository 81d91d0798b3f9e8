import type { Described, DescribedFile } from '../described/model.ts'
import { type FairTest, fairTests } from './words.ts'

/** What is known of a record when it is checked as F-UJI does, from outside. */
export type FairFacts = {
  one: Described
  /** Whether everybody finds its page. */
  isPublic: boolean
  /** Whether its identifier leads to it: registered by us, or elsewhere. */
  isRegistered: boolean
  /** What everybody may download. */
  files: readonly DescribedFile[]
}

type Check = {
  test: FairTest
  points: number
  passes: (facts: FairFacts) => boolean
  /** The part of the form, or the page, where it is mended. */
  where: (facts: FairFacts) => string
}

const edit = (part: string) => () => `/edit#${part}`
const page = () => ''
const versions = ({ one }: FairFacts) => (one.kind === 'dataset' ? '/versions' : '')
const makers = ({ one }: FairFacts) =>
  one.kind === 'dataset' ? '/edit#field-creators' : '/edit#group-technical'

/** Schemes whose identifiers F-UJI takes for persistent; CSTR is none of them. */
const persistent: ReadonlySet<string> = new Set(['DOI', 'ARK', 'Handle', 'w3id'])

const hasCore = ({ creators, titles, publisher, year }: Described) =>
  creators.length > 0 && titles.length > 0 && publisher.name !== '' && year !== null
const isUp = ({ isPublic }: FairFacts) => isPublic
const hasFiles = ({ files }: FairFacts) => files.length > 0

/** F-UJI’s metrics 0.8: each scored test once, 26 points in all; of alternatives the one that scores most. */
const checks: readonly Check[] = [
  { test: 'FsF-F1-01MD-1', points: 1, passes: () => true, where: page },
  {
    test: 'FsF-F1-02MD-1',
    points: 0.5,
    passes: ({ one }) => persistent.has(one.identifier.type),
    where: edit('field-identifiers'),
  },
  {
    test: 'FsF-F1-02MD-2',
    points: 0.5,
    passes: ({ one, isRegistered }) => persistent.has(one.identifier.type) && isRegistered,
    where: page,
  },
  { test: 'FsF-F2-01M-2', points: 1, passes: ({ one }) => hasCore(one), where: makers },
  {
    test: 'FsF-F2-01M-3',
    points: 1,
    passes: ({ one }) => hasCore(one) && one.descriptions.length > 0 && one.subjects.length > 0,
    where: edit('group-common'),
  },
  { test: 'FsF-F3-01M-2', points: 1, passes: hasFiles, where: versions },
  { test: 'FsF-F4-01M-1', points: 2, passes: isUp, where: page },
  { test: 'FsF-A1-01M-1', points: 1, passes: () => true, where: edit('group-common') },
  {
    test: 'FsF-A1-02MD-1',
    points: 1,
    passes: ({ one, isPublic, isRegistered }) =>
      isPublic && (one.identifier.type === 'URL' || isRegistered),
    where: page,
  },
  { test: 'FsF-A1-02MD-2', points: 1, passes: hasFiles, where: versions },
  { test: 'FsF-A1.1-01MD-1', points: 1, passes: () => true, where: page },
  { test: 'FsF-A1.1-01MD-2', points: 1, passes: hasFiles, where: versions },
  { test: 'FsF-A1.2-01MD-1', points: 1, passes: () => true, where: page },
  { test: 'FsF-A1.2-01MD-2', points: 1, passes: hasFiles, where: versions },
  { test: 'FsF-I1-01M-1', points: 2, passes: isUp, where: page },
  { test: 'FsF-I2-01M-2', points: 2, passes: isUp, where: page },
  {
    test: 'FsF-I3-01M-2',
    points: 2,
    passes: ({ one }) => one.related.some(({ uri, relation }) => uri !== null && relation !== ''),
    where: ({ one }) => (one.kind === 'dataset' ? '/edit#field-relatedIdentifiers' : '/edit'),
  },
  {
    test: 'FsF-R1-01M-1',
    points: 1,
    passes: ({ one }) => one.type.general !== '',
    where: edit('group-description'),
  },
  {
    test: 'FsF-R1-01M-2',
    points: 1,
    passes: ({ files }) => files.some(({ type, sizeBytes }) => type !== '' && sizeBytes >= 0),
    where: versions,
  },
  {
    test: 'FsF-R1.1-01M-1',
    points: 1,
    passes: ({ one }) => one.licences.length > 0,
    where: ({ one }) => (one.kind === 'dataset' ? '/edit#field-rightsList' : '/edit'),
  },
  {
    test: 'FsF-R1.2-01M-2',
    points: 1,
    passes: ({ one, isPublic }) => isPublic && one.creators.length > 0,
    where: makers,
  },
  { test: 'FsF-R1.3-01M-3', points: 1, passes: isUp, where: page },
  {
    test: 'FsF-R1.3-02D-1',
    points: 1,
    passes: ({ files }) => files.some(({ type }) => isLongLived(type)),
    where: versions,
  },
]

/** Open, made for long keeping, or made for science; all text is. */
const isLongLived = (type: string) =>
  type.startsWith('text/') || type.endsWith('+json') || type.endsWith('+xml') || longLived.has(type)

const longLived: ReadonlySet<string> = new Set([
  'application/json',
  'application/xml',
  'application/pdf',
  'application/x-netcdf',
  'application/x-hdf5',
  'application/vnd.apache.parquet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/zip',
  'application/gzip',
  'application/x-tar',
  'image/tiff',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/svg+xml',
])

/** Every test with its answer; what to do stands at those not passed. */
export const checkFair = (facts: FairFacts) =>
  checks.map(({ test, points, passes, where }) => {
    const passed = passes(facts)
    const { name, remedy } = fairTests[test]
    return {
      test,
      name,
      points,
      passed,
      remedy: passed ? null : remedy,
      link: passed ? null : `/records/${facts.one.id}${where(facts)}`,
    }
  })
export type FairCheck = ReturnType<typeof checkFair>[number]

export const pointsOf = (some: readonly { points: number }[]) =>
  some.reduce((sum, { points }) => sum + points, 0)
