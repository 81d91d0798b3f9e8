import type { Text } from '../../core/text.ts'
import { versionWords as words } from './words.ts'

type Objection = { code: string; detail: Text }

/** What is known of a draft version when it is to be published. */
export type PublicationFacts = {
  fileCount: number
  /** Whether the version before has exactly these files. */
  isUnchanged: boolean
  /** Some of the names, and how many there are. */
  openUploads: { names: readonly string[]; count: number }
  damaged: { names: readonly string[]; count: number }
}

/** What stands in the way of publishing a version; `[]` means nothing does. */
export function objectionsToPublishing(facts: PublicationFacts): Objection[] {
  const { openUploads, damaged } = facts
  return [
    openUploads.count > 0 && {
      code: 'uploads_open',
      detail: words.uploadsOpen(openUploads.names, openUploads.count),
    },
    facts.fileCount === 0 && { code: 'no_files', detail: words.noFiles },
    facts.isUnchanged && { code: 'same_files', detail: words.sameFiles },
    damaged.count > 0 && { code: 'damaged', detail: words.damaged(damaged.names, damaged.count) },
  ].filter((objection) => objection !== false)
}
