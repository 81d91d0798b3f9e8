import { type Context as HonoContext, Hono } from 'hono'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import { deskTabs } from '../../../catalog/records/pages/desk.tsx'
import { visibilityNames } from '../../../catalog/records/words.ts'
import { catalogLinks } from '../../../catalog/words/paths.ts'
import type { Context } from '../../../core/context.ts'
import type { Text } from '../../../core/text.ts'
import { fieldsOf } from '../../../kinds.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import type { Env } from '../../../web/env.ts'
import { item } from '../../../web/item.ts'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import {
  getCompleteness,
  getFindings,
  mendFinding,
  searchIncomplete,
  searchSuspicious,
} from '../actions.ts'
import {
  CompletenessAnswer,
  FindingsAnswer,
  IncompleteAnswer,
  incompleteFilter,
  mendForm,
  SuspiciousAnswer,
  suspiciousFilter,
} from '../model.ts'
import {
  findingNames,
  findingsText,
  qualityLinks as links,
  qualityWords as words,
} from '../words.ts'

const tag = 'accessions'

const completeness = item({
  path: '/accessions/:id/completeness',
  tag,
  summary: 'How complete its passport is (PDCI), and what to fill in next',
  schema: CompletenessAnswer,
  read: getCompleteness,
})

const findings = item({
  path: '/accessions/:id/findings',
  tag,
  summary: 'What looks wrong in its passport, with suggestions; for those who keep it',
  refuses: [403],
  schema: FindingsAnswer,
  read: getFindings,
})

const mend = write({
  path: '/accessions/:id/mends',
  at: '/records/:id/mends',
  tag,
  summary: 'Write what a finding suggests into the record',
  refuses: [409],
  form: mendForm,
  does: mendFinding,
  flash: ({ code }) => words.mended(findingNames[code]),
  next: ({ id }) => `${paths.record(id)}#completeness`,
})
/** Where a suggestion is taken. */
export const mendAt = (id: string) => `${paths.record(id)}/mends`

type Listed = {
  id: string
  accenumb: string | null
  title: { zh: string | null; en: string | null }
  institution: { name: { zh: string | null; en: string | null } }
  visibility: keyof typeof visibilityNames
}

const named = {
  title: {
    label: words.accession,
    text: ({ title }: Listed) => title,
    href: ({ id }: Listed) => `${paths.record(id)}#completeness`,
  },
  number: { label: words.number, code: ({ accenumb }: Listed) => accenumb },
}

/** What to fill in, by the names of the fields. */
export function fieldsText(next: readonly { fields: readonly string[] }[]): Text {
  const keys = next.flatMap(({ fields }) => fields)
  const labels = keys.flatMap((key) => passportFields.get(key) ?? [])
  return {
    zh: labels.map(({ zh }) => zh).join('、'),
    en: labels.map(({ en }) => en).join(', '),
  }
}

const passportFields = new Map(
  fieldsOf('accession', 'plant').map(({ key, label }) => [key, label] as const),
)

const kept = {
  institution: { label: words.institution, text: ({ institution }: Listed) => institution.name },
  state: { label: words.state, text: ({ visibility }: Listed) => visibilityNames[visibility] },
}

const incomplete = list({
  path: '/incomplete-passports',
  tag,
  summary: 'Plant accessions that you manage, the least complete passports first',
  refuses: [401],
  title: words.incomplete,
  empty: { title: words.noneIncomplete },
  item: IncompleteAnswer,
  filters: incompleteFilter,
  query: searchIncomplete,
  columns: {
    ...named,
    index: { label: words.index, number: ({ index }) => index },
    next: { label: words.fillNext, text: ({ next }) => fieldsText(next) },
    ...kept,
  },
})

const suspicious = list({
  path: '/suspicious-passports',
  tag,
  summary: 'Accessions that you manage and that look wrong, newest first',
  refuses: [401],
  title: words.suspicious,
  empty: { title: words.noneSuspicious },
  item: SuspiciousAnswer,
  filters: suspiciousFilter,
  query: searchSuspicious,
  columns: {
    ...named,
    findings: {
      label: words.finding,
      text: ({ findings: codes }) => findingsText(codes),
    },
    ...kept,
  },
})

const { api, pages } = surfaces(completeness, findings, mend, incomplete, suspicious)
export const qualityRoutes = api

type C = HonoContext<Env>

/** The curator’s lists of passports to work on. */
export const qualityPages = new Hono<Env>()
  .get(links.incomplete.href, async (c) =>
    deskList(c, 'incomplete', await incomplete.view(c, await choicesFor(c.var.ctx))),
  )
  .get(links.suspicious.href, async (c) =>
    deskList(c, 'suspicious', await suspicious.view(c, await choicesFor(c.var.ctx))),
  )
  .route('/', pages)

const leads = { incomplete: words.incompleteLead, suspicious: words.suspiciousLead }

const deskList = (
  c: C,
  which: keyof typeof leads,
  body: Awaited<ReturnType<typeof incomplete.view>>,
) =>
  page(
    c,
    { title: words[which], lead: leads[which], crumbs: [catalogLinks.desk] },
    <>
      {deskTabs(c)}
      {body}
    </>,
  )

/** What both lists are narrowed by. */
async function choicesFor(ctx: Context) {
  const [institution, libraries] = await Promise.all([
    managedInstitutionChoices(ctx),
    currentTerms(ctx, 'library'),
  ])
  const library = libraries.map(({ code, label }) => ({ value: code, label }))
  return { choices: { institution, library } }
}
