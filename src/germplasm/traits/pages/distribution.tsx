import type { z } from 'zod'
import { FieldList } from '../../../web/components/values.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import type { DistributionAnswer } from '../model.ts'
import type { TraitRow } from '../queries.ts'
import { valueText } from '../rules.ts'
import { traitWords as words } from '../words.ts'

type Spread = z.output<typeof DistributionAnswer>
type Bar = Spread['bars'][number]

/** How often each value, or each span of values, was found: a table whose counts are bars too. */
export function Distribution({ trait, spread }: { trait: TraitRow; spread: Spread }) {
  const lang = useLang()
  const { mean, deviation, observations, bars } = spread
  if (observations === 0) return <Local as="p" class="quiet" text={words.noObservations} />
  const measured = (value: number) => {
    const text = formatNumber(Number(value.toPrecision(4)), lang)
    return trait.unit ? `${text} ${trait.unit}` : text
  }
  const facts = [
    { label: words.ofAccessions, value: formatNumber(observations, lang) },
    ...(mean === null ? [] : [{ label: words.mean, value: measured(mean) }]),
    ...(deviation === null ? [] : [{ label: words.deviation, value: measured(deviation) }]),
  ]
  return (
    <>
      <FieldList fields={facts} />
      <Table
        caption={words.distribution}
        dense
        matrix
        rows={bars}
        columns={columnsOf(trait, bars)}
      />
    </>
  )
}

function columnsOf(trait: TraitRow, bars: readonly Bar[]): Column<Bar>[] {
  const most = Math.max(...bars.map(({ count }) => count))
  return [
    { label: words.value, nowrap: true, cell: (bar) => <Local text={nameOf(trait, bar)} /> },
    {
      label: words.count,
      cell: ({ count }) => (
        <>
          <meter value={count} max={most} /> <span class="numeric">{count}</span>
        </>
      ),
    },
  ]
}

function nameOf(trait: TraitRow, { from, to, value }: Bar) {
  if (value !== null) return valueText(trait, value)
  const text = `${short(from)} – ${short(to)}`
  return { zh: text, en: text }
}

const short = (value: number | null) => String(Number((value ?? 0).toPrecision(4)))
