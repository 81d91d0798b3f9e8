import type { Context as HonoContext } from 'hono'
import { Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { paths, withQuery } from '../../../web/paths.ts'
import { Doors } from '../../records/pages/cards/doors.tsx'
import { countKinds } from '../queries/home.ts'
import { institutionRecordsWords as words } from '../words/home.ts'

/** On an institution's page: how many records of each kind the viewer may see, and the way to them. */
export async function institutionRecords(c: HonoContext<Env>, institution: string) {
  const { db, actor } = c.var.ctx
  const counts = await countKinds(db, actor, { institution: [institution] })
  return (
    <Section
      title={words.records}
      more={{ text: words.seeRecords, href: withQuery(paths.search, { institution }) }}
    >
      <Doors counts={counts} keep={{ institution }} />
    </Section>
  )
}
