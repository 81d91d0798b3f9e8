import type { LocalText } from '../../../core/text.ts'

type Sum = {
  month: string
  institutionZh: string | null
  institutionEn: string | null
  statementId: string | null
  totalFen: number
  paidFen: number | null
  count: number
}

export type MonthSum = {
  month: string
  institutions: LocalText[]
  totalFen: number
  /** Of what is issued and seen whole. */
  paidFen: number
  dueFen: number
  count: number
  /** How many of its parts are issued, and how many there are. */
  issued: number
  parts: number
}

/** What a lab owes to each institution, summed by month; in the order in which the months come. */
export function monthSums(sums: readonly Sum[]): MonthSum[] {
  return [...Map.groupBy(sums, ({ month }) => month)].map(([month, parts]) => {
    const issued = parts.filter(({ statementId }) => statementId !== null)
    const whole = issued.filter(({ paidFen }) => paidFen !== null)
    const paidFen = total(whole, ({ paidFen: fen }) => fen ?? 0)
    return {
      month,
      institutions: parts.map(({ institutionZh, institutionEn }) => ({
        zh: institutionZh,
        en: institutionEn,
      })),
      totalFen: total(parts, ({ totalFen }) => totalFen),
      paidFen,
      dueFen: total(whole, ({ totalFen }) => totalFen) - paidFen,
      count: total(parts, ({ count }) => count),
      issued: issued.length,
      parts: parts.length,
    }
  })
}

const total = <Part>(parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0)
