import { type Context as HonoContext, Hono } from 'hono'
import { operation, wholeListOf } from '../../../web/api.ts'
import { Rows } from '../../../web/columns.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { kindNames } from '../../../catalog/records/words.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { samplePaths } from '../../words/paths.ts'
import { filterChoices, locate } from '../actions/read.ts'
import { type FactFilters, LocatedAnswer, LocatorQuery } from '../model.ts'
import { factWords as words } from '../words.ts'
import { FactFilterForm, queryOf, requestHref } from './filters.tsx'

type C = HonoContext<Env>
type Found = Awaited<ReturnType<typeof locate>>['items'][number]

/** Which collections have samples of a kind, for programs. */
export const locatorRoutes = new Hono<Env>().get(
  '/collections/locator',
  operation({
    summary:
      'Collections that have samples of donors like these, with counts as everybody sees them',
    tag: 'samples',
    answers: { 200: wholeListOf(LocatedAnswer, 'All collections that have such samples.') },
  }),
  parsed('query', LocatorQuery),
  async (c) => c.json(await locate(c.var.ctx, c.req.valid('query'))),
)

/** The same for people. */
export const locatorPages = new Hono<Env>().get(
  samplePaths.locator,
  parsed('query', LocatorQuery),
  (c) => locatorPage(c, c.req.valid('query')),
)

async function locatorPage(c: C, asked: LocatorQuery) {
  const { ctx } = c.var
  const { atLeast, ...filters } = asked
  const [choices, { items }] = await Promise.all([filterChoices(ctx), locate(ctx, asked)])
  return page(
    c,
    {
      title: words.locator,
      lead: words.locatorLead,
      crumbs: [{ text: kindNames.collection, href: paths.kind('collection') }],
      main: 'facts',
    },
    <>
      <FactFilterForm
        action={samplePaths.locator}
        asked={filters}
        choices={choices}
        submit={words.find}
      >
        <FormField
          name="atLeast"
          type="number"
          short
          label={words.atLeast}
          value={atLeast}
          min={1}
        />
      </FactFilterForm>
      <Collections rows={items} filters={filters} />
    </>,
  )
}

type CollectionsProps = { rows: readonly Found[]; filters: FactFilters }

const Collections = ({ rows, filters }: CollectionsProps) =>
  rows.length === 0 ? (
    <Empty title={words.noneFound} icon="search" />
  ) : (
    <Rows title={words.locator} none={words.noneFound} columns={columnsOf(filters)} rows={rows} />
  )

const columnsOf = (filters: FactFilters) => ({
  title: {
    label: words.collection,
    text: ({ title }: Found) => title,
    href: ({ id }: Found) => paths.record(id),
  },
  institution: {
    label: words.institution,
    text: ({ institution }: Found) => institution.name,
    href: ({ institution }: Found) => peoplePaths.institution(institution.id),
  },
  donors: {
    label: words.donorsAtLeast,
    number: ({ count, smallestCell }: Found) => (smallestCell === null ? null : count),
  },
  samples: { label: words.samplesAtLeast, number: ({ samples }: Found) => samples },
  facts: {
    label: words.facts,
    cell: ({ id }: Found) => (
      <ButtonLink
        href={`${samplePaths.factsOf(id)}?${queryOf(filters)}`}
        text={words.facts}
        dense
      />
    ),
  },
  request: {
    label: words.request,
    cell: ({ id }: Found) => <ButtonLink href={requestHref(id, filters)} text={words.ask} dense />,
  },
})
