import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../core/permission.ts'
import { institutionChoices, managedInstitutionChoices } from '../../people/pages/choices.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { peoplePaths } from '../../people/words/paths.ts'
import { fieldsOf } from '../../web/columns.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { observationsPart } from '../observations/pages/observations.tsx'
import { traitWords } from '../traits/words.ts'
import { germplasmLinks, germplasmPaths } from '../words/paths.ts'
import { createTrial, editTrial, getTrial, searchTrials } from './actions.ts'
import { TrialAnswer, trialEdit, trialFilter, trialForm } from './model.ts'
import type { TrialRow } from './queries.ts'
import { trialWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'characterisation'
const here = germplasmPaths.trials
const { labels } = trialForm
const hrefOf = ({ id }: { id: string }) => germplasmPaths.trial(id)
const crumbs = [germplasmLinks.trials]

const facts = {
  code: { label: labels.code, code: ({ code }: TrialRow) => code },
  institution: {
    label: labels.institution,
    text: ({ institution }: TrialRow) => institution.name,
    href: ({ institution }: TrialRow) => peoplePaths.institution(institution.id),
  },
  season: { label: labels.season, text: ({ season }: TrialRow) => season },
  site: { label: labels.site, text: ({ site }: TrialRow) => site },
  from: { label: labels.startsOn, day: ({ startsOn }: TrialRow) => startsOn },
  until: { label: labels.endsOn, day: ({ endsOn }: TrialRow) => endsOn },
}

const trials = list({
  path: '/trials',
  tag,
  summary: 'Trials, the latest season first',
  title: words.trials,
  empty: { title: words.none },
  item: TrialAnswer,
  filters: trialFilter,
  query: searchTrials,
  columns: { name: { label: labels.name, text: ({ name }) => name, href: hrefOf }, ...facts },
})

const trial = item({
  path: '/trials/:id',
  tag,
  summary: 'Read a trial',
  schema: TrialAnswer,
  read: (ctx, { id }) => getTrial(ctx, id),
})

const addition = write({
  path: '/trials',
  tag,
  summary: 'Add a trial; by curators of its institution',
  refuses: [404, 409],
  form: trialForm,
  creates: true,
  answer: trial,
  does: createTrial,
  at: `${here}/new`,
  next: hrefOf,
  page: newTrialPage,
})

const edit = write({
  path: '/trials/:id',
  method: 'patch',
  tag,
  summary: 'Change a trial; by curators of its institution',
  refuses: [409],
  form: trialEdit.edit,
  versioned: true,
  answer: trial,
  does: editTrial,
  at: `${here}/:id`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: (c, edited) => trialPage(c, { edited }),
})

const observations = observationsPart((c, entered) => trialPage(c, { entered }))

const own = new Hono<Env>()
  .get(here, async (c) =>
    page(
      c,
      {
        title: words.trials,
        lead: words.lead,
        actions: (
          <>
            <ButtonLink href={germplasmPaths.traits} look="plain" text={traitWords.traits} />
            <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
          </>
        ),
      },
      await trials.view(c, { choices: { institution: await institutionChoices(c.var.ctx) } }),
    ),
  )
  .get(`${here}/new`, (c) => newTrialPage(c, filledIn({})))
  .get(`${here}/:id`, (c) => trialPage(c))

const parts = [trials, addition, trial, edit, ...observations.parts, { pages: own }]
/** Where and when accessions were grown, and what was observed of them. */
export const { api: trialRoutes, pages: trialPages } = surfaces(...parts)

async function newTrialPage(c: C, form: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = { institution: await managedInstitutionChoices(ctx) }
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: trialForm, form, action: `${here}/new`, submit: words.add, choices }} />,
  )
}

async function trialPage(c: C, typed: { edited?: Filled; entered?: Filled } = {}) {
  const { ctx } = c.var
  const row = await getTrial(ctx, c.req.param('id') ?? '')
  const { id, name, about, version } = row
  const isKept = managesInstitution(ctx.actor, row.institution.id)
  const form = typed.edited ?? filledIn(trialEdit.open(row))
  const status = typed.entered?.status ?? form.status
  return page(
    c,
    { title: name, lead: about, crumbs, status },
    <>
      <FieldList fields={fieldsOf(facts, row)} />
      {await observations.section(c, { id, isKept, form: typed.entered })}
      {isKept && (
        <Section title={words.edit}>
          <EntityForm
            {...{ of: trialEdit, form, action: hrefOf(row), submit: editWords.save, version }}
          />
        </Section>
      )}
    </>,
  )
}
