import type { Context as HonoContext } from 'hono'
import type { Text } from '../../../core/text.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { Button } from '../../../web/components/button.tsx'
import { Chips, FacetList, FacetsOpen } from '../../../web/components/facets.tsx'
import { FileLinks } from '../../../web/components/file-links.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager, Toolbar } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { formatCount, type Total } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { coded, codedBriefly } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import {
  designNames,
  infrastructureNames,
  type Names,
  sourceNames,
  temperatureNames,
  typeNames,
} from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import { type BiobankRow, countBiobanks, searchBiobanks, type Tallied } from '../actions.ts'
import { biobankFilter, type Facet, facets } from '../model.ts'
import { biobankWords as words } from '../words.ts'

const here = samplePaths.biobanks
const { labels } = biobankFilter
const names: Readonly<Record<Facet, Names>> = {
  source: sourceNames,
  type: typeNames,
  temperature: temperatureNames,
  design: designNames,
  infrastructure: infrastructureNames,
}
const known = new Set([...Object.keys(biobankFilter.fields), 'after'])
/** What was asked, by its name in the address. */
type Typed = Readonly<Record<string, string>>

/** Every biobank with what it keeps; narrowed by facets. */
export async function directory(c: HonoContext<Env>) {
  const { ctx } = c.var
  const { after, ...typed }: Typed = Object.fromEntries(
    Object.entries(c.req.query()).filter(([name, value]) => value !== '' && known.has(name)),
  )
  const asked = parseOrRefuse(biobankFilter.schema, typed)
  const [{ items, total, next }, counted] = await Promise.all([
    searchBiobanks(ctx, { ...asked, limit: 24, after }),
    countBiobanks(ctx, asked),
  ])
  return (
    <div class="split">
      <FacetList facets={facets.map((facet) => facetOf(facet, counted, typed))} />
      <section id="results">
        <Head typed={typed} total={total} />
        {items.length === 0 ? (
          <Empty title={words.none} text={directoryWords.noneHint} icon="filter" />
        ) : (
          <ul class="cards">
            {items.map((biobank) => (
              <li>
                <Card biobank={biobank} />
              </li>
            ))}
          </ul>
        )}
        <Pager url={addressOf({ ...typed, ...(after && { after }) })} next={next} />
      </section>
    </div>
  )
}

const addressOf = (typed: Typed) => withQuery(here, typed)

const toggled = (typed: Typed, name: string, value: string) =>
  withQuery(addressOf(typed), { [name]: typed[name] === value ? null : value })

function facetOf(facet: Facet, counted: readonly Tallied[], typed: Typed) {
  const values = counted
    .filter((one) => one.facet === facet)
    .map(({ value, count }) => ({
      label: names[facet][value] ?? { zh: value, en: value },
      count: { value: count, relation: 'eq' as const },
      checked: typed[facet] === value,
      href: toggled(typed, facet, value),
    }))
  return { key: facet, label: labels[facet], values }
}

function Head({ typed, total }: { typed: Typed; total: Total | undefined }) {
  const lang = useLang()
  const on = facets.flatMap((facet) => {
    const value = typed[facet]
    if (value === undefined) return []
    const name: Text = names[facet][value] ?? { zh: value, en: value }
    return { name: labels[facet], value: name, href: toggled(typed, facet, value) }
  })
  const hrefOf = (format: string) => withQuery(`/api/v1${addressOf(typed)}`, { format })
  return (
    <div class="results-head">
      <Local as="h2" class="unseen" text={words.all} />
      <form class="filters" method="get" action={here}>
        <FormField name="q" type="search" label={labels.q} value={typed['q']} />
        {facets.map(
          (facet) => typed[facet] && <input type="hidden" name={facet} value={typed[facet]} />,
        )}
        <Button look="plain" text={directoryWords.search} />
      </form>
      <Toolbar end={<FileLinks formats={['csv', 'xlsx']} hrefOf={hrefOf} />}>
        {total && (
          <p class="results-count" role="status">
            {formatCount(total, lang)}
          </p>
        )}
        <FacetsOpen count={on.length} />
      </Toolbar>
      <Chips filters={on} clear={here} />
    </div>
  )
}

function Card({ biobank }: { biobank: BiobankRow }) {
  const { id, name, institution, collections, sampleSources, sampleTypes, acronym } = biobank
  const sources = coded(sourceNames, sampleSources)
  const types = codedBriefly(typeNames, sampleTypes)
  return (
    <article class="card">
      <div class="card-body">
        <p class="card-meta">
          <Local as="span" text={words.count(collections)} />
          {acronym && <span>{acronym}</span>}
        </p>
        <h3 class="card-title">
          <a href={samplePaths.biobank(id)}>
            <Local text={name} />
          </a>
        </h3>
        {sources && <Local as="p" class="card-summary" text={sources} />}
        {types && <Local as="p" class="quiet small" text={types} />}
        <p class="card-foot">
          <a href={peoplePaths.institution(institution.id)}>
            <Local text={institution.name} />
          </a>
        </p>
      </div>
    </article>
  )
}
