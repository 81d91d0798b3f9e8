import { wholesOfTaxon } from '../../catalog/search/rules/facets.ts'
import type { Actor } from '../../core/actor.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { Issue } from '../../core/problem.ts'
import { type LineTaxon, type Rank, ranks } from './model.ts'
import { rankNames, taxonWords as words } from './words.ts'

/** Who keeps the taxonomy: administrators and the curators of any institution. */
export const keepsTaxa = (actor: Actor): boolean =>
  isAdministrator(actor) || (actor.type === 'person' && actor.curates.institutionIds.length > 0)

/** A taxon that another names, as the taxonomy has it. */
type Found = { id: string; rank: Rank; scientificName: string; accepted: string | null }

type Proposed = {
  id: string | undefined
  rank: Rank
  parent: string | null
  accepted: string | null
}

type TaxonFacts = {
  parent: Found | undefined
  accepted: Found | undefined
  /** Whether others stand below it or are its synonyms, and it would become one itself or change its rank. */
  leavesOthers: boolean
}

/** Every reason why a taxon cannot stand so; none when it can. */
export function objectionsToTaxon(taxon: Proposed, facts: TaxonFacts): Issue[] {
  const parent = taxon.accepted ? [] : objectionsToParent(taxon, facts.parent)
  return [
    ...parent.map((message) => ({ path: 'parent', message })),
    ...objectionsToAccepted(taxon, facts.accepted).map((message) => ({
      path: 'accepted',
      message,
    })),
    ...(facts.leavesOthers ? [{ path: 'rank', message: words.hasOthers }] : []),
  ]
}

function objectionsToParent({ rank, parent }: Proposed, found: Found | undefined) {
  if (!parent) return []
  if (!found) return [words.unknownName(parent)]
  if (found.accepted) return [words.isSynonym(found.scientificName, found.accepted)]
  return levelOf(found.rank) < levelOf(rank)
    ? []
    : [words.notAbove(found.scientificName, rankNames[found.rank])]
}

function objectionsToAccepted({ id, accepted }: Proposed, found: Found | undefined) {
  if (!accepted) return []
  if (!found) return [words.unknownName(accepted)]
  if (found.id === id) return [words.ofItself]
  return found.accepted ? [words.isSynonym(found.scientificName, found.accepted)] : []
}

/** How far down the tree a rank stands: the database's `taxon.level`, from 1. */
export const levelOf = (rank: Rank): number => ranks.indexOf(rank) + 1

/** One step of a path down to a name; what the taxonomy does not have has no id. */
type Step = Omit<LineTaxon, 'id'> & { id: string | null }

type Shown = {
  /** For each name that the taxonomy has, its accepted taxon and those above it, the highest first. */
  lines: ReadonlyMap<string, readonly LineTaxon[]>
  ranks: readonly Rank[]
  /** Only what stands below this one. */
  below?: string
}

/** From the highest shown rank down to the name itself, or to the taxon that it is a synonym of. */
export function pathTo(name: string, { lines, ranks: wanted, below }: Shown): Step[] {
  const [genus = '', own = genus] = wholesOfTaxon(name)
  const exact = lines.get(own)
  const line = exact ?? lines.get(genus) ?? []
  // A synonym’s own genus may be asked for: its accepted taxon stands in another.
  const from =
    below === undefined ? 0 : line.findIndex(({ id }) => id === below) + 1 || line.length - 1
  const known = line.slice(from).filter(({ rank }) => wanted.includes(rank))
  return exact ? known : [...known, stepOf(name)]
}

const stepOf = (scientificName: string): Step => ({
  id: null,
  rank: scientificName.includes(' ') ? 'species' : 'genus',
  scientificName,
  name: { zh: null, en: null },
})

/** A taxon with how many records it and those below it have. */
export type TaxonNode = Step & { count: number; children: TaxonNode[] }

/** Counted paths as trees, the most records first; what the taxonomy has nothing of is apart. */
export function taxonTree(counted: readonly { path: readonly Step[]; count: number }[]): {
  placed: TaxonNode[]
  unplaced: TaxonNode[]
} {
  const placed: TaxonNode[] = []
  const unplaced: TaxonNode[] = []
  for (const { path, count } of counted)
    addTo(path.some(({ id }) => id !== null) ? placed : unplaced, path, count)
  return { placed: byCount(placed), unplaced: byCount(unplaced) }
}

function addTo(nodes: TaxonNode[], [step, ...rest]: readonly Step[], count: number): void {
  if (!step) return
  const known = nodes.find(({ scientificName }) => scientificName === step.scientificName)
  const node = known ?? { ...step, count: 0, children: [] }
  if (!known) nodes.push(node)
  node.count += count
  addTo(node.children, rest, count)
}

function byCount(nodes: readonly TaxonNode[]): TaxonNode[] {
  return nodes
    .map((node) => ({ ...node, children: byCount(node.children) }))
    .toSorted((one, other) => other.count - one.count || inOrder(one, other))
}

const inOrder = (one: Step, other: Step) => (one.scientificName < other.scientificName ? -1 : 1)
