import type { Kind } from '../../catalog/records/model/record.ts'
import type { Issue } from '../../core/problem.ts'
import type { Available } from '../../stock/lots/rules.ts'
import { figures } from '../../stock/rules.ts'
import type { Delivery } from '../requests/model/events.ts'
import type { AskedUnit } from '../requests/model/units.ts'
import { partsOf } from '../requests/rules/units.ts'
import { askedUnitNames } from '../requests/words/units.ts'
import type { NewItem, Target } from './model.ts'
import { basketRefusals as refusals, basketWords as words } from './words.ts'

/** What decides how something of a record is asked for. */
export type ThingFacts = {
  kind: Kind
  profile: string | null
  /** What can be had of it; undefined where no stock of it is kept. */
  available: readonly Available[] | undefined
  /** In what the chosen service is counted. */
  serviceUnit: AskedUnit | undefined
}

/** An item as rows keep it. */
export type Thing = {
  delivery: Delivery
  /** In smallest parts of the unit. */
  quantity: number | null
  unit: AskedUnit | null
  isLoan: boolean
  target: Target
}

type Asked = Pick<NewItem, 'quantity' | 'unit' | 'isLoan' | 'target'>

/** What somebody asked for as an item, or everything that is wrong with it. */
export function thingOf(
  facts: ThingFacts,
  asked: Asked,
): { thing: Thing; issues: [] } | { thing: undefined; issues: Issue[] } {
  const { kind } = facts
  const known = [...issuesOfTarget(kind, asked), ...issuesOfLoan(kind, asked)]
  const { isLoan, target } = asked
  if (kind === 'dataset') {
    const issues = [...known, ...issuesOfFiles(asked)]
    if (issues.length > 0) return { thing: undefined, issues }
    return {
      thing: { delivery: 'download', quantity: null, unit: null, isLoan, target },
      issues: [],
    }
  }
  const { unit, quantity } = { ...usualOf(facts), ...definedIn(asked) }
  const parts = Math.round(quantity * partsOf(unit))
  const issues = [...known, ...issuesOfQuantity(facts, { unit, quantity })]
  if (issues.length > 0) return { thing: undefined, issues }
  const delivery = kind === 'instrument' ? 'order' : 'shipment'
  return { thing: { delivery, quantity: parts, unit, isLoan, target }, issues: [] }
}

const definedIn = ({ quantity, unit }: Asked) => ({
  ...(quantity !== undefined && { quantity }),
  ...(unit !== undefined && { unit }),
})

const targetsOf: Readonly<Record<Kind, readonly (keyof Target)[]>> = {
  instrument: ['serviceId'],
  dataset: ['versionId', 'fileIds'],
  accession: ['lotId', 'form'],
  collection: ['criteria', 'samples'],
}

const issuesOfTarget = (kind: Kind, { target }: Asked): Issue[] => [
  ...Object.keys(target)
    .filter((name) => !targetsOf[kind].some((one) => one === name))
    .map((name) => ({ path: `target.${name}`, message: refusals.notOfKind })),
  ...(kind === 'instrument' && target.serviceId === undefined
    ? [{ path: 'target.serviceId', message: refusals.noService }]
    : []),
]

const issuesOfLoan = (kind: Kind, { isLoan }: Asked): Issue[] =>
  isLoan && kind !== 'accession' && kind !== 'collection'
    ? [{ path: 'isLoan', message: refusals.notOfKind }]
    : []

const issuesOfFiles = ({ quantity, unit, target }: Asked): Issue[] => [
  ...(quantity === undefined ? [] : [{ path: 'quantity', message: refusals.notOfKind }]),
  ...(unit === undefined ? [] : [{ path: 'unit', message: refusals.notOfKind }]),
  ...(target.fileIds && target.versionId === undefined
    ? [{ path: 'target.versionId', message: refusals.versionNeeded }]
    : []),
]

/** What nobody needs more of in one request, where its lots say nothing. */
const mostOf: Readonly<Record<AskedUnit, number>> = {
  seed: 100_000,
  gram: 10_000,
  vial: 1000,
  straw: 1000,
  plant: 10_000,
  millilitre: 10_000,
  sample: 10_000,
  hour: 1000,
  item: 1000,
}

/** In which units something is asked for, the usual one first. */
export function unitsOf({ kind, profile, available, serviceUnit }: ThingFacts): AskedUnit[] {
  if (kind === 'dataset') return []
  if (kind === 'instrument') return serviceUnit ? [serviceUnit] : []
  if (kind === 'collection') return ['sample']
  if (available && available.length > 0) return available.map(({ unit }) => unit)
  if (profile === 'microbe') return ['vial', 'millilitre']
  return profile === 'animal' ? ['straw', 'vial', 'millilitre'] : ['seed', 'gram', 'plant', 'vial']
}

const usualQuantity: Readonly<Record<AskedUnit, number>> = {
  seed: 50,
  gram: 5,
  vial: 1,
  straw: 1,
  plant: 1,
  millilitre: 1,
  sample: 1,
  hour: 1,
  item: 1,
}

/** What is asked for where nobody said how much: a small adequate quantity, no more than is given at once. */
export function usualOf(facts: ThingFacts): { unit: AskedUnit; quantity: number } {
  const [unit = 'item'] = unitsOf(facts)
  return { unit, quantity: Math.min(usualQuantity[unit], mostPerRequest(facts, unit)) }
}

/** The most of one request, in a unit. */
export function mostPerRequest({ available }: ThingFacts, unit: AskedUnit): number {
  const most = available?.find((one) => one.unit === unit)?.requestMax ?? mostOf[unit]
  return Math.min(most, mostOf[unit])
}

type Amount = { unit: AskedUnit; quantity: number }

function issuesOfQuantity(facts: ThingFacts, { unit, quantity }: Amount): Issue[] {
  const units = unitsOf(facts)
  if (!units.includes(unit)) return [{ path: 'unit', message: wrongUnit(units) }]
  const exact = quantity * partsOf(unit)
  if (Math.abs(exact - Math.round(exact)) > 1e-6 || Math.round(exact) < 1)
    return [{ path: 'quantity', message: refusals.notWhole(unit) }]
  const most = mostPerRequest(facts, unit)
  return quantity > most ? [{ path: 'quantity', message: words.mostOf(figures(most), unit) }] : []
}

const wrongUnit = (units: readonly AskedUnit[]) =>
  refusals.wrongUnit(
    units.map((unit) => askedUnitNames[unit].zh).join('、'),
    units.map((unit) => askedUnitNames[unit].en).join(', '),
  )
