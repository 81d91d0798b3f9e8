import { type Context as HonoContext, Hono } from 'hono'
import { isAdministrator, signedIn } from '../../../core/permission.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { searchLabs } from '../../../people/labs/actions.ts'
import { leadsLab } from '../../../people/roles/rules.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { requestPaths } from '../../words/paths.ts'
import {
  getPreauthorisation,
  preauthorise,
  revokePreauthorisation,
  searchPreauthorisations,
} from '../actions/preauthorisations.ts'
import { PreauthorisationAnswer, preauthorisationForm } from '../model.ts'
import { consentWords as words, preauthorisationStateNames as states } from '../words.ts'

const tag = 'requests'
const path = '/preauthorisations'
const here = requestPaths.consents

const preauthorisations = list({
  path,
  tag,
  summary: 'Who is authorised beforehand: you, and people of your labs and institutions',
  title: words.preauthorisations,
  empty: { title: words.none, text: words.noneHint },
  item: PreauthorisationAnswer,
  filters: noFilters,
  refuses: [401],
  query: searchPreauthorisations,
  columns: {
    person: { label: words.person, text: ({ person }) => person.name },
    by: { label: words.by, text: ({ lab, institution }) => (lab ?? institution)?.name ?? '' },
    since: { label: words.since, moment: ({ since }) => since },
    until: { label: words.until, moment: ({ until }) => until },
    state: { label: columnWords.state, state: ({ state }) => states[state] },
    action: {
      label: columnWords.action,
      cell: ({ id, person, mayRevoke }) =>
        mayRevoke && (
          <SmallForm
            action={`${here}/${id}/revocation`}
            text={words.revoke}
            label={words.revokeOf(person.name)}
            look="danger"
            about={words.revokeAbout}
          />
        ),
    },
  },
})

const one = item({
  path: `${path}/:id`,
  tag,
  summary: 'An authorisation given beforehand',
  refuses: [401],
  schema: PreauthorisationAnswer,
  read: getPreauthorisation,
})

const addition = write({
  path,
  tag,
  summary: 'Authorise a person beforehand: by a PI of the lab, or a curator of the institution',
  refuses: [404, 409],
  form: preauthorisationForm,
  creates: true,
  answer: one,
  does: preauthorise,
  at: here,
  flash: () => words.given,
  next: () => here,
  page: consentsPage,
})

const revocation = write({
  path: `${path}/:id/revocation`,
  tag,
  summary: 'Revoke an authorisation: what is sent from now on asks for consent again',
  refuses: [404, 409],
  answer: one,
  does: (ctx, _, { id }) => revokePreauthorisation(ctx, { id }),
  at: `${here}/:id/revocation`,
  flash: () => words.revoked,
  next: () => here,
})

const { api, pages } = surfaces(preauthorisations, one, addition, revocation)
export const preauthorisationRoutes = api
export const preauthorisationPages = new Hono<Env>()
  .get(here, (c) => consentsPage(c))
  .route('/', pages)

/** What waits for the viewer's consent, and who need not ask for it one by one. */
async function consentsPage(c: HonoContext<Env>, form?: Filled) {
  const { ctx } = c.var
  const { labs } = signedIn(ctx)
  const [institution, lab] = [await managedInstitutionChoices(ctx), await ledLabs(c)]
  const opened =
    form ??
    filledIn(preauthorisationForm.open({ lab: lab.length === 1 ? lab[0]?.value : undefined }))
  return page(
    c,
    {
      title: words.consents,
      lead: words.lead,
      status: opened.status,
      actions: labs.some(({ role }) => role === 'pi') && (
        <ButtonLink
          href={withQuery(requestPaths.requests, { role: 'supervisor' })}
          text={words.waiting}
        />
      ),
    },
    <>
      {await preauthorisations.view(c, {})}
      {lab.length + institution.length > 0 && (
        <Section title={words.give}>
          <EntityForm
            of={preauthorisationForm}
            form={opened}
            choices={{ lab, institution }}
            action={here}
            submit={words.give}
          />
        </Section>
      )}
    </>,
  )
}

async function ledLabs({ var: { ctx } }: HonoContext<Env>) {
  const { actor } = ctx
  const own = actor.type === 'person' ? actor.labs.map(({ labId }) => labId) : []
  const keepsAny =
    isAdministrator(actor) || (actor.type === 'person' && actor.curates.institutionIds.length > 0)
  const { items } = await searchLabs(ctx, { ...(!keepsAny && { ids: own }), limit: 1000 })
  return items
    .filter((lab) => leadsLab(actor, lab))
    .map(({ id, name, institution }) => ({ value: id, label: name, group: institution.name }))
}
