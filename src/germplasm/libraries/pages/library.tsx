import type { Context as HonoContext } from 'hono'
import { FoundDrawing, mapOf } from '../../../catalog/map/pages/found.tsx'
import { RecordCards } from '../../../catalog/records/pages/cards.tsx'
import { recordItemOf } from '../../../catalog/records/pages/items.ts'
import { findRecords } from '../../../catalog/search/actions.ts'
import { totalText } from '../../../catalog/search/rules/results.ts'
import { isAdministrator } from '../../../core/permission.ts'
import { inLang, type LocalText } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section, Way } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { formatCount, formatTally } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { TaxonTree } from '../../taxa/pages/tree.tsx'
import { taxonTree } from '../../taxa/rules.ts'
import { germplasmPaths } from '../../words/paths.ts'
import { getLibrary, libraryTaxa } from '../actions.ts'
import { libraryWords as words } from '../words.ts'

type C = HonoContext<Env>

/** What a library is, which species it has, what is newest in it and how one gets it. */
export async function libraryPage(c: C) {
  const { ctx } = c.var
  const row = await getLibrary(ctx, c.req.param('id') ?? '')
  const found = await findRecords(ctx, {
    library: [row.id],
    facets: ['access', 'institution'],
    limit: 8,
  })
  const { items, facets = {} } = found
  const total = totalText(found.total)
  return page(
    c,
    {
      title: row.name,
      lead: { zh: formatCount(total, 'zh'), en: formatCount(total, 'en') },
      crumbs: [{ text: words.libraries, href: germplasmPaths.libraries }],
      actions: isAdministrator(ctx.actor) && (
        <ButtonLink href={`${germplasmPaths.library(row.id)}/edit`} icon="edit" text={words.edit} />
      ),
    },
    <>
      {items.length === 0 ? (
        <Way text={words.empty} button={words.others} href={germplasmPaths.libraries} />
      ) : (
        <Way button={words.toRecords} href={searchIn(row.id)} />
      )}
      <About about={row.about} />
      {items.length > 0 && (
        <>
          {await taxaSection(c, row.id)}
          {await mapSection(c, row.id)}
          <Ways code={row.id} facets={facets} />
          <Section title={words.newest} more={{ text: words.all, href: searchIn(row.id) }}>
            <RecordCards records={items.map(recordItemOf)} />
          </Section>
        </>
      )}
    </>,
  )
}

function About({ about }: { about: LocalText }) {
  const text = inLang(about, useLang())
  if (!text) return <></>
  return (
    <div class="prose">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}

const searchIn = (library: string, narrowed: Readonly<Record<string, string>> = {}) =>
  `${paths.search}?${new URLSearchParams({ library, ...narrowed }).toString()}`

/** Families, genera and species with how many records each has; each leads into the search. */
async function taxaSection(c: C, code: string) {
  const { taxa, total } = await libraryTaxa(c.var.ctx, code)
  if (taxa.length === 0) return <></>
  const { relation } = total
  const { placed, unplaced } = taxonTree(taxa)
  const unnamed = total.value - taxa.reduce((sum, one) => sum + one.count, 0)
  const hrefTo = ({ scientificName }: { scientificName: string }) =>
    searchIn(code, { taxon: scientificName })
  return (
    <Section title={words.taxa}>
      {relation === 'gte' && <Local as="p" class="quiet" text={words.sampled} />}
      <TaxonTree nodes={placed} relation={relation} hrefOf={hrefTo} />
      {unplaced.length > 0 && (
        <>
          {placed.length > 0 && <Local as="h3" text={words.unplaced} />}
          <TaxonTree nodes={unplaced} relation={relation} hrefOf={hrefTo} />
        </>
      )}
      {relation === 'eq' && unnamed > 0 && (
        <Local as="p" class="quiet" text={words.unnamed(unnamed)} />
      )}
    </Section>
  )
}

/** Where its material comes from. */
async function mapSection(c: C, code: string) {
  const found = await mapOf(c.var.ctx, { library: [code] })
  if (found.clusters.length === 0) return <></>
  const more = { text: words.wholeMap, href: searchIn(code, { view: 'map' }) }
  return (
    <Section title={words.map} more={more}>
      <div class="map map-frame">
        <FoundDrawing
          found={found}
          asked={[
            ['library', code],
            ['view', 'map'],
          ]}
        />
      </div>
    </Section>
  )
}

type Counted = { value: string; label: LocalText; count: number; relation: 'eq' | 'gte' }
type NarrowedProps = {
  code: string
  facet: 'access' | 'institution'
  title: LocalText
  found: readonly Counted[] | undefined
}

type WaysProps = { code: string; facets: Partial<Record<string, readonly Counted[]>> }

/** How its records are got, and who keeps them: each leads to those records. */
const Ways = ({ code, facets: { access, institution } }: WaysProps) => (
  <>
    <Narrowed {...{ code, facet: 'access', title: words.access, found: access }} />
    <Narrowed {...{ code, facet: 'institution', title: words.keepers, found: institution }} />
  </>
)

function Narrowed({ code, facet, title, found = [] }: NarrowedProps) {
  const lang = useLang()
  return (
    <Section title={title}>
      <p class="tags">
        {found.map(({ value, label, count, relation }) => (
          <a class="tag" href={searchIn(code, { [facet]: value })}>
            <Local text={label} />{' '}
            <span class="numeric">{formatTally({ value: count, relation }, lang)}</span>
          </a>
        ))}
      </p>
    </Section>
  )
}
