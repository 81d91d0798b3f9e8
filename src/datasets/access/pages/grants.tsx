import type { Context as HonoContext } from 'hono'
import { defaultZone } from '../../../core/time.ts'
import { lastingInWords } from '../../../core/wall-clock.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { columnWords } from '../../../web/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import {
  acceptTerms,
  grantAccess,
  type GrantRow,
  grantsOf,
  revokeAccess,
  wayOf,
} from '../actions.ts'
import {
  AcceptanceAnswer,
  GrantAnswer,
  grantForm,
  grantRevocationForm,
  NewGrant,
  WayAnswer,
} from '../model.ts'
import { grantStateNames, grantWords as words } from '../words.ts'

type C = HonoContext<Env>

const tag = 'datasets'
const path = '/datasets/:dataset/grants'
const single = '/datasets/:dataset/versions/:number'
const at = '/records/:dataset/access'

const grants = list({
  path,
  tag,
  refuses: [401, 403],
  summary: 'Who was given access to the files of a dataset; for its staff',
  title: words.grants,
  empty: { title: words.noGrants, text: words.noGrantsText },
  item: GrantAnswer,
  filters: noFilters,
  query: grantsOf,
  columns: {
    person: { label: words.person, text: ({ person }) => person.name },
    state: { label: columnWords.state, state: ({ state }) => grantStateNames[state] },
    until: {
      label: words.until,
      text: ({ expiresAt }) => (expiresAt ? lastingInWords(expiresAt, defaultZone) : words.forGood),
    },
    reason: { label: words.reason, text: ({ reason }) => reason },
    grantedOn: { label: words.grantedOn, moment: ({ grantedAt }) => grantedAt },
    revoke: {
      label: columnWords.action,
      cell: (row) => row.state !== 'revoked' && <Revocation row={row} />,
    },
  },
})

/** Giving access; a form that is refused is shown again on the page that has it. */
const grantBy = (again?: (c: C, form: Filled) => Response | Promise<Response>) =>
  write({
    path,
    tag,
    summary: 'Give a person the files of a dataset until the end of a day, or move that end',
    refuses: [409],
    form: { schema: NewGrant, read: grantForm.read },
    creates: true,
    result: GrantAnswer,
    does: grantAccess,
    at: `${at}/grants`,
    flash: (_, { person }) => words.granted(person.name),
    next: ({ dataset }) => datasetPaths.access(dataset),
    ...(again && { page: again }),
  })

const revocation = write({
  path: `${path}/:grant/revocation`,
  tag,
  summary: 'Take access to the files back',
  refuses: [409],
  form: grantRevocationForm,
  result: GrantAnswer,
  does: revokeAccess,
  at: `${at}/grants/:grant/revocation`,
  flash: () => words.revoked,
  next: ({ dataset }) => datasetPaths.access(dataset),
})

const way = item({
  path: `${single}/access`,
  tag,
  summary: 'How who asks gets the files of a version, in one sentence',
  schema: WayAnswer,
  read: wayOf,
})

const acceptance = write({
  path: `${single}/acceptance`,
  tag,
  summary: 'Accept the terms of a version, once',
  refuses: [409],
  result: AcceptanceAnswer,
  does: async (ctx, _, { dataset, number }) => acceptTerms(ctx, { dataset, number }),
  at: '/records/:dataset/versions/:number/acceptance',
  next: ({ dataset, number }) => datasetPaths.download(dataset, Number(number)),
})

/** Access to the files of datasets. */
export const { api: accessRoutes } = surfaces(grants, grantBy(), revocation, way, {
  api: acceptance.api,
})

/** Where its forms post to. */
export const accessForms = (again: (c: C, form: Filled) => Response | Promise<Response>) =>
  surfaces({ pages: grantBy(again).pages }, { pages: revocation.pages }).pages

/** Who was given access, and the form that gives it. */
export const grantsPart = async (c: C, dataset: string, form: Filled = filledIn({})) => (
  <Section title={words.grants} id="grants">
    {await grants.view(c, { of: { dataset }, cursor: 'grants' })}
    <details open={form.status !== 200}>
      <Local as="summary" class="button button-plain" text={words.grant} />
      <EntityForm
        of={grantForm}
        form={form}
        action={`${datasetPaths.access(dataset)}/grants`}
        submit={words.grant}
      />
    </details>
  </Section>
)

const Revocation = ({ row: { id, recordId, person } }: { row: GrantRow }) => (
  <SmallForm
    action={`${datasetPaths.access(recordId)}/grants/${id}/revocation`}
    text={words.revoke}
    of={[person.name]}
    look="danger"
    about={words.revokeAbout}
  >
    <SmallField
      id={`reason-${id}`}
      name="reason"
      label={grantRevocationForm.labels.reason}
      required
    />
  </SmallForm>
)
