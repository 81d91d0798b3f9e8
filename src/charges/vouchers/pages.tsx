import { formatYuan } from '../../web/format.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../core/text.ts'
import { labChoices, managedInstitutionChoices } from '../../people/pages/choices.ts'
import { FindLabs } from '../../people/pages/find-labs.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallForm } from '../../web/components/small-form.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { issueVoucher, provinceDay, searchVouchers, withdrawVoucher } from './actions.ts'
import { VoucherAnswer, voucherFilter, voucherForm } from './model.ts'
import { voucherWords as words, voucherStateNames as states } from './words.ts'
import { statementsHref, vouchersHref } from '../words/paths.ts'

const tag = 'charges'
const { labels } = voucherForm

const vouchers = list({
  path: vouchersHref,
  tag,
  summary: 'Vouchers of your labs, and those that your institutions gave',
  title: words.vouchers,
  empty: { title: words.none, text: words.noneHint },
  item: VoucherAnswer,
  filters: voucherFilter,
  refuses: [401],
  query: searchVouchers,
  columns: {
    code: { label: labels.code, code: ({ code }) => code },
    title: { label: labels.title, text: ({ title }) => title },
    institution: { label: labels.institution, text: ({ institution }) => institution.name },
    lab: {
      label: labels.lab,
      text: ({ lab }) => lab.name,
      href: ({ lab }) => statementsHref(lab.id),
    },
    cover: { label: words.cover, text: (voucher) => coverText(voucher) },
    face: { label: labels.faceFen, yuan: ({ faceFen }) => faceFen },
    balance: { label: words.balance, yuan: ({ balanceFen }) => balanceFen },
    validFrom: { label: labels.validFrom, day: ({ validFrom }) => validFrom },
    validTo: { label: labels.validTo, day: ({ validTo }) => validTo },
    state: { label: columnWords.state, state: ({ state }) => states[state] },
    action: {
      label: columnWords.action,
      cell: ({ id, code, mayWithdraw }) =>
        mayWithdraw && (
          <SmallForm
            action={`${vouchersHref}/${id}/withdrawal`}
            text={words.withdraw}
            label={words.withdrawOf(code)}
            look="danger"
            about={words.withdrawAbout}
          />
        ),
    },
  },
})

const issue = write({
  path: vouchersHref,
  tag,
  summary: 'Give a lab a voucher; by administrators and curators of the institution',
  refuses: [404, 409],
  form: voucherForm,
  creates: true,
  does: issueVoucher,
  flash: ({ code }) => words.issued(code),
  next: () => vouchersHref,
  page: vouchersPage,
})

const withdrawal = write({
  path: `${vouchersHref}/:id/withdrawal`,
  tag,
  summary: 'Withdraw a voucher: it pays nothing more',
  does: (ctx, _, { id }) => withdrawVoucher(ctx, id),
  flash: () => words.withdrawnNow,
  next: () => vouchersHref,
})

const { api, pages } = surfaces(vouchers, issue, withdrawal)

/** Innovation vouchers: those of my labs, and those that my institutions gave and may give. */
export const voucherRoutes = api
export const voucherPages = new Hono<Env>()
  .get(vouchersHref, (c) => vouchersPage(c))
  .route('/', pages)

async function vouchersPage(c: HonoContext<Env>, form?: Filled) {
  const { ctx } = c.var
  const today = provinceDay(ctx)
  const opening = { validFrom: today, validTo: `${today.slice(0, 4)}-12-31` }
  const opened = form ?? filledIn(voucherForm.open(opening))
  const institution = await managedInstitutionChoices(ctx)
  const sought = c.req.query('labs')
  const chosen = [c.req.query('lab'), opened.value('lab')]
  const { labs, hasMore } = await labChoices(ctx, { sought, chosen })
  const choices = { institution, lab: labs }
  return page(
    c,
    { title: words.vouchers, lead: words.lead, status: opened.status },
    <>
      <FindLabs action={vouchersHref} {...{ sought, hasMore }} />
      {await vouchers.view(c, { choices })}
      {institution.length > 0 && (
        <Section title={words.issue}>
          <EntityForm
            {...{ of: voucherForm, form: opened, choices, submit: words.issue }}
            action={vouchersHref}
          />
        </Section>
      )}
    </>,
  )
}

type Cover = { coverPercent: number | null; coverFen: number | null; capFen: number | null }

function coverText({ coverPercent, coverFen, capFen }: Cover): Text {
  const cap = capFen === null ? null : formatYuan(capFen, 'zh')
  return coverPercent === null
    ? words.sum(formatYuan(coverFen ?? 0, 'zh'))
    : words.share(coverPercent, cap)
}
