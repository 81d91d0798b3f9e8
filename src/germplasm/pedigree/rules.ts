import type { LocalText } from '../../core/text.ts'
import type { ParentRole, Pedigree } from './model.ts'

/** One relative in a pedigree, with those beyond it. */
export type Relative = {
  role: ParentRole
  /** Null where only its name is known. */
  record: { id: string; title: LocalText } | null
  name: string | null
  /** It stands in the tree already, where those beyond it are shown. */
  isRepeated: boolean
  beyond: Relative[]
}

/** Parents, their parents and so on: each relative once with what is beyond it. */
export function ancestorsOf(rootId: string, { ancestors }: Pedigree): Relative[] {
  const edges = ancestors.map(({ childId, role, parent, name }) => ({
    from: childId,
    role,
    record: parent,
    name,
  }))
  return beyond(
    rootId,
    Map.groupBy(edges, ({ from }) => from),
    new Set([rootId]),
  )
}

/** Progeny, theirs and so on. */
export function progenyOf(rootId: string, { progeny }: Pedigree): Relative[] {
  const edges = progeny.map(({ parentId, role, child }) => ({
    from: parentId,
    role,
    record: child,
    name: null,
  }))
  return beyond(
    rootId,
    Map.groupBy(edges, ({ from }) => from),
    new Set([rootId]),
  )
}

type Edge = { role: ParentRole; record: Relative['record']; name: string | null }

function beyond(
  id: string,
  edges: ReadonlyMap<string, readonly Edge[]>,
  seen: Set<string>,
): Relative[] {
  const unique = new Map((edges.get(id) ?? []).map((edge) => [keyOf(edge), edge]))
  return [...unique.values()].map(({ role, record, name }) => {
    const isRepeated = record !== null && seen.has(record.id)
    if (record) seen.add(record.id)
    const more = record && !isRepeated ? beyond(record.id, edges, seen) : []
    return { role, record, name, isRepeated, beyond: more }
  })
}

/** A parentage is found once for each way that leads to it. */
const keyOf = ({ role, record, name }: Edge) => JSON.stringify([role, record?.id, name])
