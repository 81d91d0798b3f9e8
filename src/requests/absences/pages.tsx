import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../core/permission.ts'
import { staffScope } from '../../instruments/rules/standing.ts'
import { institutionChoices } from '../../people/pages/choices.ts'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { deskWords } from '../desk/words.ts'
import { requestPaths } from '../words/paths.ts'
import {
  changeAbsence,
  declareAbsence,
  endAbsence,
  getAbsence,
  getAbsenceToChange,
  searchAbsences,
} from './actions/absences.ts'
import { handOverAll } from './actions/hand-over.ts'
import { AbsenceAnswer, absenceChangeForm, absenceForm, HandedOver, handOverForm } from './model.ts'
import { absenceStateNames as states, absenceWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'requests'
const path = '/steward-absences'
const here = requestPaths.away

const absences = list({
  path,
  tag,
  summary: 'When you and others who decide requests are away, and who acts meanwhile',
  title: words.title,
  empty: { title: words.none, text: words.noneHint },
  item: AbsenceAnswer,
  filters: noFilters,
  refuses: [401],
  query: searchAbsences,
  columns: {
    person: {
      label: words.person,
      text: ({ person }) => person.name,
      href: ({ id }) => requestPaths.absence(id),
    },
    institution: { label: words.institution, text: ({ institution }) => institution.name },
    from: { label: words.from, day: ({ from }) => from },
    until: { label: words.until, day: ({ until }) => until },
    delegate: { label: words.delegate, text: ({ delegate }) => delegate?.name ?? null },
    state: { label: columnWords.state, state: ({ state }) => states[state] },
    action: {
      label: columnWords.action,
      cell: ({ id, person, mayChange }) =>
        mayChange && (
          <SmallForm
            action={`${requestPaths.absence(id)}/end`}
            text={words.end}
            label={words.endOf(person.name)}
            look="danger"
            about={words.endAbout}
          />
        ),
    },
  },
})

const one = item({
  path: `${path}/:id`,
  tag,
  summary: 'An absence of somebody who decides requests',
  refuses: [401],
  schema: AbsenceAnswer,
  read: getAbsence,
})

const addition = write({
  path,
  tag,
  summary: 'Say that you are away, and who decides requests for you meanwhile',
  refuses: [404, 409],
  form: absenceForm,
  creates: true,
  answer: one,
  does: declareAbsence,
  at: here,
  flash: () => words.added,
  next: () => here,
  page: (c, form) => awayPage(c, { absence: form }),
})

const change = write({
  path: `${path}/:id`,
  method: 'patch',
  tag,
  summary: 'Change the days or the delegate of an absence that is not over',
  refuses: [404, 409],
  form: absenceChangeForm.edit,
  versioned: true,
  answer: one,
  does: changeAbsence,
  at: `${here}/:id`,
  flash: () => words.changed,
  next: () => here,
  page: absencePage,
})

const ending = write({
  path: `${path}/:id/end`,
  tag,
  summary: 'End an absence now, or call it off: its delegate decides no longer',
  refuses: [404, 409],
  answer: one,
  does: (ctx, _, { id }) => endAbsence(ctx, { id }),
  at: `${here}/:id/end`,
  flash: () => words.ended,
  next: () => here,
})

const handingOver = write({
  path: '/request-handovers',
  tag,
  summary: 'Hand all requests that you work on, or a colleague does, over to somebody else',
  refuses: [409],
  form: handOverForm,
  result: HandedOver,
  does: handOverAll,
  at: requestPaths.handOver,
  flash: (_, { handedOver, kept }) => words.handedOver(handedOver, kept),
  next: () => here,
  page: (c, form) => awayPage(c, { handOver: form }),
})

const { api, pages } = surfaces(absences, one, addition, handingOver, change, ending)
export const absenceRoutes = api
export const absencePages = new Hono<Env>()
  .get(here, (c) => awayPage(c, {}))
  .get(`${here}/:id`, (c) => absencePage(c))
  .route('/', pages)

type Sent = { absence?: Filled; handOver?: Filled }

/** Who is away, and the forms of those who decide: to go away, and to hand over what they work on. */
async function awayPage(c: C, { absence, handOver }: Sent) {
  const { ctx } = c.var
  signedIn(ctx)
  const institution = await ownInstitutions(c)
  const first = institution.length === 1 ? institution[0]?.value : undefined
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      crumbs: [{ text: deskWords.title, href: requestPaths.desk }],
      status: (absence ?? handOver)?.status ?? 200,
    },
    <>
      {await absences.view(c, {})}
      {institution.length > 0 && (
        <Section title={words.add}>
          <EntityForm
            of={absenceForm}
            form={absence ?? filledIn(absenceForm.open({ institution: first }))}
            choices={{ institution }}
            action={here}
            submit={words.add}
          />
        </Section>
      )}
      <Section title={words.handOver}>
        <Local as="p" class="quiet" text={words.handOverLead} />
        <EntityForm
          of={handOverForm}
          form={handOver ?? filledIn(handOverForm.open({}))}
          action={requestPaths.handOver}
          submit={words.handOver}
        />
      </Section>
    </>,
  )
}

/** Institutions for which the viewer decides; all of them for who keeps single collections. */
async function ownInstitutions({ var: { ctx } }: C) {
  const { institutionIds, collectionIds } = staffScope(ctx.actor)
  const all = await institutionChoices(ctx)
  return collectionIds.length > 0 ? all : all.filter(({ value }) => institutionIds.includes(value))
}

async function absencePage(c: C, form?: Filled) {
  const row = await getAbsenceToChange(c.var.ctx, { id: c.req.param('id') ?? '' })
  const { person, from, until, delegateEmail, version } = row
  const opened = form ?? filledIn(absenceChangeForm.open({ from, until, delegate: delegateEmail }))
  return page(
    c,
    {
      title: words.change,
      lead: { zh: person.name, en: person.name },
      crumbs: [{ text: words.title, href: here }],
      width: 'reading',
      status: opened.status,
    },
    row.mayChange ? (
      <EntityForm
        of={absenceChangeForm}
        form={opened}
        action={requestPaths.absence(row.id)}
        submit={editWords.save}
        version={version}
      />
    ) : (
      <Local as="p" text={row.state === 'over' ? words.isOver : words.notYours} />
    ),
  )
}
