import { inLang, type Lang, type LocalText, type Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Cause, Line } from '../../charges/model/lines.ts'
import { causeNames, chargeWords, lineNames } from '../../charges/words.ts'
import { fileWords, statementWords as words } from '../../statements/words.ts'
import { yuanOf } from '../../charges/rules/fen.ts'
import type { StatementPart } from '../../statements/rules/grouped.ts'

type Charge = {
  id: string
  zone: string
  bookingId: string | null
  bookingStart: Temporal.Instant | null
  bookingEnd: Temporal.Instant | null
  at: Temporal.Instant
  personName: string
  purpose: string | null
  cause: Cause
  lines: readonly Line[]
}

type Told = {
  labId: string
  month: string
  statements: readonly StatementPart<Charge>[]
  totalFen: number
}

const columns = [
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

/** A month as a table: a row for each line of each charge, in yuan, and the total below. */
export function statementTable({ labId, month, statements, totalFen }: Told, lang: Lang) {
  const rows = statements.flatMap((part) =>
    part.instruments.flatMap(({ title, rows: charges }) =>
      charges.flatMap((charge) =>
        charge.lines.map((line) => rowOf({ part, title, charge, line }, lang)),
      ),
    ),
  )
  const total = columns.map((key, at) =>
    at === 0 ? words.totalOnly[lang] : key === 'amount' ? yuanOf(totalFen) : null,
  )
  return {
    name: `statement-${month}-${labId.slice(-8)}`,
    header: columns.map((key) => fileWords[key][lang]),
    rows: [...rows, total],
  }
}

type Cell = {
  part: Pick<StatementPart<Charge>, 'institution' | 'statementId'>
  title: LocalText
  charge: Charge
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
