import { type Context as HonoContext, Hono } from 'hono'
import { onlyOne } from '../../../core/only.ts'
import { bothLanguages } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { ScanForm } from '../../../web/components/scan-form.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { scannedText } from '../../../stock/rules.ts'
import { isOfPeople, staffedCollection, writableCollection } from '../../actions.ts'
import { deriveWords } from '../../derived/words.ts'
import { termChoices } from '../../pages/choices.ts'
import { collectionCrumbs, CollectionTabs } from '../../pages/frame.tsx'
import { tabNames } from '../../words/common.ts'
import { samplePaths } from '../../words/paths.ts'
import { scannedSamples, searchAllSamples, searchSamples } from '../actions/keep.ts'
import { SampleAnswer, sampleFilter } from '../model.ts'
import { sampleListWords as words } from '../words.ts'
import { sampleColumns } from './columns.tsx'
import { newSamplePage, sampleAddition } from './new.tsx'

type C = HonoContext<Env>
const path = '/collections/:id/samples'
const listed = {
  tag: 'samples',
  item: SampleAnswer,
  title: words.samples,
  empty: { title: words.none },
  filters: sampleFilter,
  columns: sampleColumns,
}

const all = list({
  ...listed,
  path: samplePaths.samples,
  summary: 'Samples of collections of which you are staff, the newest first',
  refuses: [401],
  query: searchAllSamples,
})

const samples = list({
  ...listed,
  path,
  summary: 'Samples of a collection, the newest first; for its staff. Blocked ones are left out',
  refuses: [401, 403],
  query: searchSamples,
})

const addition = write({
  ...sampleAddition,
  path,
  at: `${path}/new`,
  next: ({ id }) => samplePaths.sample(id),
  page: (c, form) => newPage(c, form),
})

const own = new Hono<Env>()
  .get(samplePaths.samples, (c) => allPage(c))
  .get(path, (c) => samplesPage(c))
  .get(`${path}/new`, (c) => newPage(c))

/** Samples of a collection, those of all that one keeps, and one more. */
export const { api: sampleListRoutes, pages: sampleListPages } = surfaces(all, samples, addition, {
  pages: own,
})

const filterChoices = { type: 'miabis_sample_type' } as const
const ScanField = () => (
  <ScanForm action={samplePaths.samples} label={words.scan} submit={words.open} />
)

/** What was scanned leads straight to its sample, blocked or not. */
async function allPage(c: C) {
  const { ctx } = c.var
  const code = c.req.query('code')
  if (code) {
    const scanned = onlyOne(await scannedSamples(ctx, scannedText(code)))
    if (scanned) return c.redirect(samplePaths.sample(scanned.id), 303)
  }
  const choices = await termChoices(ctx, filterChoices)
  return page(
    c,
    { title: words.samples, lead: words.allLead },
    <>
      <ScanField />
      {await all.view(c, { choices })}
    </>,
  )
}

async function samplesPage(c: C) {
  const { ctx } = c.var
  const collection = await staffedCollection(ctx, c.req.param('id') ?? '')
  const { id, title, withdrawnAt } = collection
  const here = samplePaths.samplesOf(id)
  const choices = await termChoices(ctx, filterChoices)
  const { search } = new URL(c.req.url)
  return page(
    c,
    {
      title: words.samplesOf(bothLanguages(title)),
      crumb: tabNames.samples,
      lead: words.lead,
      crumbs: collectionCrumbs(collection),
      actions: (
        <>
          <ButtonLink href={`${here}/labels${search}`} text={words.labels} />
          {!withdrawnAt && (
            <>
              <ButtonLink href={samplePaths.importsOf(id)} text={words.import} />
              <ButtonLink href={`${here}/pool`} text={deriveWords.pool} />
              <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
            </>
          )}
        </>
      ),
    },
    <>
      <CollectionTabs id={id} current="samples" ofPeople={isOfPeople(collection)} />
      <ScanField />
      {await samples.view(c, { of: { id }, choices })}
    </>,
  )
}

const newPage = async (c: C, typed?: Filled) => {
  const collection = await writableCollection(c.var.ctx, c.req.param('id') ?? '')
  return newSamplePage(c, {
    collection,
    typed,
    action: `${samplePaths.samplesOf(collection.id)}/new`,
  })
}
