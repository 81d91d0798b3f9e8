/** What is held back of a lot for an item: in parts of the item, and what is open of it in parts of the lot. */
export type Held = { id: string; lotId: string; quantity: number; open: number; isPicked: boolean }

export type Taken<Part> = { from: Part; quantity: number; lotQuantity: number }

/** Takes so much from reservations: what was picked first, then the oldest; less where they have less. */
export function takenFrom<Part extends Held>(
  held: readonly Part[],
  quantity: number,
): Taken<Part>[] {
  let left = quantity
  const taken: Taken<Part>[] = []
  for (const from of held.toSorted((a, b) => Number(b.isPicked) - Number(a.isPicked))) {
    const now = Math.min(left, from.quantity)
    if (now > 0) taken.push({ from, quantity: now, lotQuantity: lotPartsOf(from, now) })
    left -= now
  }
  return taken
}

/** A part of a reservation in parts of its lot: the last takes what is left, so that nothing stays behind. */
function lotPartsOf({ quantity, open }: Held, now: number): number {
  if (now === quantity) return open
  const near = Math.max(1, Math.round((open * now) / quantity))
  return Math.min(near, Math.max(1, open - 1))
}

/** A line that was received, and how much of it came back. */
export type Line = { quantity: number; lotQuantity: number | null; returned: number }

/** Into which lines so much of a loan goes back, in their order; in parts of a lot they sum to what left it. */
export function returnedTo<Part extends Line>(
  lines: readonly Part[],
  quantity: number,
): { to: Part; returned: number; lotQuantity: number }[] {
  let left = quantity
  return lines.flatMap((to) => {
    const now = Math.min(left, to.quantity - to.returned)
    left -= now
    if (now <= 0) return []
    const until = (returned: number) => Math.round(((to.lotQuantity ?? 0) * returned) / to.quantity)
    const returned = to.returned + now
    return [{ to, returned, lotQuantity: until(returned) - until(to.returned) }]
  })
}
