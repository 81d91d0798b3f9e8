/**
 * What an outsider can work out: a population as numbers of people in each of its smallest parts, answers as bounds of
 * sums of these parts, and the exact search for populations that fit all answers.
 */
export type Bounds = { parts: readonly number[]; from: number; to: number }

/** Whether some population fits all answers and has from so many to so many people in the cell. */
export function isPossible(parts: number, answers: readonly Bounds[], cell: Bounds): boolean {
  const all = [...answers, cell]
  const most = Array.from({ length: parts }, (_, part) => mostOf(part, all))
  // The parts that are bounded come last: what is free is tried at its most, and decides nothing.
  const order = most.map((_, part) => part).toSorted((a, b) => (most[b] ?? 0) - (most[a] ?? 0))
  const sums = all.map(() => 0)
  const holds = (at: number) =>
    all.every(({ parts: own, from, to }, index) => {
      const sum = sums[index] ?? 0
      const open = order.slice(at).filter((part) => own.includes(part))
      return sum <= to && sum + open.reduce((room, part) => room + (most[part] ?? 0), 0) >= from
    })
  const search = (at: number): boolean => {
    if (!holds(at)) return false
    const part = order[at]
    if (part === undefined) return true
    const own = all.flatMap((bounds, index) => (bounds.parts.includes(part) ? [index] : []))
    const add = (people: number) => {
      for (const index of own) sums[index] = (sums[index] ?? 0) + people
    }
    for (let people = most[part] ?? 0; people >= 0; people -= 1) {
      add(people)
      const found = search(at + 1)
      add(-people)
      if (found) return true
    }
    return false
  }
  return search(0)
}

/** More people than any answer needs decide nothing. */
const mostOf = (part: number, all: readonly Bounds[]) =>
  Math.min(
    Math.max(...all.map(({ from }) => from)) + 1,
    ...all.filter(({ parts }) => parts.includes(part)).map(({ to }) => to),
  )

/** Cells of fewer people than `smallest` of which the answers rule out that they are empty, or that they are not. */
export function foundOut(
  people: readonly number[],
  answers: readonly Bounds[],
  { cells, smallest }: { cells: readonly (readonly number[])[]; smallest: number },
): (readonly number[])[] {
  const sizeOf = (parts: readonly number[]) =>
    parts.reduce((sum, part) => sum + (people[part] ?? 0), 0)
  return cells.filter(
    (parts) =>
      sizeOf(parts) < smallest &&
      !(
        isPossible(people.length, answers, { parts, from: 0, to: 0 }) &&
        isPossible(people.length, answers, { parts, from: 1, to: smallest - 1 })
      ),
  )
}

/** Every set of parts but the empty one. */
export const everyCell = (parts: number): number[][] =>
  Array.from({ length: 2 ** parts - 1 }, (_, at) =>
    Array.from({ length: parts }, (__, part) => part).filter((part) => ((at + 1) >> part) & 1),
  )
