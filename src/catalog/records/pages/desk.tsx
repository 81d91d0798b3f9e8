import { Hono } from 'hono'
import { z } from 'zod'
import { Problem } from '../../../core/problem.ts'
import { inLang } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { pageOf, readCursor } from '../../../core/paging.ts'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { kinds, visibilities } from '../model/record.ts'
import { keptInstitutions, keptRecords } from '../queries/kept.ts'
import { deskWords } from '../words/desk.ts'
import { catalogWords } from '../words/refusals.ts'
import { DeskList } from './desk-list.tsx'
import { catalogPaths } from '../../words/paths.ts'

const orAbsent = (value: unknown) => (value === '' ? undefined : value)

const DeskQuery = z.object({
  kind: z.preprocess(orAbsent, z.enum(kinds).optional().catch(undefined)),
  state: z.preprocess(orAbsent, z.enum(visibilities).optional().catch(undefined)),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(500).optional(),
})

const limit = 50

/** The curator's list: what they keep, latest change first. */
export const deskPages = new Hono<Env>().get(
  catalogPaths.desk,
  parsed('query', DeskQuery),
  async (c) => {
    const { ctx } = c.var
    if (ctx.actor.type === 'anonymous')
      return c.redirect(`${paths.signIn}?next=${catalogPaths.desk}`, 303)
    const { kind, state, q, after } = c.req.valid('query')
    const [updatedAt, id] = after === undefined ? [] : readCursor(after, 2).map(String)
    const [rows, institutions] = await Promise.all([
      keptRecords(ctx.db, ctx.actor, {
        kind,
        visibility: state,
        text: q,
        limit,
        after: updatedAt && id ? { updatedAt: instantOrRefuse(updatedAt), id } : undefined,
      }),
      keptInstitutions(ctx.db, ctx.actor),
    ])
    const { items, next } = pageOf(rows, limit, (row) => [row.updatedAt.toString(), row.id])
    const title = inLang(deskWords.desk, ctx.lang)
    return page(
      c,
      { title, crumbs: [{ text: deskWords.desk }] },
      <DeskList
        rows={items}
        next={next}
        query={{ kind, state, q }}
        here={c.req.url}
        isFirstPage={after === undefined}
        mayAdd={institutions.length > 0}
      />,
    )
  },
)

function instantOrRefuse(text: string): string {
  try {
    return Temporal.Instant.from(text).toString()
  } catch {
    throw new Problem('invalid', catalogWords.invalid)
  }
}
