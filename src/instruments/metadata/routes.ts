import { defaultZone } from '../../core/time.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { findTerm } from '../../catalog/vocabularies/actions.ts'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import { publicValues } from '../../catalog/records/rules/present.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { textIn } from '../../core/field-values.ts'
import { Problem } from '../../core/problem.ts'
import type { Env } from '../../web/env.ts'
import { etagOf } from '../../web/etag.ts'
import { paths } from '../../web/paths.ts'
import { dataciteOf, dataciteXml, type Described, pidinstOf } from './rules.ts'

type C = HonoContext<Env>

export const instrumentFormats = [
  { name: 'PIDINST', extension: '.pidinst.json', type: 'application/json' },
  {
    name: 'DataCite XML',
    extension: '.datacite.xml',
    type: 'application/vnd.datacite.datacite+xml',
  },
  {
    name: 'DataCite JSON',
    extension: '.datacite.json',
    type: 'application/vnd.datacite.datacite+json',
  },
] as const

/** An instrument as other catalogues take it, beside its page. */
export const instrumentMetadata = new Hono<Env>()
  .get('/records/:file{[0-9a-f-]{36}\\.pidinst\\.json}', async (c) =>
    answer(c, 'application/json; charset=utf-8', (one) => JSON.stringify(pidinstOf(one), null, 2)),
  )
  .get('/records/:file{[0-9a-f-]{36}\\.datacite\\.json}', async (c) =>
    answer(c, 'application/vnd.datacite.datacite+json', (one) =>
      JSON.stringify(dataciteOf(one), null, 2),
    ),
  )
  .get('/records/:file{[0-9a-f-]{36}\\.datacite\\.xml}', async (c) =>
    answer(c, 'application/vnd.datacite.datacite+xml', (one) => dataciteXml(dataciteOf(one))),
  )

async function answer(c: C, type: string, write: (one: Described) => string): Promise<Response> {
  const { ctx } = c.var
  const id = (c.req.param('file') ?? '').slice(0, 36)
  const { row, fields, values } = await getRecord(ctx, id, 'instrument')
  // A draft is not visibleValues to others yet, and a withdrawn one not any more.
  if (!row.publishedAt || row.withdrawnAt) throw new Problem('not-found', catalogWords.noRecord)
  const visibleValues = keepsRecord(ctx.actor, row) ? values : publicValues(fields, values)
  const code = textIn(visibleValues, 'instrCategory')
  const term = code ? await findTerm(ctx, 'instrument_category', code) : undefined
  c.header('etag', etagOf(row.version))
  c.header('content-type', type)
  return c.body(
    write({
      ...row,
      landingPage: `${ctx.baseUrl}${paths.record(row.id)}`,
      category: code ? { code, name: term?.label.zh ?? code } : null,
      publishedYear: row.publishedAt.toZonedDateTimeISO(defaultZone).year,
      values: visibleValues,
    }),
  )
}
