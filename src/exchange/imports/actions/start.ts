import { recordChange } from '../../../audit/actions.ts'
import { refuseUnlessKept, refuseUnlessWriting } from '../../../catalog/records/actions/input.ts'
import type { Kind } from '../../../catalog/records/model/record.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import type { Bytes } from '../../../core/ports.ts'
import { personIdOf } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { inLang } from '../../../core/text.ts'
import {
  attachObjects,
  discardObjects,
  intendObjects,
  randomName,
} from '../../../files/uploads/actions.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'
import { Mapping } from '../../mapping/model.ts'
import {
  deleteImportRows,
  findInstitutionNamed,
  findUsualOwner,
  type ImportRow,
  insertImport,
  lockImport,
  rememberMapping,
  updateImport,
} from '../queries.ts'
import { importWords as words } from '../words.ts'

export type NewFile = {
  kind: Kind
  institutionId: string
  file: { name: string; sizeBytes: number; body: Uint8Array | Bytes }
  /** Shows the good rows at once; otherwise they are drafts. */
  publish: boolean
  dryRun?: boolean
  mapping?: Mapping
}

type StartOptions = {
  /** Whoever asks runs it at once: no job is enqueued. */
  isRunHere?: boolean
}

/**
 * Keeps the file and enqueues its import, by curators of the institution. The columns that were mapped are remembered
 * for its next file. Answers the import's id.
 */
export async function startImport(
  ctx: Context,
  asked: NewFile,
  { isRunHere = false }: StartOptions = {},
): Promise<{ id: string }> {
  const { institutionId, file } = asked
  refuseUnlessKept(ctx.actor, { institutionId, collectionId: null })
  if (file.sizeBytes === 0) throw invalidField('file', words.emptyFile)
  const key = `imports/${ctx.now().toString().slice(0, 4)}/${randomName()}`
  await intendObjects(ctx, [key], 'original')
  try {
    const about = { contentType: 'application/octet-stream', sizeBytes: file.sizeBytes }
    await ctx.objects.put(key, file.body, about)
    return await transact(ctx, async (trx) => {
      await attachObjects(trx, [key])
      const id = await insertImport(trx, rowOf(ctx, asked, key))
      await rememberMapping(trx, asked, asked.mapping ?? {})
      if (!isRunHere) await ctx.jobs.add(trx, 'run_import', { importId: id }, { maxTries: 5 })
      await recordChange(trx, ctx, {
        action: 'import.start',
        entity: 'import',
        entityId: id,
        institutionId,
        after: { kind: asked.kind, file: file.name, dryRun: asked.dryRun ?? false },
      })
      return { id }
    })
  } catch (error) {
    await discardObjects(ctx, [key])
    throw error
  }
}

const rowOf = (ctx: Context, asked: NewFile, key: string) => ({
  kind: asked.kind,
  institution_id: asked.institutionId,
  publish: asked.publish,
  dry_run: asked.dryRun ?? false,
  file_name: asked.file.name.slice(0, 500),
  file_key: key,
  size_bytes: asked.file.sizeBytes,
  mapping: JSON.stringify(asked.mapping ?? {}),
  created_at: ctx.now(),
  created_by: personIdOf(ctx),
})

/**
 * Runs a check once more: with other columns, or to store what it found. What was stored is not run again, it is
 * imported again.
 */
export async function runAgain(
  ctx: Context,
  id: string,
  { mapping, dryRun }: { mapping: Mapping; dryRun: boolean },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const found = await holdImport(trx, ctx, id)
    if (!found.dryRun || found.state === 'queued' || found.state === 'running')
      throw new Problem('conflict', words.notACheck)
    await rememberMapping(trx, found, mapping)
    await deleteImportRows(trx, id)
    await updateImport(trx, id, {
      state: 'queued',
      dry_run: dryRun,
      mapping: JSON.stringify({ ...found.mapping, ...mapping }),
      failure: null,
      ended_at: null,
      position: 0,
      accepted: 0,
      unchanged: 0,
      rejected: 0,
    })
    await ctx.jobs.add(trx, 'run_import', { importId: id }, { maxTries: 5 })
    await recordChange(trx, ctx, {
      action: 'import.start',
      entity: 'import',
      entityId: id,
      institutionId: found.institutionId,
      before: { dryRun: true },
      after: { dryRun },
    })
  })
}

/** An import that is held for a change by who keeps its institution; nobody else may know of it. */
export async function holdImport(trx: Trx, ctx: Context, id: string): Promise<ImportRow> {
  refuseUnlessWriting(ctx.actor)
  const found = isId(id) ? await lockImport(trx, id) : undefined
  if (!found || !managesInstitution(ctx.actor, found.institutionId))
    throw new Problem('not-found', words.noImport)
  return found
}

/** Stops an import that waits or runs: rows that are stored stay, and can be undone. */
export async function cancelImport(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (trx) => {
    const found = await holdImport(trx, ctx, id)
    if (found.state !== 'queued' && found.state !== 'running')
      throw new Problem('conflict', words.isOver)
    await updateImport(trx, id, { state: 'cancelled', ended_at: ctx.now() })
    await recordChange(trx, ctx, {
      action: 'import.cancel',
      entity: 'import',
      entityId: id,
      institutionId: found.institutionId,
      before: { state: found.state },
      after: { state: 'cancelled' },
    })
  })
}

/** A mapping as a form or a command sends it: JSON of a field by each header. */
export function mappingIn(text: string | undefined): Mapping {
  if (!text) return {}
  try {
    return Mapping.parse(JSON.parse(text))
  } catch {
    throw invalidField('mapping', words.badMapping)
  }
}

/** Whose the imported records are: the institution that was named, or the usual owner of such records. */
export async function ownerOf(
  ctx: Context,
  kind: Kind,
  name: string | undefined,
): Promise<{ id: string; name: string }> {
  const found = await (name === undefined
    ? findUsualOwner(ctx.db, kind)
    : findInstitutionNamed(ctx.db, name))
  if (found) return { id: found.id, name: inLang(found, ctx.lang) }
  throw new Problem(
    'invalid',
    name === undefined ? words.noInstitutions : words.noInstitution(name),
  )
}
