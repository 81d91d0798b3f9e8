import type { Context as HonoContext } from 'hono'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { editWords } from '../../../web/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { getVersion, refuseUnlessWritable } from '../actions.ts'
import { versionForm } from '../model.ts'
import { versionWords as words } from '../words.ts'

/** What is said of a version. */
export async function editPage(c: HonoContext<Env>, edited?: Filled) {
  const { ctx } = c.var
  const [dataset, asked] = [c.req.param('dataset') ?? '', c.req.param('number') ?? '']
  const row = await getVersion(ctx, { dataset, number: asked })
  refuseUnlessWritable(ctx, row)
  const { number, version } = row
  const form = edited ?? filledIn(versionForm.open(row))
  return page(
    c,
    {
      title: words.edit,
      crumbs: [
        { text: words.versions, href: datasetPaths.versions(dataset) },
        { text: words.numbered(number), href: datasetPaths.version(dataset, number) },
      ],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={versionForm}
      form={form}
      action={datasetPaths.edit(dataset, number)}
      submit={editWords.save}
      version={version}
    />,
  )
}
