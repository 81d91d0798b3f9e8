import type { TestHouse } from '../support/house.ts'
import type { Scene } from './access-scene.ts'

/** The ways of the app, as its routes are written, and what of files stands in what comes back. */

type Kind = keyof Scene['secrets']

/** Every way of the app that names a dataset, as its route is written; lists also as files. */
export function doorsOf({ app }: Pick<TestHouse, 'app'>, method: 'GET' | 'POST'): string[] {
  const paths = app.routes.filter((route) => route.method === method).map(({ path }) => path)
  const own = paths.filter((path) =>
    /^(?:\/api\/v1)?\/(?:datasets\/|records\/:|review\/)|:dataset/.test(path),
  )
  if (method === 'POST') return [...new Set(own)]
  return [...new Set([...own, ...own.filter(isList).map((path) => `${path}?format=csv`)])]
}

const isList = (path: string) => /^\/api\/v1\/datasets.*\/(?:versions|files|changes)$/.test(path)

export const isReviewed = (door: string) => door.includes(':secret')

/** What stands in the routes, and what each name is here. */
export function filled(door: string, { dataset, files, links }: Scene, isBlind = false): string {
  const nothing = crypto.randomUUID()
  const file = door.includes('/picture') ? files.raster : files.table
  const names: Record<string, string> = {
    dataset,
    record: dataset,
    number: '1',
    secret: isBlind ? links.blind : links.open,
    id: door.includes('/files/:id') ? file : door.includes('/uploads/:id') ? nothing : dataset,
    ...Object.fromEntries(
      ['grant', 'link', 'image', 'upload', 'identifier', 'package', 'deposit', 'document'].map(
        (name) => [name, nothing],
      ),
    ),
  }
  return door.replaceAll(/:(\w+)(\{[^/]*\})?/g, (_, name: string, pattern?: string) => {
    // `{[0-9a-f-]{36}\.datacite\.json}`: a dataset’s id, and what stands behind it.
    const ending = pattern && /((?:\\\.[\w-]+)+)\}$/.exec(pattern)?.[1]?.replaceAll('\\', '')
    const value = pattern === undefined ? names[name] : ending && dataset + ending
    if (!value) throw new Error(`Say here what :${name} of ${door} is.`)
    return value
  })
}

type Answer = { text: string; isPicture: boolean; status: number }

/** All that comes back: status, headers and bytes, each byte one character. */
export async function answerText(path: string, answer: Response): Promise<Answer> {
  if (answer.status >= 500) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const headers = JSON.stringify([...answer.headers])
  return {
    text: `${headers}\n${bytes.toString('utf8')}`,
    isPicture: (answer.headers.get('content-type') ?? '').startsWith('image/'),
    status: answer.status,
  }
}

/** What of a dataset's files stands in a text; what was in the question says nothing. */
export function secretsIn(text: string, { secrets }: Scene, asked: string): Kind[] {
  // oxlint-disable-next-line no-unsafe-type-assertion -- the names of one type
  const kinds = Object.keys(secrets) as Kind[]
  return kinds.filter((kind) => isIn(text, secrets[kind]) && !asked.includes(secrets[kind]))
}

/** A number stands by itself: its digits may be part of an id. */
const isIn = (text: string, mark: string) =>
  /^[\d.]+$/.test(mark)
    ? new RegExp(`(?<![\\w.-])${mark.replace('.', '\\.')}(?![\\w.-])`).test(text) ||
      (/^\d+$/.test(mark) && text.includes(Number(mark).toLocaleString('en')))
    : text.includes(mark)

const strong = [
  'folder',
  'bytes',
  'variable',
  'latitude',
  'hash',
  'digest',
  'object',
  'file',
] as const

/** What of anybody's files stands in a text, by marks that nothing else looks like. */
export function markIndex(scenes: readonly Scene[]) {
  const index = new Map(
    scenes.flatMap((scene) =>
      strong.map((kind) => [scene.secrets[kind], { scene, kind }] as const),
    ),
  )
  const marks =
    /q[0-9a-f]{14}|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\.\d{4,}|[\w+/]{43}=/g
  return (text: string, asked: string) =>
    [...new Set(text.match(marks))].flatMap((mark) => {
      const found = index.get(mark)
      return found && !asked.includes(mark) ? [found] : []
    })
}

/** What names no dataset: pages, lists, exports and harvests of many, and what institutions keep. */
export const pathsOf = ({ app, own, other }: Pick<TestHouse, 'app' | 'own' | 'other'>) => [
  ...new Set([
    ...app.routes
      .filter(({ method, path }) => method === 'GET' && !/[:*]/.test(path))
      .map(({ path }) => path),
    ...[own, other].flatMap((id) => [
      `/institutions/${id}`,
      `/institutions/${id}/storage`,
      `/institutions/${id}/deposits`,
      `/api/v1/institutions/${id}/storage`,
      `/api/v1/institutions/${id}/lab-storage`,
    ]),
    '/api/v1/records?kind=dataset&facets=true&limit=100',
    '/api/v1/datasets?limit=100',
    ...['csv', 'xlsx', 'jsonl'].map(
      (format) => `/api/v1/records/export?kind=dataset&format=${format}`,
    ),
    ...['oai_dc', 'oai_datacite'].map((prefix) => `/oai?verb=ListRecords&metadataPrefix=${prefix}`),
    '/api/v1/audit?limit=100&format=csv',
    '/sitemap-1.xml',
  ]),
]
