/**
 * Notes the keys of rows; answers in which row a key came before, undefined for a new one. Keys are bytes one behind
 * another, found by their hash: a million of them take 35 MB, a Map of texts takes three times that while it grows.
 */
export function firstRows(): (key: string, row: number) => number | undefined {
  const encoder = new TextEncoder()
  const rows: number[] = []
  const ends = [0]
  let bytes = new Uint8Array(65_536)
  let slots = emptySlots(4096)

  const keyAt = (entry: number) => bytes.subarray(ends[entry], ends[entry + 1])
  /** The place of a key, or the free one that it would have. */
  const slotOf = (key: Uint8Array) => {
    let slot = hashOf(key) % slots.length
    for (let entry = slots[slot] ?? none; entry !== none; entry = slots[slot] ?? none) {
      if (isSame(keyAt(entry), key)) break
      slot = (slot + 1) % slots.length
    }
    return slot
  }
  const add = (key: Uint8Array, row: number) => {
    const end = (ends.at(-1) ?? 0) + key.length
    if (end > bytes.length) bytes = longer(bytes, end)
    bytes.set(key, end - key.length)
    ends.push(end)
    rows.push(row)
    const isFull = rows.length * 2 > slots.length
    if (isFull) slots = emptySlots(slots.length * 2)
    // In a longer table every entry has another place.
    for (let entry = isFull ? 0 : rows.length - 1; entry < rows.length; entry += 1)
      slots[slotOf(keyAt(entry))] = entry
  }
  return (key, row) => {
    const encoded = encoder.encode(key)
    const entry = slots[slotOf(encoded)] ?? none
    if (entry !== none) return rows[entry]
    add(encoded, row)
    return undefined
  }
}

const none = -1
const emptySlots = (count: number) => new Int32Array(count).fill(none)

const isSame = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

function longer(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(bytes.length * 2, least))
  more.set(bytes)
  return more
}

/** FNV-1a. */
function hashOf(key: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of key) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
