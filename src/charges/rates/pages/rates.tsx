import { type Context as HonoContext, Hono } from 'hono'
import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { inLang } from '../../../core/text.ts'
import { Empty } from '../../../web/components/empty.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { getRates, putRates, type RateCardRow, type RatesShown } from '../actions/rates.ts'
import { rateWords as words } from '../words/rates.ts'
import { ratesHref } from '../../words/paths.ts'
import { said } from '../../charges/pages/money.tsx'
import { newRatesOf, RatesForm, typedRates } from './form.tsx'
import { PriceTable, Terms } from './table.tsx'

type C = HonoContext<Env>
const path = '/instruments/:id/rates'

/** What an instrument costs, for everybody; staff publishes new prices here. */
export const ratesPages = new Hono<Env>()
  .get(path, (c) => ratesPage(c, c.req.param('id')))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const id = c.req.param('id')
        const { instrument } = await getRates(c.var.ctx, id)
        await putRates(c.var.ctx, id, newRatesOf(form, { ...instrument, now: c.var.ctx.now() }))
        setFlash(c, words.saved)
        return c.redirect(ratesHref(id), 303)
      },
      (form) => ratesPage(c, c.req.param('id'), form),
    ),
  )

async function ratesPage(c: C, id: string, form?: Filled) {
  const { ctx } = c.var
  const shown = await getRates(ctx, id)
  const { instrument, now, versions } = shown
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  return page(
    c,
    {
      title: `${words.rates[ctx.lang]} · ${inLang(title, ctx.lang)}`,
      crumbs: [{ text: title, href: paths.record(instrument.id) }, { text: words.rates }],
      status: form?.status ?? 200,
    },
    <>
      <PageHead title={words.ratesOf(said(title))} lead={words.lead} />
      {now ? (
        <>
          <PriceTable
            rates={now.rates}
            mine={audienceFor(c, shown)}
            hasPeak={instrument.policy.peak !== undefined}
          />
          <Terms policy={instrument.policy} />
        </>
      ) : (
        <Empty title={words.noRates} text={words.noRatesHint} icon="instrument" />
      )}
      {versions.length > 1 && <Versions shown={shown} now={ctx.now().epochMilliseconds} />}
      {isStaffOf(ctx.actor, instrument) && (
        <Editing
          id={id}
          form={form ?? typedRates(versions[0])}
          latest={versions[0]?.version ?? 0}
        />
      )}
    </>,
  )
}

/** What the viewer is to the instrument, once they are known. */
function audienceFor(c: C, { instrument }: RatesShown) {
  const { actor } = c.var.ctx
  if (actor.type !== 'person') return undefined
  return audienceOf(actor, instrument)
}

const Editing = ({ id, form, latest }: { id: string; form: Filled; latest: number }) => (
  <Section title={words.edit}>
    <p class="quiet statement-note">
      <Local text={words.editLead} />
    </p>
    <RatesForm action={ratesHref(id)} form={form} version={latest} />
  </Section>
)

function Versions({ shown, now }: { shown: RatesShown; now: number }) {
  const stateOf = (card: RateCardRow) => {
    if (card.version === shown.now?.version) return { tone: 'good', text: words.inForce } as const
    return card.validFrom.epochMilliseconds > now
      ? ({ tone: 'note', text: words.upcoming } as const)
      : ({ tone: 'calm', text: words.past } as const)
  }
  const columns: Column<RateCardRow>[] = [
    { key: 'version', label: words.version, head: true, cell: ({ version }) => version },
    {
      key: 'from',
      label: words.validFrom,
      nowrap: true,
      cell: ({ validFrom }) => <Day when={validFrom} zone={shown.instrument.zone} />,
    },
    { key: 'state', label: words.state, cell: (card) => <StateBadge {...stateOf(card)} /> },
    { key: 'by', label: words.writtenBy, cell: ({ createdBy }) => createdBy },
    { key: 'note', label: words.note, cell: ({ note }) => note },
  ]
  return (
    <Section title={words.versions}>
      <Table caption={words.versions} captionUnseen dense columns={columns} rows={shown.versions} />
    </Section>
  )
}
