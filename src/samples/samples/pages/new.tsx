import { type Context as HonoContext, Hono } from 'hono'
import { onlyOne } from '../../../core/only.ts'
import { keptCollections } from '../../../catalog/records/actions/read.ts'
import { bothLanguages } from '../../../core/text.ts'
import { getPlace } from '../../../stock/places/actions.ts'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { type Collection, writableCollection } from '../../actions.ts'
import { termChoices } from '../../pages/choices.ts'
import { collectionCrumbs } from '../../pages/frame.tsx'
import { samplePaths } from '../../words/paths.ts'
import { createSample } from '../actions/keep.ts'
import { type NewSample, sampleForm } from '../model.ts'
import { sampleListWords as words } from '../words.ts'
import { sample } from './item.ts'

type C = HonoContext<Env>

/** What forms of samples choose codes from. */
export const sampleVocabularies = {
  type: 'miabis_sample_type',
  temperature: 'miabis_storage_temperature',
  useConditions: 'miabis_use_condition',
} as const

/** One more sample, wherever it is asked for. */
export const sampleAddition = {
  tag: 'samples',
  summary: 'Add a sample to a collection',
  refuses: [409] as const,
  form: sampleForm,
  creates: '/api/v1/samples',
  answer: sample,
  does: createSample,
  flash: ({ code }: NewSample) => words.added(code),
} as const

type Asked = { collection: Collection; typed: Filled | undefined; action: string }

/** The form of a new sample, with what the address says of it already. */
export async function newSamplePage(c: C, { collection, typed, action }: Asked) {
  const { sampleSource: source } = collection
  const family = source === 'animal' || source === 'environment' ? source : 'human'
  const { code, donor, source: from } = c.req.query()
  const opening = { family, amount: 1, unit: 'piece', code, donor, source: from }
  const form = typed ?? filledIn(sampleForm.open(opening))
  return page(
    c,
    {
      title: words.add,
      crumbs: collectionCrumbs(collection, 'samples'),
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={sampleForm}
      form={form}
      action={action}
      submit={words.add}
      choices={await termChoices(c.var.ctx, sampleVocabularies)}
    />,
  )
}

const path = '/places/:place/collections/:id/new-tube'

/** Back at the box, with the code where a scanner would type it. */
const registration = write({
  ...sampleAddition,
  path,
  does: async (ctx, input: NewSample, key) => ({
    ...(await createSample(ctx, input, key)),
    code: input.code,
  }),
  next: ({ place }, { code }) => withQuery(samplePaths.box(place), { code }),
  page: (c, form) => registrationPage(c, form),
})

const own = new Hono<Env>()
  .get('/places/:place/new-tube', (c) => collectionPage(c))
  .get(path, (c) => registrationPage(c))

/** A sample whose code was scanned at a box, and that nobody knows yet. */
export const { pages: registrationPages } = surfaces({ pages: registration.pages }, { pages: own })

async function registrationPage(c: C, typed?: Filled) {
  const { ctx } = c.var
  const place = await getPlace(ctx, c.req.param('place') ?? '')
  const collection = await writableCollection(ctx, c.req.param('id') ?? '')
  const action = samplePaths.registrationIn(place.id, collection.id)
  return newSamplePage(c, { collection, typed, action })
}

/** Which collection it is of: asked where there are several. */
async function collectionPage(c: C) {
  const { ctx } = c.var
  const place = await getPlace(ctx, c.req.param('place') ?? '')
  const code = c.req.query('code') ?? ''
  const kept = (await keptCollections(ctx)).filter(
    ({ institutionId }) => institutionId === place.institution.id,
  )
  const hrefOf = (id: string) => withQuery(samplePaths.registrationIn(place.id, id), { code })
  const only = onlyOne(kept)
  if (only) return c.redirect(hrefOf(only.id), 303)
  return page(
    c,
    {
      title: words.registerAs(code),
      lead: kept.length > 0 ? words.whichCollection : words.noCollection,
      crumbs: [{ text: { zh: place.path, en: place.path }, href: samplePaths.box(place.id) }],
      width: 'reading',
    },
    <ul>
      {kept.map(({ id, titleZh, titleEn }) => (
        <li>
          <a href={hrefOf(id)}>
            <Local text={bothLanguages({ zh: titleZh, en: titleEn })} />
          </a>
        </li>
      ))}
    </ul>,
  )
}
