import type { Context } from '../../core/context.ts'
import type { JobPayloads } from '../../core/ports.ts'
import { runImport as run } from './actions/run.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    run_import: { importId: string }
  }
}

/** Takes the rows of a file that was sent, from where a run that was stopped was. */
export const runImport = (ctx: Context, { importId }: JobPayloads['run_import']) =>
  run(ctx, importId)
