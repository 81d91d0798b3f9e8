import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { samplePaths } from '../../words/paths.ts'
import { changeSettings, getSettings } from '../actions/read.ts'
import { SettingsAnswer, settingsForm } from '../model.ts'
import { factWords as words } from '../words.ts'

type C = HonoContext<Env>
const path = '/collections/:id/sample-settings'
const tag = 'samples'

const settings = item({
  path,
  tag,
  summary: 'How a collection’s samples are handled; for its staff',
  refuses: [401, 403],
  schema: SettingsAnswer,
  read: (ctx, { id }) => getSettings(ctx, id),
})

const change = write({
  path,
  method: 'patch',
  tag,
  summary: 'Change how a collection’s samples are handled; by its staff',
  form: settingsForm.edit,
  versioned: true,
  answer: settings,
  does: changeSettings,
  flash: () => editWords.saved,
  next: ({ id }) => samplePaths.settingsOf(id),
  page: (c, form) => settingsPage(c, form),
})

const own = new Hono<Env>().get(path, (c) => settingsPage(c))

/** Settings of a collection's samples. */
export const { api: settingsRoutes, pages: settingsPages } = surfaces(settings, change, {
  pages: own,
})

async function settingsPage(c: C, typed?: Filled) {
  const kept = await getSettings(c.var.ctx, c.req.param('id') ?? '')
  const form = typed ?? filledIn(settingsForm.open(kept))
  return page(
    c,
    {
      title: words.settings,
      crumbs: [
        { text: kept.title, href: paths.record(kept.id) },
        { text: words.title, href: samplePaths.factsOf(kept.id) },
      ],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={settingsForm}
      form={form}
      action={samplePaths.settingsOf(kept.id)}
      submit={editWords.save}
      version={kept.version}
    />,
  )
}
