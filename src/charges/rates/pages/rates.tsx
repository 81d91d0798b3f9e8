import { formatNumber, formatYuan } from '../../../web/format.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { bothLanguages, inLang, type Text } from '../../../core/text.ts'
import { Empty } from '../../../web/components/messages.tsx'
import { Day } from '../../../web/components/values.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import { StateBadge, Tag } from '../../../web/components/badges.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { estimateOfTyped, getRates, type InstrumentRates, putRates } from '../actions.ts'
import {
  audienceNames,
  rateNames,
  rateSectionWords as sectionWords,
  rateWords,
  rateWords as words,
} from '../words.ts'
import { ratesHref } from '../../words/paths.ts'
import { Yuan } from '../../charges/pages/money.tsx'
import { newRatesOf, RatesForm, typedRates } from './form.tsx'
import { type Audience, audiences, type Policy } from '../../../bookings/policies/model.ts'
import { type RateKey, rateKeys, type Rates } from '../model.ts'
import { rateFor, windowsText } from '../rules.ts'
import type { RateCardRow } from '../queries.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import type { PriceOf } from '../../../bookings/bookings/pages/book.tsx'
import { PriceNow } from '../../../bookings/bookings/pages/form.tsx'

type C = HonoContext<Env>
const path = '/instruments/:id/rates'

