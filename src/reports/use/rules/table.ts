import type { Lang } from '../../../core/text.ts'
import { inLang } from '../../../core/text.ts'
import type { UseFigures, UseReport } from '../model/use.ts'
import { figureNames, groupingNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'

export const figureKeys = [
  'openHours',
  'outageHours',
  'reservedHours',
  'usedHours',
  'effectiveHours',
  'externalHours',
  'ownHours',
  'sharedHours',
  'utilisation',
  'sharedRate',
  'quotaHours',
  'quotaRate',
  'bookings',
  'missed',
  'lateCancelled',
  'cancelled',
  'samples',
  'incomeFen',
] as const satisfies readonly (keyof UseFigures)[]

/** The report as a table with a total: what its files hold. Money is in yuan there. */
export function useTable(report: UseReport, lang: Lang) {
  return {
    name: `instrument-use-${report.from.slice(0, 10)}-${report.to.slice(0, 10)}`,
    header: [
      groupingNames[report.by][lang],
      'id',
      ...figureKeys.map((key) => figureNames[key][lang]),
    ],
    rows: [
      ...report.items.map((item) => [inLang(item.name, lang), item.key, ...cellsOf(item)]),
      [words.total[lang], '', ...cellsOf(report.total)],
    ],
  }
}

const cellsOf = (figures: UseFigures): (number | null)[] =>
  figureKeys.map((key) => (key === 'incomeFen' ? yuanOf(figures[key]) : figures[key]))

const yuanOf = (fen: number | null) => (fen === null ? null : fen / 100)
