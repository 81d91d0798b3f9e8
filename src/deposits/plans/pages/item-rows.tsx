import type { Typed } from '../../../core/form.ts'
import { Fields } from '../../../web/fields.tsx'
import { type Filled, namedUnder, typedWithin } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { itemForm, mostItems } from '../model.ts'
import { planWords as words } from '../words.ts'

const rowsAtFirst = 6

/** Blank rows of a plan. */
export function openItems(): Typed {
  const rows = Array.from({ length: rowsAtFirst }, (_, n) =>
    namedUnder(`items.${n}`, itemForm.open({ grade: 'general', sharing: 'on_request' })),
  )
  return Object.assign({ rows: [String(rowsAtFirst)] }, ...rows)
}

const countOf = ({ rows }: Typed) =>
  Math.min(mostItems, Math.max(1, Math.trunc(Number(rows?.[0])) || rowsAtFirst))

const rowsOf = (typed: Typed) => Array.from({ length: countOf(typed) }, (_, n) => `items.${n}`)

/** A row that says nothing of its own: grade and sharing are chosen beforehand. */
const isBlank = (at: string, typed: Typed) => {
  const {
    grade: _,
    sharing: __,
    ...own
  } = itemForm.read(typedWithin(at, typed)) as Record<string, unknown>
  return Object.keys(own).length === 0
}

/** The rows that were typed. Blank ones at the end are left out; one in between stays, so that refusals name its row. */
export function readItems(typed: Typed) {
  const rows = rowsOf(typed)
  const last = rows.findLastIndex((at) => !isBlank(at, typed))
  return rows.slice(0, last + 1).map((at) => itemForm.read(typedWithin(at, typed)))
}

/** Where the plan is written, a row for each package. */
export const ItemRows = ({ form }: { form: Filled }) => (
  <>
    <Local as="h2" text={words.plan} />
    <Local as="p" class="quiet" text={words.planLead} />
    <input type="hidden" name="rows" value={form.value('rows')} />
    {rowsOf(form.typed).map((at, n) => (
      <details class="order-row" open={n === 0 || !isBlank(at, form.typed)}>
        <summary>
          <Local text={words.itemN(n + 1)} />
        </summary>
        <Fields of={itemForm} form={form} at={at} />
      </details>
    ))}
  </>
)
