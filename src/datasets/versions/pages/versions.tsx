import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { writesRecord } from '../../../catalog/records/rules/record.ts'
import { ActButton } from '../../../web/forms.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { datasetPaths } from '../../words/paths.ts'
import { versionList } from '../routes.ts'
import { versionWords as words } from '../words.ts'

/** All versions of a dataset. */
export const versionsPages = new Hono<Env>().get('/records/:dataset/versions', (c) =>
  versionsPage(c, c.req.param('dataset')),
)

async function versionsPage(c: HonoContext<Env>, dataset: string) {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, dataset, 'dataset')
  const title = { zh: row.titleZh, en: row.titleEn }
  return page(
    c,
    {
      title: words.versions,
      lead: title,
      crumbs: [{ text: title, href: paths.record(dataset) }],
      actions: writesRecord(ctx.actor, row) && (
        <ActButton action={datasetPaths.versions(dataset)} text={words.begin} />
      ),
    },
    await versionList.view(c, { of: { dataset } }),
  )
}
