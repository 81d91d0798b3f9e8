import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { writableCollection } from '../../actions.ts'
import { termChoices } from '../../pages/choices.ts'
import { collectionCrumbs } from '../../pages/frame.tsx'
import { sample } from '../../samples/pages/item.ts'
import { samplePaths } from '../../words/paths.ts'
import { poolSamples } from '../actions.ts'
import { poolForm } from '../model.ts'
import { deriveWords as words } from '../words.ts'

type C = HonoContext<Env>
const at = '/collections/:id/samples/pool'

const pool = write({
  path: '/collections/:id/pools',
  tag: 'samples',
  summary: 'Make one sample of several of a collection, taking so much of each',
  refuses: [409],
  form: poolForm,
  creates: '/api/v1/samples',
  answer: sample,
  does: poolSamples,
  at,
  flash: ({ code }) => words.pooled(code),
  next: ({ id }) => samplePaths.sample(id),
  page: (c, form) => poolPage(c, form),
})

const own = new Hono<Env>().get(at, (c) => poolPage(c))

/** One sample of several. */
export const { api: poolRoutes, pages: poolPages } = surfaces(pool, { pages: own })

async function poolPage(c: C, typed?: Filled) {
  const { ctx } = c.var
  const collection = await writableCollection(ctx, c.req.param('id') ?? '')
  const form = typed ?? filledIn({})
  return page(
    c,
    {
      title: words.pool,
      lead: words.poolLead,
      crumbs: collectionCrumbs(collection, 'samples'),
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={poolForm}
      form={form}
      action={`${samplePaths.samplesOf(collection.id)}/pool`}
      submit={words.pool}
      choices={await termChoices(ctx, {
        type: 'miabis_sample_type',
        temperature: 'miabis_storage_temperature',
      })}
    />,
  )
}
