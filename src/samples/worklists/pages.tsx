import { Hono } from 'hono'
import { bothLanguages } from '../../core/text.ts'
import type { Env } from '../../web/env.ts'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { getBiobank } from '../biobanks/actions.ts'
import { biobankWords } from '../biobanks/words.ts'
import { samplePaths } from '../words/paths.ts'
import { searchWork } from './actions.ts'
import { WorkAnswer, workFilter } from './model.ts'
import { workNames, workWords as words } from './words.ts'

const work = list({
  path: '/biobanks/:id/work',
  tag: 'biobanks',
  summary: 'Samples and donors of a biobank that need attention, of collections that you manage',
  title: words.title,
  empty: { title: words.none },
  refuses: [401, 403],
  item: WorkAnswer,
  filters: workFilter,
  query: searchWork,
  columns: {
    code: {
      label: words.code,
      code: ({ code }) => code,
      href: ({ kind, id }) => (kind === 'consent' ? samplePaths.donor(id) : samplePaths.sample(id)),
    },
    kind: { label: words.kind, text: ({ kind }) => workNames[kind] },
    day: { label: words.day, day: ({ day }) => day },
    collection: {
      label: words.collection,
      text: ({ collection }) => collection.title,
      href: ({ collection }) => paths.record(collection.id),
    },
  },
})

const own = new Hono<Env>().get('/biobanks/:id/work', async (c) => {
  const { id, name } = await getBiobank(c.var.ctx, c.req.param('id'))
  return page(
    c,
    {
      title: words.of(bothLanguages(name)),
      crumb: words.title,
      lead: words.lead,
      crumbs: [
        { text: biobankWords.all, href: samplePaths.biobanks },
        { text: name, href: samplePaths.biobank(id) },
      ],
    },
    await work.view(c, { of: { id } }),
  )
})

/** What is to be done in a biobank, for who keeps its collections. */
export const { api: workRoutes, pages: workPages } = surfaces(work, { pages: own })
