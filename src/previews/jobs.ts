import type { Context } from '../core/context.ts'
import type { JobPayloads, Previews } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'
import { previewFile as readFile, previewVersion as readVersion } from './actions.ts'
import { previewWords as words } from './words.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** The name is the file's in the version that asked. */
    preview_file: { objectId: string; name: string }
    /** All files of a version that were not looked at. */
    preview_version: { versionId: string }
  }
}

type Given = Context & { previews: Previews | undefined }

export const previewFile = (ctx: Given, payload: JobPayloads['preview_file']) =>
  readFile(withChild(ctx), payload)

export const previewVersion = (ctx: Given, { versionId }: JobPayloads['preview_version']) =>
  readVersion(withChild(ctx), versionId)

/** A process that starts no others leaves the job to one that does. */
function withChild({ previews, ...ctx }: Given) {
  if (!previews) throw new Problem('unavailable', words.elsewhere)
  return { ...ctx, previews }
}
