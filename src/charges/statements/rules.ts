import { inLang, type Lang, type LocalText, type Text } from '../../core/text.ts'
import { Temporal } from '../../core/time.ts'
import type { ChargeRow, Line } from '../charges/model.ts'
import { causeNames, chargeWords, lineNames } from '../charges/words.ts'
import { fileWords, statementWords as words } from './words.ts'
import { yuanOf } from '../charges/rules/fen.ts'

export type InstrumentPart = {
  id: string
  title: LocalText
  zone: string
  totalFen: number
  rows: ChargeRow[]
}

export type StatementPart = {
  statementId: string | null
  institutionId: string
  institution: LocalText
  totalFen: number
  instruments: InstrumentPart[]
}

const sumOf = (rows: readonly { amountFen: number }[]) =>
  rows.reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Charges of a month by institution and instrument, in the order of the rows. */
export function groupedCharges(rows: readonly ChargeRow[]): StatementPart[] {
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

type StatementSum = {
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
  /** Of issued statements that the viewer sees whole. */
  paidFen: number
  dueFen: number
  count: number
  /** How many of its statements are issued, of how many. */
  issued: number
  parts: number
}

/** What a lab owes, summed by month, in the order of the rows. */
export function monthSums(sums: readonly StatementSum[]): MonthSum[] {
  return [...Map.groupBy(sums, ({ month }) => month)].map(([month, parts]) => {
    const issued = parts.filter(({ statementId }) => statementId !== null)
    const whole = issued.filter(({ paidFen }) => paidFen !== null)
    const paidFen = sumBy(whole, ({ paidFen: fen }) => fen ?? 0)
    return {
      month,
      institutions: parts.map(({ institutionZh, institutionEn }) => ({
        zh: institutionZh,
        en: institutionEn,
      })),
      totalFen: sumBy(parts, ({ totalFen }) => totalFen),
      paidFen,
      dueFen: sumBy(whole, ({ totalFen }) => totalFen) - paidFen,
      count: sumBy(parts, ({ count }) => count),
      issued: issued.length,
      parts: parts.length,
    }
  })
}

const sumBy = <Part>(parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0)

/** `2026-11`: the month of a moment by the clock of a zone. */
export const monthOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString().slice(0, 7)

export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

/** Some months after another; negative: before it. */
export function monthAfter(month: string, months = 1): string {
  const day = Temporal.PlainDate.from(`${month}-01`)
  return day.add({ months }).toString().slice(0, 7)
}

type MonthTable = {
  labId: string
  month: string
  statements: readonly StatementPart[]
  totalFen: number
}

const fileColumns = [
  'institution',
  'state',
  'instrument',
  'start',
  'end',
  'zone',
  'person',
  'purpose',
  'cause',
  'item',
  'quantity',
  'unit',
  'unitPrice',
  'amount',
  'why',
  'charge',
  'booking',
] as const satisfies readonly (keyof typeof fileWords)[]

/** A month as a table: a row for each line of each charge, in yuan, and the total last. */
export function statementTable({ labId, month, statements, totalFen }: MonthTable, lang: Lang) {
  const rows = statements.flatMap((part) =>
    part.instruments.flatMap(({ title, rows: charges }) =>
      charges.flatMap((charge) =>
        charge.lines.map((line) => rowOf({ part, title, charge, line }, lang)),
      ),
    ),
  )
  const total = fileColumns.map((key, at) =>
    at === 0 ? words.totalOnly[lang] : key === 'amount' ? yuanOf(totalFen) : null,
  )
  return {
    name: `statement-${month}-${labId.slice(-8)}`,
    header: fileColumns.map((key) => fileWords[key][lang]),
    rows: [...rows, total],
  }
}

type Cell = {
  part: Pick<StatementPart, 'institution' | 'statementId'>
  title: LocalText
  charge: ChargeRow
  line: Line
}

function rowOf({ part, title, charge, line }: Cell, lang: Lang): (string | number | null)[] {
  const local = (moment: Temporal.Instant | null) =>
    moment &&
    moment.toZonedDateTimeISO(charge.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return [
    inLang(part.institution, lang),
    (part.statementId ? words.issued : words.open)[lang],
    inLang(title, lang),
    local(charge.bookingStart ?? charge.at)?.replace('T', ' ') ?? null,
    local(charge.bookingEnd)?.replace('T', ' ') ?? null,
    charge.zone,
    charge.personName,
    charge.purpose,
    causeNames[charge.cause][lang],
    lineNames[line.code][lang],
    line.quantity,
    unitNames[line.unit][lang],
    yuanOf(line.unitPriceFen),
    yuanOf(line.amountFen),
    inLang(line.why, lang),
    charge.id,
    charge.bookingId,
  ]
}

export const unitNames: Record<Line['unit'], Text> = {
  h: chargeWords.hour,
  sample: chargeWords.sample,
  once: chargeWords.once,
}