/** The rates of an instrument, for everybody; staff publish new ones here. */
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
  const found = await getRates(ctx, id)
  const { instrument, now, versions } = found
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  return page(
    c,
    {
      title: `${words.rates[ctx.lang]} · ${inLang(title, ctx.lang)}`,
      crumbs: [{ text: title, href: paths.record(instrument.id) }, { text: words.rates }],
      status: form?.status ?? 200,
    },
    <>
      <PageHead title={words.ratesOf(bothLanguages(title))} lead={words.lead} />
      {now ? (
        <>
          <PriceTable
            rates={now.rates}
            mine={audienceFor(c, found)}
            hasPeak={instrument.policy.peak !== undefined}
          />
          <Terms policy={instrument.policy} />
        </>
      ) : (
        <Empty title={words.noRates} text={words.noRatesHint} icon="instrument" />
      )}
      {versions.length > 1 && <Versions rates={found} now={ctx.now().epochMilliseconds} />}
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

/** The viewer's audience, once signed in. */
function audienceFor(c: C, { instrument }: InstrumentRates) {
  const { actor } = c.var.ctx
  if (actor.type !== 'person') return undefined
  return audienceOf(actor, instrument)
}

const Editing = ({ id, form, latest }: { id: string; form: Filled; latest: number }) => (
  <Section title={words.edit}>
    <Local as="p" class="quiet statement-note" text={words.editLead} />
    <RatesForm action={ratesHref(id)} form={form} version={latest} />
  </Section>
)

function Versions({ rates, now }: { rates: InstrumentRates; now: number }) {
  const stateOf = (card: RateCardRow) => {
    if (card.version === rates.now?.version) return { tone: 'good', text: words.inForce } as const
    return card.validFrom.epochMilliseconds > now
      ? ({ tone: 'note', text: words.upcoming } as const)
      : ({ tone: 'calm', text: words.past } as const)
  }
  const columns: Column<RateCardRow>[] = [
    { label: words.version, cell: ({ version }) => version },
    {
      label: words.validFrom,
      nowrap: true,
      cell: ({ validFrom }) => <Day when={validFrom} zone={rates.instrument.zone} />,
    },
    { label: words.state, cell: (card) => <StateBadge {...stateOf(card)} /> },
    { label: words.writtenBy, cell: ({ createdBy }) => createdBy },
    { label: words.note, cell: ({ note }) => note },
  ]
  return (
    <Section title={words.versions}>
      <Table caption={words.versions} dense columns={columns} rows={rates.versions} />
    </Section>
  )
}

type Row = { audience: Audience; found: ReturnType<typeof rateFor>; isMine: boolean }
type PriceTableProps = { rates: Rates; mine: Audience | undefined; hasPeak: boolean }

/** Every audience with its price, also where that is another audience's. */
function PriceTable({ rates, mine, hasPeak }: PriceTableProps) {
  const rows = audiences.map((audience) => ({
    audience,
    found: rateFor(rates, audience),
    isMine: audience === mine,
  }))
  const asked = rateKeys.filter(
    (key) =>
      (hasPeak || key !== 'peakHourFen') &&
      rows.some(({ found }) => found?.rate[key] !== undefined),
  )
  return (
    <Table
      caption={words.rates}
      dense
      matrix
      columns={[whoColumn, ...asked.map(priceColumn)]}
      rows={rows}
    />
  )
}

const whoColumn: Column<Row> = { label: words.audience, cell: (row) => <Who {...row} /> }

function Who({ audience, found, isMine }: Row) {
  const t = useText()
  return (
    <span class="rate-who">
      {t(audienceNames[audience])}
      {isMine && <Tag>{t(words.you)}</Tag>}
      {found && found.audience !== audience && (
        <span class="quiet small">{t(words.asFor(audienceNames[found.audience]))}</span>
      )}
    </span>
  )
}

const priceColumn = (key: RateKey): Column<Row> => ({
  label: rateNames[key],
  align: 'end',
  cell: ({ found }) => <Price fen={found?.rate[key]} />,
})

function Price({ fen }: { fen: number | undefined }) {
  const t = useText()
  if (fen !== undefined) return <Yuan fen={fen} />
  return (
    <span class="quiet" title={t(words.notAsked)}>
      –
    </span>
  )
}

/** How time is counted, and the fees for late cancellation and no-shows. */
function Terms({ policy }: { policy: Policy }) {
  const lang = useLang()
  const yuan = (fen: number) => formatYuan(fen, lang)
  const { peak, billRoundMinutes: step = 1 } = policy
  const fees = feeTexts(policy, yuan, (hours) => formatNumber(hours, lang))
  const texts: Text[] = [
    words[policy.billBy ?? 'reserved'],
    ...(step > 1 ? [words.rounding(step)] : []),
    ...(peak ? [words.peakOf(windowsText(peak.windows))] : []),
    ...fees,
    ...(fees.length > 0 ? [words.waived] : []),
  ]
  return (
    <ul class="rate-terms">
      {texts.map((text) => (
        <Local as="li" text={text} />
      ))}
    </ul>
  )
}

function feeTexts(
  { cancelDeadlineMinutes, lateCancelFeeFen = 0, noShowFeeFen = 0 }: Policy,
  yuan: (fen: number) => string,
  number: (value: number) => string,
): Text[] {
  const isLate = cancelDeadlineMinutes !== undefined && lateCancelFeeFen > 0
  return [
    ...(isLate
      ? [words.lateCancel(yuan(lateCancelFeeFen), number(cancelDeadlineMinutes / 60))]
      : []),
    ...(noShowFeeFen > 0 ? [words.noShow(yuan(noShowFeeFen))] : []),
  ]
}

/** In the booking form: the price of the use, updated as the form changes, and a link to the rates. */
export const priceOf: PriceOf = async (ctx, instrument, typed) => (
  <PriceNow lines={await estimateOfTyped(ctx, instrument, typed)}>
    <Local as="a" href={ratesHref(instrument)} text={rateWords.rates} />
  </PriceNow>
)

/** On an instrument's page: what its use costs; nothing where no prices hold. */
export const ratesSection: RecordSection = async (c, { id }) => {
  const { now, instrument } = await getRates(c.var.ctx, id)
  if (!now) return <></>
  return (
    <div class="three-fifths">
      <Section
        title={sectionWords.rates}
        more={{ text: sectionWords.allRates, href: ratesHref(id) }}
      >
        <PriceTable
          rates={now.rates}
          mine={undefined}
          hasPeak={instrument.policy.peak !== undefined}
        />
        <Local as="p" class="quiet small" text={sectionWords.perHour} />
      </Section>
    </div>
  )
}
