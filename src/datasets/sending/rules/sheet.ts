import type { Text } from '../../../core/text.ts'
import type { Progress } from '../model.ts'

export type SheetState = 'waiting' | Progress['state']

/** A file that was chosen, and how far it is. */
export type Entry<File = Blob> = {
  name: string
  bytes: File
  sizeBytes: number
  sentBytes: number
  state: SheetState
  detail?: Text | undefined
}

export type Sheet<File = Blob> = ReadonlyMap<string, Entry<File>>

const keyOf = (name: string) => name.normalize('NFC')

/** With more files; one that is chosen again under its name begins anew unless it is on its way or there. */
export function withFiles<File extends { size: number }>(
  sheet: Sheet<File>,
  files: readonly { name: string; bytes: File; detail?: Text | undefined }[],
): Sheet<File> {
  const next = new Map(sheet)
  for (const { name, bytes, detail } of files) {
    const state = next.get(keyOf(name))?.state
    if (state === 'sending' || state === 'checking') continue
    const fresh = { name, bytes, sizeBytes: bytes.size, sentBytes: 0 }
    next.set(keyOf(name), { ...fresh, state: detail ? 'failed' : 'waiting', detail })
  }
  return next
}

/** With what is known of one of them by now. */
export function withProgress<File>(sheet: Sheet<File>, now: Progress): Sheet<File> {
  const entry = sheet.get(keyOf(now.name))
  if (!entry) return sheet
  const sentBytes = Math.min(now.sentBytes, entry.sizeBytes)
  return new Map(sheet).set(keyOf(now.name), {
    ...entry,
    sentBytes,
    state: now.state,
    detail: now.detail,
  })
}

/** Nothing is on its way any more; what the server has all of, it still verifies. */
export const stopped = <File>(sheet: Sheet<File>): Sheet<File> =>
  new Map(
    [...sheet].map(([key, entry]) => [
      key,
      entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry,
    ]),
  )

export function without<File>(sheet: Sheet<File>, name: string): Sheet<File> {
  const next = new Map(sheet)
  next.delete(keyOf(name))
  return next
}

/** Those that a run has to send: neither there nor refused. */
export const toSend = <File>(sheet: Sheet<File>): Entry<File>[] =>
  [...sheet.values()].filter(({ state }) => state !== 'attached' && state !== 'failed')

export type Sum = {
  files: number
  attached: number
  failed: number
  sizeBytes: number
  sentBytes: number
}

/** All of it in figures; what was refused is no part of the bytes. */
export function sumOf(sheet: Sheet<unknown>): Sum {
  const sum = { files: 0, attached: 0, failed: 0, sizeBytes: 0, sentBytes: 0 }
  for (const { state, sizeBytes, sentBytes } of sheet.values()) {
    sum.files += 1
    if (state === 'failed') {
      sum.failed += 1
      continue
    }
    if (state === 'attached') sum.attached += 1
    sum.sizeBytes += sizeBytes
    sum.sentBytes += state === 'attached' ? sizeBytes : sentBytes
  }
  return sum
}

/** What people look for first: what failed, what is under way, what waits; then what is there. */
const order: readonly SheetState[] = ['failed', 'sending', 'checking', 'waiting', 'attached']

/** The first rows to show, and how many more there are: a table of 100,000 rows is no help. */
export function rowsToShow<File>(sheet: Sheet<File>, most: number) {
  const rows: Entry<File>[] = []
  for (const state of order)
    for (const entry of sheet.values()) {
      if (rows.length >= most) break
      if (entry.state === state) rows.push(entry)
    }
  return { rows, more: sheet.size - rows.length }
}
