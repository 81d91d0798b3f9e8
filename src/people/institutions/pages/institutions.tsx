import { isAdministrator } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { inLang, type LocalText } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { CodeValue } from '../../../web/components/code-value.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import type { Env } from '../../../web/env.ts'
import { type FieldItem, FieldList } from '../../../web/components/field-list.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { getInstitution, getInstitutionParts, searchInstitutions } from '../actions/institutions.ts'
import type { InstitutionRow } from '../queries/institutions.ts'
import { managesInstitution } from '../../roles/rules.ts'
import { institutionWords as words } from '../words.ts'
import { institutionKindNames } from '../../words/names.ts'
import { Institutions } from './institution-list.tsx'
import { Find, ListQuery, Onwards, pageLimit } from '../../accounts/pages/lists.tsx'
import { peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = peoplePaths.institutions
const crumb = { text: words.institutions, href: here }

/** What other areas add to an institution's page. */
export type InstitutionSection = (c: HonoContext<Env>, institutionId: string) => Promise<Child>

/** Institutions as everybody sees them. */
export const institutionPages = (sections: readonly InstitutionSection[]) =>
  new Hono<Env>()
    .get(here, parsed('query', ListQuery), async (c) => {
      const { q, after } = c.req.valid('query')
      const { items, next } = await searchInstitutions(c.var.ctx, { q, after, limit: pageLimit })
      return page(
        c,
        { title: words.institutions[c.var.ctx.lang], crumbs: [{ text: words.institutions }] },
        <>
          <PageHead title={words.institutions} lead={words.institutionsLead}>
            {isAdministrator(c.var.ctx.actor) && <AddInstitution />}
          </PageHead>
          <Find action={here} label={words.find} submit={words.search} query={q} />
          {items.length > 0 ? <Institutions rows={items} /> : <NoInstitutions />}
          <Onwards here={c.req.url} next={next} />
        </>,
      )
    })
    .get(`${here}/:id`, (c) => institutionPage(c, sections))

async function institutionPage(c: C, sections: readonly InstitutionSection[]) {
  const { ctx } = c.var
  const row = await getInstitution(ctx, c.req.param('id') ?? '')
  const { place, labs } = await getInstitutionParts(ctx, row)
  const added = await Promise.all(sections.map((section) => section(c, row.id)))
  const name = nameOf(row)
  return page(
    c,
    { title: inLang(name, ctx.lang), crumbs: [crumb, { text: name }] },
    <>
      <PageHead title={name} lead={institutionKindNames[row.kind]}>
        <HeadActions row={row} c={c} />
      </PageHead>
      <About row={row} />
      {added}
      <Section title={words.facts}>
        <FieldList fields={factsOf(row, place)} />
      </Section>
      <Section title={words.labs}>
        {labs.length > 0 ? <Labs labs={labs} /> : <Quiet text={words.noLabs} />}
      </Section>
    </>,
  )
}

function HeadActions({ row, c }: { row: InstitutionRow; c: C }) {
  const t = useText()
  const { actor } = c.var.ctx
  const belongs = actor.type === 'person' && actor.institutionIds.includes(row.id)
  const joining =
    actor.type === 'person' ? `${peoplePaths.account}/memberships` : peoplePaths.register
  return (
    <>
      {!belongs && !row.closedAt && (
        <ButtonLink href={withQuery(joining, { institution: row.id })}>{t(words.join)}</ButtonLink>
      )}
      {managesInstitution(actor, row.id) && (
        <ButtonLink href={`${here}/${row.id}/people`} icon="people">
          {t(words.people)}
        </ButtonLink>
      )}
      {isAdministrator(actor) && (
        <ButtonLink href={`${peoplePaths.admin}/institutions/${row.id}`} icon="edit">
          {t(words.edit)}
        </ButtonLink>
      )}
    </>
  )
}

function About({ row }: { row: InstitutionRow }) {
  const lang = useLang()
  const text = inLang({ zh: row.aboutZh, en: row.aboutEn }, lang)
  if (!text) return <></>
  return (
    <div class="prose">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}

const Quiet = ({ text }: { text: LocalText }) => (
  <p class="quiet">
    <Local text={text} />
  </p>
)

function NoInstitutions() {
  const t = useText()
  return (
    <Empty title={words.none} text={words.noneHint} icon="building">
      <ButtonLink href={here}>{t(words.all)}</ButtonLink>
    </Empty>
  )
}

const nameOf = ({ nameZh, nameEn }: { nameZh: string | null; nameEn: string | null }) => ({
  zh: nameZh,
  en: nameEn,
})

/** What was given, each with its label; what was not is left out. */
function factsOf(row: InstitutionRow, place: LocalText | undefined): FieldItem[] {
  const { region, address, website, creditCode, ror, wiews } = row
  return [
    { label: words.region, value: region && <CodeValue code={region} label={place} /> },
    { label: words.address, value: address },
    { label: words.website, value: website && <a href={website}>{website}</a> },
    { label: words.creditCode, value: creditCode && <code>{creditCode}</code> },
    { label: words.ror, value: ror && <a href={ror}>{ror}</a> },
    { label: words.wiews, value: wiews && <code>{wiews}</code> },
  ].filter(({ value }) => value !== null)
}

type Lab = Awaited<ReturnType<typeof getInstitutionParts>>['labs'][number]

const Labs = ({ labs }: { labs: readonly Lab[] }) => (
  <Table caption={words.labs} captionUnseen columns={labColumns} rows={labs} />
)

const labColumns: Column<Lab>[] = [
  { key: 'name', label: words.labs, head: true, cell: ({ name }) => <Local text={name} /> },
  {
    key: 'about',
    label: words.about,
    cell: ({ about }) => <Local text={about} />,
  },
  {
    key: 'leaders',
    label: words.leaders,
    cell: ({ leaders }) => leaders.map(({ name }) => name).join(' · '),
  },
]

function AddInstitution() {
  const t = useText()
  return (
    <ButtonLink href={`${peoplePaths.admin}/institutions/new`} icon="plus">
      {t(words.add)}
    </ButtonLink>
  )
}
