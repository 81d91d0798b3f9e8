import { type Context as HonoContext, Hono } from 'hono'
import { catalogWords } from '../../catalog/records/words.ts'
import { Problem } from '../../core/problem.ts'
import type { Env } from '../../web/env.ts'
import { describe } from '../described/actions.ts'
import type { Described } from '../described/model.ts'
import { packageFormats } from '../packages/routes.ts'
import { directoryEntriesOf, sitemapPartOf, sitemapPartsOf } from './actions.ts'
import type { RecordFormat } from './model.ts'
import { wantedType } from './rules/accept.ts'
import { describingFormats, formatsAmong } from './rules/formats.ts'
import { headerValue, linksetExtension, linksetOf, linksetType } from './rules/signposting.ts'
import { directoryRoutes } from '../directories/routes.ts'
import { directoryPaths } from '../../samples/words/paths.ts'
import { directorySitemap, robotsText, sitemapIndex, sitemapPart } from './rules/sitemap.ts'
import { landingWords as words } from './words.ts'

type C = HonoContext<Env>

/** Every form in which programs take a record. */
export const recordFormats: readonly RecordFormat[] = [...describingFormats, ...packageFormats]

/** The forms of a record, which its page names. */
export const formatsOf = (row: Parameters<typeof formatsAmong>[1]) =>
  formatsAmong(recordFormats, row)

/** Put before the pages: forms of a record beside its page, and what leads programs to them. */
export const landingRoutes = new Hono<Env>()
  .get('/robots.txt', (c) => c.text(robotsText(c.var.ctx.baseUrl)))
  .get('/sitemap.xml', async (c) =>
    xml(c, sitemapIndex(c.var.ctx.baseUrl, await sitemapPartsOf(c.var.ctx))),
  )
  .get(directorySitemap, async (c) => {
    const entries = (await directoryEntriesOf(c.var.ctx)).map(({ entity, id }) => ({
      path: `${directoryPaths[entity]}/${id}`,
    }))
    return xml(c, sitemapPart(c.var.ctx.baseUrl, entries))
  })
  .route('/', directoryRoutes)
  .get('/:file{sitemap-\\d+\\.xml}', async (c) => {
    const part = Number(/\d+/.exec(c.req.param('file'))?.[0])
    const records = await sitemapPartOf(c.var.ctx, part)
    if (records.length === 0) throw new Problem('not-found', words.noPart)
    const entries = records.map(({ id, updatedAt }) => ({ path: `/records/${id}`, updatedAt }))
    return xml(c, sitemapPart(c.var.ctx.baseUrl, entries))
  })

landingRoutes.get(`/records/:file{[0-9a-f-]+${pattern(linksetExtension)}}`, async (c) => {
  const one = await publishedOf(c, linksetExtension, undefined)
  return answer(c, { type: linksetType, one }, () => linksetOf(one, formatsOfDescribed(one)))
})

for (const format of recordFormats)
  landingRoutes.get(`/records/:file{[0-9a-f-]+${pattern(format.extension)}}`, async (c) => {
    const one = await publishedOf(c, format.extension, format.maxFiles)
    if (!formatsOfDescribed(one).includes(format))
      throw one.withdrawal
        ? new Problem('conflict', words.gone)
        : new Problem('not-found', catalogWords.noRecord)
    return answer(c, { type: format.type, one }, async () => format.write(one, c.var.ctx))
  })

/** Programs ask the page's own address for what they can read. */
landingRoutes.use('/records/:id{[0-9a-f-]+}', async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  c.header('vary', 'Accept', { append: true })
  const accept = c.req.header('accept')
  const wanted = accept && wantedType(accept, [...extensions.keys()])
  const extension = wanted && extensions.get(wanted)
  if (extension === undefined) return next()
  const id = c.req.param('id')
  return c.redirect(extension === '' ? `/api/v1/records/${id}` : `/records/${id}${extension}`, 303)
})

/** What each type leads to; the first form of a type, and the record of the API for plain JSON. */
const extensions = new Map<string, string>([
  ...recordFormats
    .toReversed()
    .flatMap(({ type, alsoAskedAs = [], extension }) =>
      [type, ...alsoAskedAs].map((one) => [one, extension] as const),
    ),
  ['application/json', ''],
  [linksetType, linksetExtension],
])

function pattern(extension: string): string {
  return extension.replaceAll('.', String.raw`\.`)
}

const formatsOfDescribed = ({ kind, publishedAt, withdrawal }: Described) =>
  formatsOf({ kind, publishedAt, withdrawnAt: withdrawal })

/** A draft is not described to others yet, and not to its keepers either: what leaves here is public in spirit. */
async function publishedOf(c: C, extension: string, maxFiles: number | undefined) {
  const id = (c.req.param('file') ?? '').slice(0, -extension.length)
  const one = await describe(c.var.ctx, id, maxFiles === undefined ? {} : { maxFiles }).catch(
    (err: unknown) => refuseAlone(c, { err, record: id, type: extension }),
  )
  if (!one.publishedAt) throw new Problem('not-found', catalogWords.noRecord)
  return one
}

type Answered = { type: string; one: Described }

/** One record that cannot be written is named in the log and refused alone. */
async function answer(
  c: C,
  { type, one }: Answered,
  write: () => string | Promise<string | ReadableStream<Uint8Array>>,
): Promise<Response> {
  try {
    const body = await write()
    c.header('link', headerValue({ rel: 'describes', href: one.url, type: 'text/html' }))
    c.header('content-type', `${type}${isText(type) ? '; charset=utf-8' : ''}`)
    return c.body(body)
  } catch (err) {
    return refuseAlone(c, { err, record: one.id, type })
  }
}

/** What is refused in words can be written, for somebody else or in another form. */
function refuseAlone(c: C, named: { err: unknown; record: string; type: string }): never {
  if (!(named.err instanceof Problem)) c.var.services.log.error(named, 'a record cannot be written')
  throw named.err
}

const isText = (type: string) => type.startsWith('text/') || type === 'application/json'

function xml(c: C, text: string): Response {
  c.header('content-type', 'application/xml; charset=utf-8')
  return c.body(text)
}
