import type { Context } from '../../../core/context.ts'
import type { Bytes } from '../../../core/ports.ts'
import type { Kind } from '../../../catalog/records/model/record.ts'
import type { Mapping } from '../../mapping/model.ts'
import type { ImportReport } from '../model.ts'
import { findOwnImport, reportOf } from './read.ts'
import { runImport } from './run.ts'
import { startImport } from './start.ts'

export type ImportOptions = {
  kind: Kind
  bytes: Uint8Array | Bytes
  /** Of a stream. */
  sizeBytes?: number
  /** What the file is called in the list of imports. */
  name?: string
  institutionId: string
  /** Shows the good rows at once; otherwise they are drafts. */
  publish: boolean
  dryRun?: boolean
  mapping?: Mapping
  onProgress?: Progress
  /** Told the import's id before its first row is read, by which one that is killed goes on. */
  onStart?: (id: string) => void
}

type Progress = (done: number, total: number) => void

/** An import that is run at once, by whoever asks and waits for it: the same as the job does. */
export async function importRecords(
  ctx: Context,
  { bytes, sizeBytes = lengthOf(bytes), name = '', onProgress, onStart, ...asked }: ImportOptions,
): Promise<ImportReport> {
  const file = { name, sizeBytes, body: bytes }
  const { id } = await startImport(ctx, { ...asked, file }, { isRunHere: true })
  onStart?.(id)
  return resumeImport(ctx, id, onProgress)
}

/** Goes on with an import where it was; of one that has ended it answers what became of it. */
export async function resumeImport(
  ctx: Context,
  id: string,
  onProgress?: Progress,
): Promise<ImportReport> {
  await findOwnImport(ctx, id)
  await runImport(ctx, id, { onProgress })
  return reportOf(ctx, id)
}

const lengthOf = (bytes: Uint8Array | Bytes) => ('length' in bytes ? bytes.length : 0)
