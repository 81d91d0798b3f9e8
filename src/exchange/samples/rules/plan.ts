import type { SampleToMake } from '../../../samples/samples/model.ts'
import { type AmountUnit, amountUnits, type Family, families } from '../../../samples/model.ts'
import { sampleImportWords as words } from '../words.ts'
import { furtherEvents } from './events.ts'
import type { Fault, ReadRow, Values } from './row.ts'

/** Values of a sample that a file may change. */
export type Kept = {
  type: string
  temperature: string | null
  createdOn: string | null
  anatomicalName: string | null
  anatomicalCode: string | null
  diagnoses: readonly string[]
  useConditions: readonly string[]
  donorCode: string | null
  sourceCode: string | null
  ageYears: number | null
  amount: number
  unit: string
  freezeThaws: number
  sprec: string | null
  note: string | null
}

/** A sample that has a code of the file. */
export type Known = Kept & {
  id: string
  code: string
  recordId: string
  family: string
  version: number
  isBlocked: boolean
  place: string | null
  well: number | null
  /** As `eventText` has them. */
  events: readonly string[]
}

/** Its code in upper case. */
export type ToSeat = { code: string; temperature: string | null }
export type Seat = { box: string; well: number }
export type Facts = {
  recordId: string
  /** Of samples whose family is not said. */
  family: Family
  known: ReadonlyMap<string, Known>
  /** Samples of the collection that are named as parents. */
  parents: ReadonlyMap<string, { donorCode: string | null }>
  /** Whether the collection has donors, and sources; where nobody said what it is of, both. */
  has: { donors: boolean; sources: boolean }
  /** Upper codes of donors that withdrew. */
  withdrawn: ReadonlySet<string>
  /** Where box and well of a row are, or why not. */
  seatOf: (box: string, well: string, sample: ToSeat) => Seat | Fault
}

/** `events` are those that it does not have yet. */
export type Step = {
  number: number
  code: string
  seat: Seat | undefined
  events: readonly string[]
} & (
  | {
      is: 'new'
      sample: SampleToMake
      donorCode: string | null
      sourceCode: string | null
      parentCodes: readonly string[]
      sex: string | undefined
    }
  | { is: 'changed'; known: Known; after: Kept; sex: string | undefined }
  | { is: 'unchanged' }
)
export type Refused = { number: number; faults: Fault[] }

type Before = ReadonlyMap<string, { number: number; donorCode: string | null }>
type Come = { before: Before; seats: ReadonlySet<string> }

/** What is done with each row, in their order, and what is wrong with the others. */
export function planOf(
  rows: readonly ReadRow[],
  facts: Facts,
): { steps: Step[]; refused: Refused[] } {
  const steps: Step[] = []
  const refused: Refused[] = []
  const before = new Map<string, { number: number; donorCode: string | null }>()
  const seats = new Set<string>()
  for (const row of rows) {
    const { step, faults } = stepOf(row, facts, { before, seats })
    if (faults.length > 0) refused.push({ number: row.number, faults })
    else {
      if (step.seat) seats.add(seatKey(step.seat))
      before.set(step.code.toUpperCase(), { number: row.number, donorCode: donorOf(step) })
      steps.push(step)
    }
  }
  return { steps, refused }
}

const seatKey = ({ box, well }: Seat) => `${box} ${well}`

function stepOf(row: ReadRow, facts: Facts, come: Come): { step: Step; faults: Fault[] } {
  const code = upper(row.values.code)
  const faults = [...row.faults, ...objectionsToCode(code, come.before)]
  const seat = seatIn(row.values, facts, come.seats)
  if (seat && 'detail' in seat) faults.push(seat)
  const taken = seat && 'box' in seat ? seat : undefined
  const events = list(row.values.events)
  const own = { number: row.number, code: text(row.values.code) ?? '', events }
  const known = facts.known.get(code)
  if (!known) {
    const made = creationOf(row, { ...facts, before: come.before }, faults)
    return { step: { ...own, seat: taken, ...made }, faults }
  }
  const change = changeOf(row, known, facts, faults)
  return { step: { ...own, ...further(change, known, { seat: taken, events }) }, faults }
}

type Further = { seat: Seat | undefined; events: readonly string[] }

/** A sample that only stands elsewhere, or to which more happened, is changed too. */
function further(change: Decided, known: Known, { seat, events: given }: Further) {
  const isThere = known.place === seat?.box && known.well === seat?.well
  const more = { seat: isThere ? undefined : seat, events: furtherEvents(given, known.events) }
  if (change.is === 'changed' || (!more.seat && more.events.length === 0))
    return { ...change, ...more }
  return { is: 'changed' as const, known, after: keptOf(known), sex: undefined, ...more }
}

function objectionsToCode(code: string, before: Before): Fault[] {
  if (code === '') return [{ field: 'code', detail: words.missing }]
  const first = before.get(code)
  return first ? [{ field: 'code', detail: words.duplicate(first.number) }] : []
}

type Decided =
  | Pick<
      Extract<Step, { is: 'new' }>,
      'is' | 'sample' | 'donorCode' | 'sourceCode' | 'parentCodes' | 'sex'
    >
  | Pick<Extract<Step, { is: 'changed' }>, 'is' | 'known' | 'after' | 'sex'>
  | { is: 'unchanged' }

const donorOf = (step: Step) => (step.is === 'new' ? step.donorCode : null)
const upper = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : '')
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const list = (value: Values[keyof Values]): readonly string[] => (Array.isArray(value) ? value : [])

