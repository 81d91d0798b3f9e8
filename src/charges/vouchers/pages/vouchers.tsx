import { type Context as HonoContext, Hono } from 'hono'
import { chooseInstitution } from '../../../people/institutions/actions/institutions.ts'
import { searchLabs } from '../../../people/labs/actions/labs.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { issueVoucher, provinceDay, searchVouchers, withdrawVoucher } from '../actions.ts'
import { NewVoucher } from '../model.ts'
import { voucherWords as words } from '../words.ts'
import { vouchersHref } from '../../words/paths.ts'
import { typedVoucher, VoucherForm } from './voucher-form.tsx'
import { VoucherTable } from './voucher-table.tsx'

type C = HonoContext<Env>

/** Innovation vouchers: those of my labs, and those that my institutions gave and may give. */
export const voucherPages = new Hono<Env>()
  .get(vouchersHref, (c) => vouchersPage(c))
  .post(vouchersHref, (c) =>
    submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NewVoucher, typedVoucher(form))
        await issueVoucher(c.var.ctx, input)
        setFlash(c, words.issued(input.code))
        return c.redirect(vouchersHref, 303)
      },
      (form) => vouchersPage(c, form),
    ),
  )
  .post(`${vouchersHref}/:id/withdrawal`, async (c) => {
    await withdrawVoucher(c.var.ctx, c.req.param('id'))
    setFlash(c, words.withdrawnNow)
    return c.redirect(vouchersHref, 303)
  })

async function vouchersPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const vouchers = await searchVouchers(ctx)
  const institutions = await chooseInstitution(ctx)
  const kept = institutions.filter(({ id }) => managesInstitution(ctx.actor, id))
  const keptIds = new Set(kept.map(({ id }) => id))
  const today = provinceDay(ctx)
  const year = today.slice(0, 4)
  const opened = form ?? filledWith({ validFrom: today, validTo: `${year}-12-31` })
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: words.vouchers[ctx.lang],
      crumbs: [{ text: words.vouchers }],
      status: opened.status,
    },
    <>
      <PageHead title={words.vouchers} lead={words.lead} />
      {vouchers.length > 0 ? (
        <VoucherTable vouchers={vouchers} today={today} kept={keptIds} />
      ) : (
        <Empty title={words.none} text={words.noneHint} icon="info" />
      )}
      {kept.length > 0 && (
        <Section title={words.issue}>
          <VoucherForm form={opened} institutions={kept} labs={await labChoices(c)} />
        </Section>
      )}
    </>,
  )
}

async function labChoices(c: C) {
  const { items } = await searchLabs(c.var.ctx, { limit: 200 })
  return items.map(({ id, nameZh, nameEn, institutionZh, institutionEn }) => ({
    value: id,
    label: { zh: nameZh, en: nameEn },
    group: { zh: institutionZh, en: institutionEn },
  }))
}
