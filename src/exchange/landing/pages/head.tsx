import type { Context as HonoContext } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Context } from '../../../core/context.ts'
import type { Env } from '../../../web/env.ts'
import { describe } from '../../described/actions.ts'
import type { Described } from '../../described/model.ts'
import { formatsOf } from '../routes.ts'
import { jsonLdOf } from '../rules/jsonld.ts'
import { linkHeader } from '../rules/signposting.ts'

/** In the page itself; the whole is a link away. */
const filesInPage = 20

const described = new WeakMap<Context, Promise<Described | undefined>>()

/**
 * The record of a page, described once for all its parts. One that cannot be described is named in the log; its page is
 * shown all the same.
 */
export function describedFor(c: HonoContext<Env>, id: string): Promise<Described | undefined> {
  const { ctx } = c.var
  const known =
    described.get(ctx) ??
    describe(ctx, id, { maxFiles: filesInPage }).catch((err: unknown) => nameInLog(c, id, err))
  described.set(ctx, known)
  return known
}

function nameInLog(c: HonoContext<Env>, record: string, err: unknown): undefined {
  c.var.services.log.error({ err, record }, 'a record cannot be described')
}

type Row = Parameters<typeof formatsOf>[0] & { id: string }

/** What programs find in a record's page: JSON-LD in its head, and typed links (Signposting) in the header. */
export async function machineHead(c: HonoContext<Env>, row: Row): Promise<Child> {
  if (!row.publishedAt) return null
  try {
    const one = await describedFor(c, row.id)
    if (!one) return null
    const json = JSON.stringify(jsonLdOf(one, c.var.ctx.baseUrl))
    c.header('link', linkHeader(one, formatsOf(row)))
    // Nothing that a record says ends the element.
    return (
      <script type="application/ld+json">{raw(json.replaceAll('<', String.raw`\u003c`))}</script>
    )
  } catch (err) {
    nameInLog(c, row.id, err)
    return null
  }
}
