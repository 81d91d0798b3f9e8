import { bytesText } from '../../core/bytes.ts'
import { bothLanguages, type LocalText, type Text } from '../../core/text.ts'
import type { Use } from './model.ts'
import { storageWords as words } from './words.ts'

const bytesOfGb = 1_000_000_000

export const bytesOf = (limitGb: number): number => Math.round(limitGb * bytesOfGb)
export const gbOf = (bytes: number): number => bytes / bytesOfGb

export type Owned = Use & { of: 'institution' | 'lab'; name: LocalText }

/** The first limit that more bytes would pass, in words; undefined where they fit. */
export function objectionToStoring(owners: readonly Owned[], askedBytes: number): Text | undefined {
  if (askedBytes === 0) return undefined
  const over = owners.find(
    ({ usedBytes, limitBytes }) => limitBytes !== null && usedBytes + askedBytes > limitBytes,
  )
  if (!over) return undefined
  const facts = {
    used: bytesText(over.usedBytes),
    limit: bytesText(over.limitBytes ?? 0),
    asked: bytesText(askedBytes),
  }
  const say = over.of === 'lab' ? words.overLab : words.overInstitution
  return say(bothLanguages(over.name), facts)
}

/** `已用 12 GB，上限 50 GB，剩余 38 GB`. */
export function useInWords({ usedBytes, limitBytes }: Use): Text {
  const used = bytesText(usedBytes)
  if (limitBytes === null) return words.usedFreely(used)
  const left = bytesText(Math.max(0, limitBytes - usedBytes))
  return words.usedOf({ used, limit: bytesText(limitBytes), left })
}
