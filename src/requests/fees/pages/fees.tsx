import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../../core/text.ts'
import { audienceNames } from '../../../charges/rates/words.ts'
import { yuanText } from '../../../core/money.ts'
import { audiences } from '../../../instruments/model/audiences.ts'
import type { Prices } from '../../../orders/prices/model.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { askedUnitNames } from '../../requests/words/units.ts'
import { requestPaths } from '../../words/paths.ts'
import { createFee, endFee, searchFees } from '../actions/keep.ts'
import { FeeAnswer, feeFilter, feeForm } from '../model.ts'
import { feeWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'requests'
const here = requestPaths.fees

const fees = list({
  path: here,
  tag,
  summary: 'Prices of material that hold, of the institutions that you manage',
  title: words.fees,
  empty: { title: words.none, text: words.noneHint },
  item: FeeAnswer,
  filters: feeFilter,
  refuses: [401],
  query: searchFees,
  columns: {
    institution: { label: words.provider, text: ({ institution }) => institution.name },
    record: {
      label: words.record,
      text: ({ record }) => record?.title ?? words.all,
      href: ({ record, institution }) =>
        record ? paths.record(record.id) : peoplePaths.institution(institution.id),
    },
    unit: { label: words.unit, text: ({ unit }) => askedUnitNames[unit] },
    price: { label: words.price, text: ({ prices }) => pricesText(prices) },
    note: { label: words.note, text: ({ note }) => note },
    since: { label: words.since, moment: ({ createdAt }) => createdAt },
    action: {
      label: columnWords.action,
      cell: ({ id, record, institution, unit }) => (
        <SmallForm
          action={`${here}/${id}/withdrawal`}
          text={words.end}
          of={[record?.title ?? institution.name, askedUnitNames[unit]]}
          look="danger"
          about={words.endAbout}
        />
      ),
    },
  },
})

const addition = write({
  path: here,
  tag,
  summary: 'Set what a unit of material costs; by curators of the institution',
  refuses: [404, 409],
  form: feeForm,
  creates: true,
  does: createFee,
  flash: () => words.added,
  next: () => here,
  page: feesPage,
})

const ending = write({
  path: `${here}/:id/withdrawal`,
  tag,
  summary: 'End a price of material: what was approved keeps it',
  does: (ctx, _, { id }) => endFee(ctx, { id }),
  flash: () => words.ended,
  next: () => here,
})

const { api, pages } = surfaces(fees, addition, ending)

/** What material costs: for curators to set, for everybody to see on the records. */
export const feeRoutes = api
export const feePages = new Hono<Env>().get(here, (c) => feesPage(c)).route('/', pages)

async function feesPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const institution = await managedInstitutionChoices(ctx)
  const [first] = institution
  const record = c.req.query('record')
  const opened = form ?? filledIn(feeForm.open({ institution: first?.value, record, unit: 'seed' }))
  return page(
    c,
    { title: words.fees, lead: words.lead, status: opened.status },
    <>
      <Local as="p" class="quiet" text={words.human} />
      {await fees.view(c, { choices: { institution } })}
      {institution.length > 0 && (
        <Section title={words.add}>
          <EntityForm
            {...{ of: feeForm, form: opened, choices: { institution }, submit: words.add }}
            action={here}
          />
        </Section>
      )}
    </>,
  )
}

/** `本单位 1 元；外部用户 2 元`. */
function pricesText(prices: Prices): Text {
  const said = audiences.flatMap((audience) => {
    const fen = prices[audience]
    return fen === undefined ? [] : [{ name: audienceNames[audience], amount: yuanText(fen) }]
  })
  return {
    zh: said.map(({ name, amount }) => `${name.zh} ${amount} 元`).join('；'),
    en: said.map(({ name, amount }) => `${name.en.toLowerCase()} ${amount} CNY`).join('; '),
  }
}
