import type { Sight } from './oracle.ts'
import type { Subject, World } from './scene.ts'

/** One way in which a record could show, and what of it must show there to whom; `undefined`: must not, may or may not. */
export type Door = {
  name: string
  path: string
  /** Words that must be in the answer exactly when they may be seen. */
  shows: Record<string, boolean>
  /** The answer is there at all, where that tells something. */
  found?: boolean
}

const misspelt = (word: string) =>
  `${word.slice(0, 5)}${word[5] === 'x' ? 'y' : 'x'}${word.slice(6)}`

/** Every door at which a record could leak, with what this viewer must find there. */
export const doorsTo = (world: World, subject: Subject, sight: Sight): Door[] => [
  ...listDoors(world, subject, sight),
  ...recordDoors(subject, sight),
  ...formatDoors(subject, sight),
  ...brapiDoors(subject, sight),
  ...pictureDoors(subject, sight),
  ...partDoors(subject, sight),
]

function listDoors(world: World, subject: Subject, { listed, kept }: Sight): Door[] {
  const { path, secrets } = subject
  const { title, text, number, caption } = secrets
  const shows = { [title]: listed }
  const kindPath = path.slice(0, path.lastIndexOf('/'))
  return [
    { name: 'results', path: `/api/v1/records?q=${text}`, shows },
    { name: 'results by name', path: `/api/v1/records?q=${text}&sort=name&facets=true`, shows },
    { name: 'results, newest', path: '/api/v1/records?limit=200', shows },
    { name: 'results of the kind', path: `${kindPath}?q=${text}`, shows },
    {
      name: 'results of what is withdrawn',
      path: `/api/v1/records?q=${text}&visibility=withdrawn`,
      shows: { [title]: false },
    },
    {
      name: 'export',
      path: `/api/v1/records/export?format=jsonl&q=${text}`,
      shows: { ...shows, [text]: listed, [number]: listed },
    },
    { name: 'export of everything', path: '/api/v1/records/export?format=csv', shows },
    {
      name: 'export of passports',
      path: '/api/v1/records/export?format=dwca',
      shows: listed ? {} : { [title]: false, [text]: false, [subject.id]: false },
    },
    { name: 'results page', path: `/records?q=${text}`, shows },
    { name: 'results page in English', path: `/records?q=${text}&view=table&lang=en`, shows },
    { name: 'map of results', path: `/records?q=${text}&view=map`, shows },
    {
      name: 'suggestions',
      path: `/api/v1/suggestions?q=${title.slice(0, 7)}`,
      shows,
    },
    {
      name: 'suggestions of titles',
      path: `/api/v1/suggestions?q=record${title.slice(0, 7)}`,
      shows,
    },
    {
      name: 'suggestions of numbers',
      path: `/api/v1/suggestions?q=${number.slice(0, 7)}`,
      shows: { [number]: listed },
    },
    { name: 'spelling', path: `/api/v1/records?q=${misspelt(title)}`, shows },
    { name: 'spelling page', path: `/records?q=${misspelt(title)}`, shows },
    { name: 'relations', path: `/api/v1/records/${world.neighbour}/relations`, shows },
    { name: 'related page', path: `/records/${world.neighbour}`, shows },
    { name: 'desk', path: '/desk', shows: { [title]: kept } },
    {
      name: 'incomplete passports',
      path: '/api/v1/incomplete-passports?limit=200',
      shows: kept ? {} : { [title]: false },
    },
    { name: 'home page', path: '/', shows: { ...(!listed && shows), [caption]: false } },
    ...['own', 'other'].map((place) => ({
      name: 'institution',
      path: `/institutions/${place === 'own' ? world.own : world.other}`,
      shows: listed ? {} : shows,
    })),
    { name: 'sitemap', path: '/sitemap.xml', shows: listed ? {} : shows },
    {
      name: 'audit',
      path: '/api/v1/audit?limit=200',
      shows: kept ? {} : { [title]: false, [text]: false },
    },
  ]
}

function recordDoors({ id, path, secrets }: Subject, sight: Sight): Door[] {
  const { page, body, kept, whole, writes } = sight
  const { title, text, number } = secrets
  const shows = { [title]: page, [text]: body, [number]: page }
  const own = { [title]: whole, [text]: whole }
  const written = { [title]: writes, [text]: writes }
  const isAccession = path.startsWith('/api/v1/accessions/')
  return [
    ...(isAccession
      ? [{ name: 'completeness', path: `${path}/completeness`, shows: {}, found: body }]
      : []),
    { name: 'record', path: `/api/v1/records/${id}`, shows, found: page },
    { name: 'record of the kind', path, shows, found: page },
    { name: 'page', path: `/records/${id}`, shows: { [title]: page, [text]: body } },
    { name: 'history', path: `/api/v1/records/${id}/history`, shows: own, found: page },
    {
      name: 'history page',
      path: `/records/${id}/history`,
      shows: { [title]: page, [text]: whole },
    },
    { name: 'its relations', path: `/api/v1/records/${id}/relations`, shows: {}, found: page },
    {
      name: 'form',
      path: `/records/${id}/edit`,
      shows: writes ? written : { ...written, [number]: false },
    },
    { name: 'withdrawal', path: `/records/${id}/withdrawal`, shows: { [title]: kept } },
  ]
}

/** Forms of a record for programs, beside its page. */
const formatDoors = ({ id, secrets }: Subject, { described, describedWhole }: Sight): Door[] =>
  ['.jsonld', '.datacite.xml', '.datacite.json', '.ris', '.csl.json'].map((extension) => ({
    name: extension,
    path: `/records/${id}${extension}`,
    shows: { [secrets.title]: described, [secrets.text]: describedWhole },
    found: described,
  }))

/** Only accessions are germplasm. */
function brapiDoors({ id, path, imageId, secrets }: Subject, { listed }: Sight): Door[] {
  const isFound = listed && path.startsWith('/api/v1/accessions/')
  const shows = { [secrets.title]: isFound }
  const pictured = { [secrets.caption]: isFound }
  return [
    { name: 'BrAPI', path: '/brapi/v2/germplasm', shows: { ...shows, [id]: isFound } },
    { name: 'BrAPI germplasm', path: `/brapi/v2/germplasm/${id}`, shows, found: isFound },
    { name: 'BrAPI passport', path: `/brapi/v2/germplasm/${id}/mcpd`, shows: {}, found: isFound },
    { name: 'BrAPI images', path: '/brapi/v2/images', shows: pictured },
    { name: 'BrAPI image', path: `/brapi/v2/images/${imageId}`, shows: pictured, found: isFound },
  ]
}

function pictureDoors({ id, imageId, secrets }: Subject, sight: Sight): Door[] {
  const { page, body, writes } = sight
  const shows = { [secrets.caption]: body }
  return [
    { name: 'pictures', path: `/api/v1/records/${id}/images`, shows, found: page },
    { name: 'picture', path: `/api/v1/images/${imageId}`, shows, found: body },
    { name: 'thumb', path: `/api/v1/images/${imageId}/thumb`, shows: {}, found: body },
    {
      name: 'pictures page',
      path: `/records/${id}/pictures`,
      shows: { [secrets.caption]: writes },
    },
  ]
}

function partDoors({ partId, secrets }: Subject, { page }: Sight): Door[] {
  if (partId === undefined) return []
  const shows = { [secrets.title]: page }
  return [
    { name: 'its part', path: `/api/v1/records/${partId}`, shows },
    { name: 'page of its part', path: `/records/${partId}`, shows },
  ]
}
