import type { Context as HonoContext } from 'hono'
import { chargeHref } from '../../../charges/words/paths.ts'
import { Yuan } from '../../../charges/charges/pages/money.tsx'
import { bothLanguages } from '../../../core/text.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { columnWords } from '../../../web/words.ts'
import type { getRequest } from '../../requests/actions/read.ts'
import { unitNamed, partsOf } from '../../requests/rules/units.ts'
import { requestPaths } from '../../words/paths.ts'
import { feesOfRequest, pricesNow } from '../actions/waive.ts'
import { waiverForm } from '../model.ts'
import type { ItemFeeRow } from '../queries.ts'
import { feeOfText } from '../rules.ts'
import { feeWords as words } from '../words.ts'

type Shown = Awaited<ReturnType<typeof getRequest>>
type Row = { fee: ItemFeeRow; item: Shown['items'][number] }

/** On a request's page: what its items cost as they were approved, and what was charged; nothing where all is free. */
export async function feeSection(c: HonoContext<Env>, request: Shown) {
  const fees = await feesOfRequest(c.var.ctx, { id: request.id })
  const rows = fees.flatMap((fee): Row[] => {
    const item = request.items.find(({ id }) => id === fee.item)
    return item?.decision?.answer === 'approved' ? [{ fee, item }] : []
  })
  const open = (await pricesNow(c.var.ctx, request)).flatMap(({ item, fees: now }) => {
    const text = feeOfText(now, { unit: item.unit, parts: partsIn(item.unit, item.quantity) })
    return text ? [{ item, text }] : []
  })
  if (rows.length === 0 && open.length === 0) return null
  return (
    <Section title={words.itemFees} id="fees">
      {rows.length > 0 && (
        <Table caption={words.itemFees} columns={columnsFor(request)} rows={rows} />
      )}
      {open.length > 0 && <Local as="p" class="quiet" text={words.now} />}
      <ul class="plain-list">
        {open.map(({ item, text }) => (
          <li>
            <Local text={item.record.title} /> · <Local text={text} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function partsIn(text: string | null, quantity: number | null): number | null {
  const unit = unitNamed(text)
  return unit === null || quantity === null ? null : Math.round(quantity * partsOf(unit))
}

const columnsFor = (request: Shown): Column<Row>[] => [
  { label: words.item, cell: ({ item }) => <Local text={item.record.title} /> },
  { label: words.itemPrice, cell: (row) => <Price {...row} /> },
  {
    label: words.charged,
    cell: ({ fee: { charges } }) =>
      charges.length === 0 ? (
        <Local as="span" class="quiet" text={words.onShipment} />
      ) : (
        <a href={chargeHref(charges[0]?.id ?? '')}>
          <Yuan fen={charges.reduce((sum, { amountFen }) => sum + amountFen, 0)} />
        </a>
      ),
  },
  {
    label: columnWords.action,
    cell: ({ fee, item }) =>
      request.sides.includes('steward') &&
      fee.waiver === null &&
      item.ended === null &&
      item.shipped < (item.decision?.quantity ?? 0) && (
        <SmallForm
          action={requestPaths.command(request.id, 'fee-waiver')}
          text={words.waive}
          label={words.waiveOf(bothLanguages(item.record.title))}
        >
          <input type="hidden" name="item" value={fee.item} />
          <SmallField
            id={`waive-${fee.item}`}
            name="reason"
            label={waiverForm.labels.reason}
            required
          />
        </SmallForm>
      ),
  },
]

function Price({ fee, item }: Row) {
  const parts = partsIn(item.unit, item.decision?.quantity ?? null)
  const text = feeOfText([fee], { unit: item.unit, parts })
  return (
    <>
      {text && <Local text={text} />}
      {fee.waiver && <Local as="p" class="quiet" text={words.waivedFor(fee.waiver.reason)} />}
    </>
  )
}
