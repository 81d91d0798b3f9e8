import { type Context as HonoContext, Hono } from 'hono'
import { fieldChanges } from '../../../catalog/history/pages.tsx'
import { getRecord, publicFieldsOf } from '../../../catalog/records/actions/read.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { Diff } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { datasetPaths } from '../../words/paths.ts'
import { comparedVersions, publishedFields, type VersionRow } from '../actions.ts'
import { changesFilter } from '../model.ts'
import { changesList } from '../routes.ts'
import { versionWords as words } from '../words.ts'

/** What a version has otherwise than another: fields of the record, and files. */
export const changesPages = new Hono<Env>().get('/records/:dataset/versions/:number/changes', (c) =>
  changesPage(c, c.req.param()),
)

async function changesPage(c: HonoContext<Env>, key: { dataset: string; number: string }) {
  const { ctx } = c.var
  const typed = c.req.query('from')
  const { from } = parseOrRefuse(changesFilter.schema, typed ? { from: typed } : {})
  const { earlier, later } = await comparedVersions(ctx, { ...key, from })
  const { row } = await getRecord(ctx, later.recordId)
  const title = { zh: row.titleZh, en: row.titleEn }
  const fieldsOf = async (version: VersionRow) => {
    const kept = await publishedFields(ctx, version)
    return isFields(kept) ? kept : publicFieldsOf(ctx, version.recordId)
  }
  const changes = earlier
    ? await fieldChanges(ctx, row.id, {
        before: await fieldsOf(earlier),
        after: await fieldsOf(later),
      })
    : []
  return page(
    c,
    {
      title: words.changes,
      lead: earlier ? words.between(earlier.number, later.number) : words.firstVersion,
      crumbs: [
        { text: title, href: paths.record(row.id) },
        { text: words.numbered(later.number), href: datasetPaths.version(row.id, later.number) },
      ],
    },
    <>
      <Section title={words.fields}>
        {changes.length === 0 ? (
          <Local as="p" class="quiet" text={words.noFieldChanges} />
        ) : (
          <Diff changes={changes} />
        )}
      </Section>
      <Section title={words.files}>{await changesList.view(c, { of: key })}</Section>
    </>,
  )
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
