import type { Context as HonoContext } from 'hono'
import type { LotRow } from '../lots/actions/hold.ts'
import { lotWords } from '../lots/words.ts'
import type { LocalText } from '../../core/text.ts'
import type { Choice } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import type { Columns } from '../../web/columns.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { write } from '../../web/write.tsx'
import { amountOf } from '../rules.ts'
import { stockWords, unitNames } from '../words/common.ts'
import { stockPaths } from '../words/paths.ts'
import { countLot, enterEntry, entriesOf, type EntryRow, reservationsOf } from './actions.ts'
import { countForm, EntryAnswer, entryForm } from './model.ts'
import { entryKindNames, entryWords as words } from './words.ts'

type C = HonoContext<Env>
type Again = (c: C, form: Filled) => Promise<Response>
const tag = 'stock'
const path = '/lots/:id/entries'

/** As a bank statement has it: what went out and what came in, each in its column, and what was left. */
const columns: Columns<EntryRow> = {
  at: { label: words.at, moment: ({ at }) => at },
  kind: { label: words.kind, text: ({ kind }) => entryKindNames[kind] },
  reason: { label: stockWords.reason, text: (entry) => reasonOf(entry) },
  other: {
    label: words.otherLot,
    code: ({ otherLot }) => otherLot?.code ?? null,
    href: ({ otherLot }) => stockPaths.lot(otherLot?.id ?? ''),
  },
  who: { label: words.who, text: ({ by }) => by?.name ?? null },
  taken: { label: words.taken, number: ({ change }) => (change < 0 ? -change : null) },
  given: { label: words.given, number: ({ change }) => (change > 0 ? change : null) },
  held: { label: words.held, number: ({ held }) => held || null },
  balance: { label: lotWords.balance, number: ({ balance }) => balance },
  unit: { label: stockWords.unit, text: ({ unit }) => unitNames[unit] },
}

const ledger = list({
  path,
  tag,
  summary: 'The ledger of a lot, the newest line first; for curators and stewards of its record',
  refuses: [401],
  title: words.ledger,
  empty: { title: words.none },
  item: EntryAnswer,
  filters: noFilters,
  query: entriesOf,
  columns,
})

/** The ledger of a lot, and the ways to write into it; what is refused is shown again on the lot’s page. */
export function ledgerOf(again: { entry: Again; count: Again }) {
  const written = {
    tag,
    refuses: [409],
    creates: true,
    result: EntryAnswer,
    next: (_: unknown, { lotId }: EntryRow) => stockPaths.lot(lotId),
  }
  const entry = write({
    ...written,
    path,
    summary: 'Enter what was put in, taken, held back, released or shipped',
    description: 'A line is never changed; under one Idempotency-Key it is written once.',
    form: entryForm,
    does: enterEntry,
    flash: () => words.entered,
    page: again.entry,
  })
  const count = write({
    ...written,
    path: '/lots/:id/counts',
    summary: 'Stock-take: enter what was counted',
    form: countForm,
    does: countLot,
    flash: (_, { unit, counted, expected }) =>
      words.countedNow(amountOf(unit, counted ?? 0), amountOf(unit, expected ?? 0)),
    page: again.count,
  })
  return { parts: [ledger, entry, count], section: ledgerSection }
}

/** The form of an entry, a stock-take, and the ledger below them; of a frozen lot, and for stewards, the ledger alone. */
async function ledgerSection(c: C, lot: LotRow, typed?: Filled) {
  const open = await reservationsOf(c.var.ctx, lot.id)
  const reservation = open.map(({ id, purpose, open: quantity }) => {
    const { zh, en } = amountOf(lot.unit, quantity)
    return { value: id, label: { zh: `${purpose}（${zh}）`, en: `${purpose} (${en})` } }
  })
  return (
    <>
      {lot.isKept && !lot.frozenAt && <Entering lot={lot} form={typed} reservation={reservation} />}
      <Section title={words.ledger}>{await ledger.view(c, { of: { id: lot.id } })}</Section>
    </>
  )
}

type EnteringProps = { lot: LotRow; form: Filled | undefined; reservation: readonly Choice[] }

function Entering({ lot: { id, isOpenHarvest }, form, reservation }: EnteringProps) {
  const opening = { kind: isOpenHarvest ? 'in' : 'out' }
  return (
    <>
      {!isOpenHarvest && <Counting action={`${stockPaths.lot(id)}/counts`} />}
      <Section title={words.enterTitle} id="enter">
        <EntityForm
          {...{ of: entryForm, form: form ?? filledIn(entryForm.open(opening)) }}
          action={`${stockPaths.lot(id)}/entries`}
          submit={words.enter}
          choices={{ reservation }}
        />
      </Section>
    </>
  )
}

const Counting = ({ action }: { action: string }) => (
  <div class="kept-actions">
    <SmallForm action={action} text={words.count} about={words.countAbout}>
      <SmallField id="count-counted" name="counted" label={countForm.labels.counted} required />
      <SmallField id="count-reason" name="reason" label={countForm.labels.reason} />
    </SmallForm>
  </div>
)

/** A stock-take says both figures, then why. */
function reasonOf(entry: EntryRow): LocalText | string | null {
  const { unit, counted, expected, reason, approval } = entry
  if (approval !== null) {
    const { zh, en } = words.approvedBy(approval)
    return {
      zh: [reason, zh].filter(Boolean).join('；'),
      en: [reason, en].filter(Boolean).join('; '),
    }
  }
  if (counted === null || expected === null) return reason
  const { zh, en } = words.countedLine(amountOf(unit, counted), amountOf(unit, expected))
  return { zh: reason ? `${zh}；${reason}` : zh, en: reason ? `${en}; ${reason}` : en }
}
