import type { Issue } from '../../core/problem.ts'
import type { LocalText } from '../../core/text.ts'
import { readObserved, type TraitScale, valueText } from '../traits/rules.ts'
import type { Entry } from './model.ts'
import { observationRefusals as refusals } from './words.ts'

const columnNames = {
  accession: ['accession', 'accessionnumber', 'accenumb', '种质编号', '编号', '种质'],
  replicate: ['replicate', 'rep', '重复'],
  observedOn: ['date', 'observedon', '日期', '观测日期'],
  observer: ['observer', '观测人'],
} as const
type ColumnName = keyof typeof columnNames
const columnList = ['accession', 'replicate', 'observedOn', 'observer'] as const

const folded = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * A pasted table as entries: a line an accession, a column a trait. Undefined where the first line names no accession
 * column or no trait, or nothing stands below it. What cannot be right is left for the schema to refuse.
 */
export function entriesIn(table: string): object[] | undefined {
  const lines = table.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [head = '', ...rest] = lines
  const delimiter = ['\t', ';', ','].find((one) => head.includes(one)) ?? '\t'
  const header = head.split(delimiter).map((name) => name.trim())
  const columns = header.map(columnOf)
  const traits = header.filter((name, at) => name !== '' && columns[at] === undefined)
  if (!columns.includes('accession') || traits.length === 0 || rest.length === 0) return undefined
  return rest.flatMap((line) => {
    const cells = line.split(delimiter).map((cell) => cell.trim())
    const named = (name: ColumnName) => cells[columns.indexOf(name)] || undefined
    const replicate = named('replicate')
    const common = {
      accession: named('accession') ?? '',
      ...(replicate && { replicate: Number(replicate) }),
      ...(named('observedOn') && { observedOn: named('observedOn') }),
      ...(named('observer') && { observer: named('observer') }),
    }
    return header.flatMap((trait, at) =>
      cells[at] && trait !== '' && columns[at] === undefined
        ? [{ ...common, trait, value: cells[at] }]
        : [],
    )
  })
}

const columnOf = (name: string): ColumnName | undefined =>
  columnList.find((column) => columnNames[column].some((known) => known === folded(name)))

type Trait = TraitScale & { id: string; code: string }
export type Known = {
  /** Ids of the accessions that a text names. */
  accessionsNamed: (named: string) => readonly string[]
  traitNamed: (named: string) => Trait | undefined
}

/** As its row has it. */
type Observation = {
  record_id: string
  trait_id: string
  value: string
  number: number | null
  replicate: number
  observed_on: string | null
  observer: string | null
}

/** Entries as observations, or everything that is wrong with them, by path. */
export function observationsOf(
  entries: readonly Entry[],
  known: Known,
): { observations: Observation[]; issues: Issue[] } {
  const observations: Observation[] = []
  const issues: Issue[] = []
  const seen = new Map<string, number>()
  for (const [at, entry] of entries.entries()) {
    const read = readEntry(entry, known)
    const found = 'faults' in read ? read.faults : repeated(seen, at, read)
    issues.push(
      ...found.map(([property, message]) => ({ path: `observations.${at}.${property}`, message })),
    )
    if (!('faults' in read)) observations.push(read)
  }
  return { observations, issues }
}

type Fault = readonly [property: keyof Entry, message: Issue['message']]

function readEntry(entry: Entry, known: Known): Observation | { faults: Fault[] } {
  const accessions = known.accessionsNamed(entry.accession)
  const read = readValue(known.traitNamed(entry.trait), entry)
  const faults = accessionFaults(accessions, entry.accession)
  if ('fault' in read) return { faults: [...faults, read.fault] }
  if (faults.length > 0) return { faults }
  const [record_id = ''] = accessions
  const { replicate, observedOn = null, observer = null } = entry
  return { record_id, ...read, replicate, observed_on: observedOn, observer }
}

type ReadValue = Pick<Observation, 'trait_id' | 'value' | 'number'>

function readValue(
  trait: Trait | undefined,
  { trait: named, value }: Entry,
): ReadValue | { fault: Fault } {
  if (!trait) return { fault: ['trait', refusals.noTrait(named)] }
  const read = readObserved(trait, value)
  return 'problem' in read ? { fault: ['value', read.problem] } : { trait_id: trait.id, ...read }
}

function accessionFaults({ length }: readonly string[], named: string): Fault[] {
  if (length === 1) return []
  const fault = length === 0 ? refusals.noAccession : refusals.severalAccessions
  return [['accession', fault(named)]]
}

function repeated(seen: Map<string, number>, at: number, observation: Observation): Fault[] {
  const { record_id, trait_id, replicate, observed_on } = observation
  const key = [record_id, trait_id, replicate, observed_on].join(' ')
  const before = seen.get(key)
  seen.set(key, at)
  return before === undefined ? [] : [['accession', refusals.twice(before + 1)]]
}

type Summed = TraitScale & { unit: string | null; mean: number | null; value: string }

/** What one reads of a trait over all trials: the mean of numbers, else the latest value. */
export function summaryText({ mean, ...trait }: Summed): LocalText {
  const isMeasured = trait.scale === 'numerical' && mean !== null
  return valueText(trait, isMeasured ? String(Number(mean.toPrecision(4))) : trait.value)
}
