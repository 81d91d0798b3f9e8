import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf, writing } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { asBuffer } from '../../../core/secrets.ts'
import { isId } from '../../../core/shapes.ts'
import type { SentDocument } from '../../../files/documents/actions.ts'
import { contentTypeOf } from '../../../files/documents/rules.ts'
import { fileNameOf } from '../../../files/pictures/rules.ts'
import {
  attachObjects,
  discardObjects,
  intendObjects,
  randomName,
} from '../../../files/uploads/actions.ts'
import { getRule } from '../../permits/actions.ts'
import { type Held, holdRequest } from '../../requests/actions/command.ts'
import { getRequest, getRequestRow } from '../../requests/actions/read.ts'
import type { Side } from '../../requests/model/events.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import { mostPermits, type NewPermit } from '../model.ts'
import {
  askedItems,
  findPermit,
  insertPermit,
  markRemoved,
  permitsOfRequest,
  type ShownRow,
} from '../queries.ts'
import { certificateWords as words } from '../words.ts'

/** The permits of a request, for whoever is a side of it. */
export async function permitsShown(ctx: Context, requestId: string): Promise<ShownRow[]> {
  const row = await getRequestRow(ctx, requestId)
  return permitsOfRequest(ctx.db, row.id)
}

/** A permit for whoever is a side of its request; not-found to everybody else. */
export async function getPermit(ctx: Context, id: string): Promise<ShownRow> {
  const permit = isId(id) ? await findPermit(ctx.db, id) : undefined
  if (!permit) throw new Problem('not-found', words.noPermit)
  await getRequestRow(ctx, permit.requestId)
  return permit
}

/** Refuses whoever may not add a permit to this request; asked before a byte of its file is read. */
export async function refuseUnlessAddable(ctx: Context, requestId: string): Promise<void> {
  writing(ctx)
  const { sides, state, submittedAt } = await getRequest(ctx, { id: requestId })
  refuseUnlessOpen(sides, { state, submittedAt })
}

/** Shows a permit for an item, with a copy where there is one; whatever is refused leaves nothing behind. */
export async function addPermit(
  ctx: Context,
  requestId: string,
  { permit, file }: { permit: NewPermit; file: SentDocument | undefined },
): Promise<{ id: string }> {
  await refuseUnlessAddable(ctx, requestId)
  if (!file) return transact(ctx, (trx) => attach(trx, ctx, { requestId, permit }))
  if (file.bytes.length === 0) throw invalidField('file', words.emptyFile)
  const key = `permits/${ctx.now().toString().slice(0, 4)}/${randomName()}`
  const name = fileNameOf(file.name)
  const about = { contentType: contentTypeOf(name), sizeBytes: file.bytes.length }
  await intendObjects(ctx, [key], 'original')
  try {
    await ctx.objects.put(key, file.bytes, about)
    const copy = {
      object_key: key,
      file_name: name,
      content_type: about.contentType,
      size_bytes: about.sizeBytes,
      sha256: asBuffer(await crypto.subtle.digest('SHA-256', Uint8Array.from(file.bytes))),
    }
    return await transact(ctx, (trx) => attach(trx, ctx, { requestId, permit, copy }))
  } catch (error) {
    await discardObjects(ctx, [key])
    throw error
  }
}

type Copy = {
  object_key: string
  file_name: string
  content_type: string
  size_bytes: number
  sha256: Buffer
}
type Attached = { requestId: string; permit: NewPermit; copy?: Copy }

async function attach(trx: Trx, ctx: Context, { requestId, permit, copy }: Attached) {
  const held = await holdOpen(trx, ctx, requestId)
  const items = await askedItems(trx, requestId)
  if (!items.some(({ id }) => id === permit.item)) throw invalidField('item', refusalWords.noItem)
  const rule = await getRule({ ...ctx, db: trx }, permit.rule)
  if (rule.effect !== 'document') throw invalidField('rule', words.noNeed)
  const others = await permitsOfRequest(trx, requestId)
  if (others.length >= mostPermits) throw new Problem('conflict', words.tooMany(mostPermits))
  if (copy) await attachObjects(trx, [copy.object_key])
  const id = await insertPermit(trx, {
    ...copy,
    item_id: permit.item,
    rule_id: rule.id,
    number: permit.number,
    issued_on: permit.issuedOn,
    valid_until: permit.validUntil ?? null,
    added_at: ctx.now(),
    added_by: personIdOf(ctx),
  })
  const of = { entity: 'request', entityId: requestId } as const
  const { institutionId } = held.row
  const after = { permit: id, ...permit }
  await recordChange(trx, ctx, { action: 'request.permit_add', ...of, institutionId, after })
  return { id }
}

/** Takes a permit away: by who added it, and by those who decide. Its file goes by a job. */
export async function removePermit(ctx: Context, id: string): Promise<ShownRow> {
  writing(ctx)
  const permit = await getPermit(ctx, id)
  const { requestId, number, key, addedBy } = permit
  await transact(ctx, async (trx) => {
    const { row, sides } = await holdOpen(trx, ctx, requestId)
    if (addedBy?.id !== personIdOf(ctx) && !sides.includes('steward'))
      throw new Problem('forbidden', words.notYours)
    if (!(await markRemoved(trx, id, ctx.now()))) throw new Problem('not-found', words.noPermit)
    if (key !== null) await ctx.jobs.add(trx, 'remove_objects', { keys: [key] })
    const of = { entity: 'request', entityId: requestId, institutionId: row.institutionId } as const
    const before = { permit: id, number }
    await recordChange(trx, ctx, { action: 'request.permit_remove', ...of, before })
  })
  return permit
}

async function holdOpen(trx: Trx, ctx: Context, id: string): Promise<Held> {
  const held = await holdRequest(trx, ctx, { id })
  refuseUnlessOpen(held.sides, held.row)
  return held
}

type Standing = { state: string; submittedAt: unknown }

/** Once it is sent, until it has ended: an item of a draft may still go, and its permits with it. */
export const mayAddPermits = (sides: readonly Side[], { state, submittedAt }: Standing): boolean =>
  isTheirs(sides) && isOpen({ state, submittedAt })

const isTheirs = (sides: readonly Side[]) =>
  sides.some((side) => ['requester', 'member', 'steward'].includes(side))
const isOpen = ({ state, submittedAt }: Standing) =>
  submittedAt !== null && !['closed', 'withdrawn', 'expired'].includes(state)

function refuseUnlessOpen(sides: readonly Side[], standing: Standing): void {
  if (!isTheirs(sides)) throw new Problem('forbidden', words.notYours)
  if (!isOpen(standing)) throw new Problem('conflict', words.notNow)
}
