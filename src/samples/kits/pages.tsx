import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages } from '../../core/text.ts'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { isOfPeople, staffedCollection } from '../actions.ts'
import { collectionCrumbs, CollectionTabs } from '../pages/frame.tsx'
import { tabNames } from '../words/common.ts'
import { samplePaths } from '../words/paths.ts'
import { createKit, finishKit, searchKits } from './actions.ts'
import { KitAnswer, kitFilter, kitForm } from './model.ts'
import { kitWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'samples'
const path = '/collections/:collection/kits'

const kits = list({
  path,
  tag,
  summary: 'Kits of a collection, the newest first; for its staff',
  refuses: [401, 403],
  title: words.kits,
  empty: { title: words.none },
  item: KitAnswer,
  filters: kitFilter,
  query: searchKits,
  columns: {
    code: { label: kitForm.labels.code, code: ({ code }) => code },
    samples: { label: words.samples, number: ({ samples }) => samples },
    state: {
      label: columnWords.state,
      state: ({ finishedAt }) =>
        finishedAt
          ? { tone: 'calm', text: words.finishedState }
          : { tone: 'good', text: words.open },
    },
    action: {
      label: columnWords.action,
      cell: ({ id, code, finishedAt }) =>
        finishedAt === null && (
          <SmallForm
            action={`/kits/${id}/finishing`}
            text={words.finish}
            label={words.finishOf(code)}
            about={words.finishAbout}
          />
        ),
    },
  },
})

const addition = write({
  path,
  tag,
  summary: 'Add a kit to a collection: tubes that are collected together',
  refuses: [409],
  form: kitForm,
  creates: true,
  does: createKit,
  flash: ({ code }) => words.added(code),
  next: ({ collection }) => samplePaths.kitsOf(collection),
  page: (c, form) => kitsPage(c, form),
})

const finishing = write({
  path: '/kits/:id/finishing',
  tag,
  summary: 'Finish a kit: nothing more is put into it',
  refuses: [409],
  does: (ctx, _, key) => finishKit(ctx, key),
  flash: () => words.finished,
  next: (_, { id }) => samplePaths.kitsOf(id),
})

const own = new Hono<Env>().get(path, (c) => kitsPage(c))

/** Kits of a collection. */
export const { api: kitRoutes, pages: kitPages } = surfaces(kits, addition, finishing, {
  pages: own,
})

async function kitsPage(c: C, form?: Filled) {
  const collection = await staffedCollection(c.var.ctx, c.req.param('collection') ?? '')
  const { id, title, withdrawnAt } = collection
  return page(
    c,
    {
      title: words.kitsOf(bothLanguages(title)),
      crumb: tabNames.kits,
      lead: words.lead,
      crumbs: collectionCrumbs(collection),
      status: form?.status ?? 200,
    },
    <>
      <CollectionTabs id={id} current="kits" ofPeople={isOfPeople(collection)} />
      {await kits.view(c, { of: { collection: id } })}
      {!withdrawnAt && (
        <Section title={words.add}>
          <EntityForm
            of={kitForm}
            scope="kit"
            form={form ?? filledIn({})}
            action={samplePaths.kitsOf(id)}
            submit={words.add}
          />
        </Section>
      )}
    </>,
  )
}
