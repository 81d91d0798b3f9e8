import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowAdministrator, allowReading, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { getLab } from '../../people/labs/actions.ts'
import { allowManager, allowManagerToRead } from '../../people/roles/actions/roles.ts'
import { belongsToLab } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import type { StorageLimit } from './model.ts'
import {
  findInstitutionUse,
  findLabUse,
  findOwner,
  listLabUse,
  listOwners,
  lockLimits,
  writeLimit,
} from './queries.ts'
import { bytesOf, gbOf, objectionToStoring, type Owned } from './rules.ts'

type Key = { id: string }

/** What an institution’s datasets take up, and may; for who keeps its people. */
export async function storageOfInstitution(ctx: Context, { id }: Key) {
  const institution = await getInstitution(ctx, id)
  allowManagerToRead(ctx, institution.id)
  return findInstitutionUse(ctx.db, institution.id)
}

/** The same of its labs. */
export async function storageOfLabs(ctx: Context, { id, ...paging }: Key & Paging) {
  const institution = await getInstitution(ctx, id)
  allowManagerToRead(ctx, institution.id)
  return listLabUse(ctx.db, { ...paging, institutionId: institution.id })
}

/** What was deposited for a lab takes up, and may; for its members too. */
export async function storageOfLab(ctx: Context, { id }: Key) {
  const lab = await getLab(ctx, id)
  allowReading(ctx)
  if (!belongsToLab(ctx.actor, lab)) throw new Problem('forbidden', refusalWords.labLeadersOnly)
  return { ...(await findLabUse(ctx.db, lab.id)), institution: lab.institution }
}

export async function limitInstitution(ctx: Context, { limitGb }: StorageLimit, { id }: Key) {
  allowAdministrator(ctx)
  const institution = await getInstitution(ctx, id)
  await setLimit(ctx, { institutionId: institution.id, labId: null, limitGb })
}

export async function limitLab(ctx: Context, { limitGb }: StorageLimit, { id }: Key) {
  const lab = await getLab(ctx, id)
  const { institutionId } = lab
  allowManager(ctx, institutionId)
  await setLimit(ctx, { institutionId, labId: lab.id, limitGb })
}

type NewLimit = StorageLimit & { institutionId: string; labId: string | null }

async function setLimit(ctx: Context, { limitGb, ...owner }: NewLimit): Promise<void> {
  const { institutionId, labId } = owner
  await transact(ctx, async (trx) => {
    const { limitBytes } = await (labId === null
      ? findInstitutionUse(trx, institutionId)
      : findLabUse(trx, labId))
    const maxBytes = limitGb === undefined ? null : bytesOf(limitGb)
    await writeLimit(trx, { ...owner, maxBytes, at: ctx.now(), by: personIdOf(ctx) })
    const change = {
      institutionId,
      before: { limitGb: limitBytes === null ? null : gbOf(limitBytes) },
      after: { limitGb: limitGb ?? null },
    }
    await (labId === null
      ? recordChange(trx, ctx, {
          ...change,
          action: 'institution.limit_storage',
          entity: 'institution',
          entityId: institutionId,
        })
      : recordChange(trx, ctx, {
          ...change,
          action: 'lab.limit_storage',
          entity: 'lab',
          entityId: labId,
        }))
  })
}

/** What the owners of a dataset’s files use and may: its lab, where it was deposited for one, and its institution. */
export async function storageFor(ctx: Context, recordId: string): Promise<Owned[]> {
  const owner = await findOwner(ctx.db, recordId)
  return owner ? listOwners(ctx.db, owner) : []
}

/**
 * Before more bytes are announced for a dataset: refused where they would pass a limit of its lab or institution. Others
 * who announce bytes wait until the transaction ends, so that two never pass it together.
 */
export async function refuseOverQuota(
  trx: Trx,
  { recordId, bytes }: { recordId: string; bytes: number },
): Promise<void> {
  const owner = await findOwner(trx, recordId)
  if (!owner || (await lockLimits(trx, owner)) === 0) return
  const owners = await listOwners(trx, owner)
  const objection = objectionToStoring(owners, bytes)
  if (objection) throw new Problem('conflict', objection, { code: 'over_quota' })
}
