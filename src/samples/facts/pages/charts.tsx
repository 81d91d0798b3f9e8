import { Figure } from '../../../web/components/figure.tsx'
import { type ValueColumn, Rows } from '../../../web/columns.tsx'
import { Local } from '../../../web/lang.tsx'
import type { Dimension } from '../model.ts'
import { dimensionTitle, type Fact, type FactTable, titleOf } from '../rules/tables.ts'
import { dimensionNames, factWords as words } from '../words.ts'

type Look = { isHuman: boolean; isStaff: boolean }
type Props = Look & { table: FactTable }

/** Few values, always the same ones: each has its bar, shown or not. */
const whole: readonly Dimension[] = ['sex', 'ageBand']

/** Bars of what is shown, and the same as a table, with exact counts for staff. */
export function FactChart({ table, isHuman, isStaff }: Props) {
  const [dimension] = table.by
  if (!dimension) return <></>
  const shown = table.facts.filter((fact) => fact.shown !== null || whole.includes(dimension))
  const rows = shown.map((fact) => ({
    label: titleOf(fact),
    value: fact.shown && (isHuman ? fact.shown.donors : fact.shown.samples),
  }))
  const others = table.hasOthers && !whole.includes(dimension)
  return (
    <div class="chart-frame">
      <Figure
        title={dimensionNames[dimension]}
        labels={{
          row: dimensionNames[dimension],
          value: isHuman ? words.donorsAtLeast : words.samples,
        }}
        rows={others ? [...rows, { label: words.others, value: null }] : rows}
      />
      <details>
        <Local as="summary" text={words.asTable} />
        <Rows
          title={dimensionNames[dimension]}
          none={words.noneShown}
          columns={factColumns(table.by, { isHuman, isStaff })}
          rows={isStaff ? table.facts.filter(isThere) : shown}
        />
      </details>
    </div>
  )
}

const isThere = ({ exact, shown }: Fact) => shown !== null || (exact?.samples ?? 0) > 0

/** The columns of a table of facts, on a page and in files. */
export function factColumns(
  by: readonly Dimension[],
  { isHuman, isStaff }: Look,
): Record<string, ValueColumn<Fact>> {
  return {
    value: { label: dimensionTitle(by), text: titleOf },
    ...(isHuman && {
      donors: { label: words.donorsAtLeast, number: ({ shown }: Fact) => shown?.donors ?? null },
    }),
    samples: {
      label: isHuman ? words.samplesAtLeast : words.samples,
      number: ({ shown }) => shown?.samples ?? null,
    },
    ...(isHuman &&
      isStaff && {
        exactDonors: {
          label: words.exactDonors,
          number: ({ exact }: Fact) => exact?.donors ?? null,
        },
        exactSamples: {
          label: words.exactSamples,
          number: ({ exact }: Fact) => exact?.samples ?? null,
        },
      }),
  }
}
