/** A sample in a genealogy, with what is beyond it. */
export type Relative<Sample> = {
  sample: Sample
  /** It stands in the tree already, where what is beyond it is shown. */
  isRepeated: boolean
  beyond: Relative<Sample>[]
}

export type Step<Sample> = { from: string; sample: Sample }

/** Steps away from a sample as a tree: each sample once with what is beyond it. */
export function treeOf<Sample extends { id: string }>(
  rootId: string,
  steps: readonly Step<Sample>[],
): Relative<Sample>[] {
  const byFrom = Map.groupBy(steps, ({ from }) => from)
  const seen = new Set([rootId])
  const beyond = (id: string): Relative<Sample>[] =>
    (byFrom.get(id) ?? []).map(({ sample }) => {
      const isRepeated = seen.has(sample.id)
      seen.add(sample.id)
      return { sample, isRepeated, beyond: isRepeated ? [] : beyond(sample.id) }
    })
  return beyond(rootId)
}
