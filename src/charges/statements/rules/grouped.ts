import type { LocalText } from '../../../core/text.ts'

type Row = {
  instrumentId: string
  titleZh: string | null
  titleEn: string | null
  zone: string
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  statementId: string | null
  amountFen: number
}

export type InstrumentPart<R> = {
  id: string
  title: LocalText
  zone: string
  totalFen: number
  rows: R[]
}

export type StatementPart<R> = {
  statementId: string | null
  institutionId: string
  institution: LocalText
  totalFen: number
  instruments: InstrumentPart<R>[]
}

const sumOf = (rows: readonly { amountFen: number }[]) =>
  rows.reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Charges of a month by the institution that is paid and by instrument, in the order in which they come. */
export function groupedCharges<R extends Row>(rows: readonly R[]): StatementPart<R>[] {
  return [...Map.groupBy(rows, ({ institutionId }) => institutionId)].map(
    ([institutionId, own]) => ({
      institutionId,
      institution: { zh: own[0]?.institutionZh ?? null, en: own[0]?.institutionEn ?? null },
      statementId: own[0]?.statementId ?? null,
      totalFen: sumOf(own),
      instruments: [...Map.groupBy(own, ({ instrumentId }) => instrumentId)].map(
        ([id, charges]) => ({
          id,
          title: { zh: charges[0]?.titleZh ?? null, en: charges[0]?.titleEn ?? null },
          zone: charges[0]?.zone ?? 'UTC',
          totalFen: sumOf(charges),
          rows: charges,
        }),
      ),
    }),
  )
}
