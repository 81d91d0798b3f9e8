import type { Columns } from '../../../web/columns.tsx'
import { columnWords } from '../../../web/words.ts'
import { paths } from '../../../web/paths.ts'
import { stockWords, unitNames } from '../../words/common.ts'
import { stockPaths } from '../../words/paths.ts'
import type { LotRow } from '../actions/hold.ts'
import { lotForm } from '../model.ts'
import { levelNames, lotWords as words } from '../words.ts'

/** Lots as every list of them shows them. */
export const lotColumns: Columns<LotRow> = {
  code: {
    label: lotForm.labels.code,
    code: ({ code }) => code,
    href: ({ id }) => stockPaths.lot(id),
  },
  record: {
    label: words.record,
    text: ({ record }) => record.title,
    href: ({ record }) => paths.record(record.id),
  },
  balance: { label: words.balance, number: ({ balance }) => balance },
  free: { label: words.free, number: ({ free }) => free },
  unit: { label: stockWords.unit, text: ({ unit }) => unitNames[unit] },
  place: {
    label: words.place,
    text: ({ place }) => place?.path ?? null,
    href: ({ place }) => (place ? stockPaths.place(place.id) : stockPaths.places),
  },
  state: { label: columnWords.state, state: (lot) => stateOf(lot) },
}

/** What one has to know first: that it is frozen, that its harvest is open, or how much is left. */
export function stateOf({ frozenAt, isOpenHarvest, level }: LotRow) {
  if (frozenAt) return { tone: 'calm', text: words.frozen } as const
  return isOpenHarvest ? ({ tone: 'note', text: words.openHarvest } as const) : levelNames[level]
}