function seatIn(values: Values, { seatOf, known }: Facts, seats: ReadonlySet<string>) {
  const [box, well] = [text(values.box), text(values.well)]
  if (well === null) return undefined
  if (box === null) return { field: 'box', detail: words.boxNeeded } satisfies Fault
  const code = upper(values.code)
  const temperature = text(values.temperature) ?? known.get(code)?.temperature ?? null
  const seat = seatOf(box, well, { code, temperature })
  const isTwice = 'well' in seat && seats.has(seatKey(seat))
  return isTwice ? ({ field: 'well', detail: words.wellTaken } satisfies Fault) : seat
}

/** A known sample under a row: only what its cells say. */
function changeOf({ values }: ReadRow, known: Known, facts: Facts, faults: Fault[]): Decided {
  if (known.recordId !== facts.recordId)
    faults.push({ field: 'code', detail: words.otherCollection })
  if (known.isBlocked) faults.push({ field: '', detail: words.withdrawn })
  if (values.family !== undefined && values.family !== known.family)
    faults.push({ field: 'family', detail: words.familyStays })
  refuseMixed(values, known.family, facts, faults)
  const before = keptOf(known)
  const after = { ...before, ...saidIn(values) }
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  return isSame ? { is: 'unchanged' } : { is: 'changed', known, after, sex: sexIn(values) }
}

function creationOf(
  { values }: ReadRow,
  facts: Facts & { before: Before },
  faults: Fault[],
): Extract<Decided, { is: 'new' }> {
  const family = families.find((one) => one === values.family) ?? facts.family
  const parentCodes = list(values.parentCodes)
  const parents = parentsIn(parentCodes, facts, faults)
  const isPooled = parentCodes.length > 1
  const [only] = parents
  const donorCode = text(values.donorCode) ?? (isPooled ? null : (only?.donorCode ?? null))
  refuseMissing(values, faults)
  refuseMixed(values, family, facts, faults)
  if (family === 'human' && donorCode === null && !isPooled)
    faults.push({ field: 'donorCode', detail: words.donorNeeded })
  const thaws = list(values.events).filter((one) => one.startsWith('thaw')).length
  const sample = { freezeThaws: thaws, ...madeOf(values), family, isPooled }
  const sourceCode = text(values.sourceCode)
  return { is: 'new', sample, donorCode, sourceCode, parentCodes, sex: sexIn(values) }
}

const sexIn = ({ donorSex }: Values) => text(donorSex) ?? undefined

function parentsIn(
  codes: readonly string[],
  { parents, before }: Facts & { before: Before },
  faults: Fault[],
) {
  return codes.flatMap((code) => {
    const found = parents.get(code.toUpperCase()) ?? before.get(code.toUpperCase())
    if (!found) faults.push({ field: 'parentCodes', detail: words.noParent(code) })
    return found ? [found] : []
  })
}

function madeOf(values: Values): Omit<SampleToMake, 'family'> {
  const { donorCode: _donor, sourceCode: _source, type = '', unit, ...said } = saidIn(values)
  return { ...said, code: text(values.code) ?? '', type, ...(isUnit(unit) && { unit }) }
}

const isUnit = (unit: string | undefined): unit is AmountUnit =>
  amountUnits.some((one) => one === unit)

function refuseMissing({ type }: Values, faults: Fault[]): void {
  const isSaid = faults.some(({ field }) => field === 'type')
  if (type === undefined && !isSaid) faults.push({ field: 'type', detail: words.missing })
}

function refuseMixed(
  values: Values,
  family: string,
  { withdrawn, has }: Facts,
  faults: Fault[],
): void {
  const isHuman = family === 'human'
  if (!(isHuman && has.donors) && values.donorCode !== undefined)
    faults.push({ field: 'donorCode', detail: words.noDonor })
  if ((isHuman || !has.sources) && values.sourceCode !== undefined)
    faults.push({ field: 'sourceCode', detail: words.noSource })
  if (withdrawn.has(upper(values.donorCode)))
    faults.push({ field: 'donorCode', detail: words.withdrawn })
}

/** Only what the cells of a row say. */
function saidIn(values: Values): Partial<Kept> {
  const said = {
    type: text(values.type),
    temperature: text(values.temperature),
    createdOn: text(values.createdOn),
    anatomicalName: text(values.anatomicalName),
    anatomicalCode: text(values.anatomicalCode),
    diagnoses: values.diagnoses && list(values.diagnoses).map((code) => code.toUpperCase()),
    useConditions: values.useConditions && list(values.useConditions),
    donorCode: text(values.donorCode),
    sourceCode: text(values.sourceCode),
    ageYears: number(values.ageYears),
    amount: number(values.amount),
    unit: text(values.unit),
    freezeThaws: number(values.freezeThaws),
    sprec: text(values.sprec),
    note: text(values.note),
  }
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== null && value !== undefined),
  )
}

/** In one order, for comparing. */
export const keptOf = (known: Kept): Kept => ({
  type: known.type,
  temperature: known.temperature,
  createdOn: known.createdOn,
  anatomicalName: known.anatomicalName,
  anatomicalCode: known.anatomicalCode,
  diagnoses: known.diagnoses,
  useConditions: known.useConditions,
  donorCode: known.donorCode,
  sourceCode: known.sourceCode,
  ageYears: known.ageYears,
  amount: known.amount,
  unit: known.unit,
  freezeThaws: known.freezeThaws,
  sprec: known.sprec,
  note: known.note,
})
