import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { validated } from '../../core/validated.ts'
import { allowAnyCurator } from '../../people/roles/actions/roles.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import {
  type NewProtocol,
  type ProtocolChange,
  protocolEdit,
  type ProtocolFilter,
} from './model.ts'
import {
  findProtocol,
  insertProtocol,
  listProtocols,
  lockProtocol,
  openProtocols,
  type ProtocolRow,
  updateProtocol,
} from './queries.ts'
import { protocolWords as words } from './words.ts'

export type { ProtocolRow } from './queries.ts'

export async function getProtocol({ db }: Pick<Context, 'db'>, id: string): Promise<ProtocolRow> {
  const row = isId(id) ? await findProtocol(db, id) : undefined
  if (!row) throw new Problem('not-found', words.noProtocol)
  return row
}

export const searchProtocols = ({ db }: Context, asked: Paging & ProtocolFilter) =>
  listProtocols(db, asked)

/** Those by which a test may begin. */
export const chooseProtocol = ({ db }: Context) => openProtocols(db)

/** The one by which a test begins, refused beside the field that names it. */
export async function openProtocol(db: Db, id: string): Promise<ProtocolRow> {
  const protocol = await findProtocol(db, id)
  if (!protocol) throw invalidField('protocol', words.noProtocol)
  if (protocol.closedAt) throw invalidField('protocol', words.isClosed)
  return protocol
}

/** Protocols are everybody’s: whoever curates something adds and mends them. */
export async function createProtocol(ctx: Context, input: NewProtocol): Promise<{ id: string }> {
  allowAnyCurator(ctx)
  return codeOnce(() => transact(ctx, (trx) => createProtocolIn(trx, ctx, input)))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createProtocolIn(
  trx: Trx,
  ctx: Context,
  input: NewProtocol,
): Promise<{ id: string }> {
  const created = { created_at: ctx.now(), created_by: personIdOf(ctx) }
  const id = await insertProtocol(trx, { ...columnsOf(input), ...created })
  const of = { entity: 'test_protocol', entityId: id } as const
  await recordChange(trx, ctx, { action: 'test_protocol.create', ...of, after: input })
  return { id }
}

/** Changes the named fields; tests that have begun go on by what the protocol said then. */
export async function editProtocol(
  ctx: Context,
  change: ProtocolChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAnyCurator(ctx)
  await codeOnce(() =>
    transact(ctx, async (trx) => {
      const protocol = isId(id) ? await lockProtocol(trx, id) : undefined
      if (!protocol) throw new Problem('not-found', words.noProtocol)
      if (version !== undefined && version !== protocol.version)
        throw new Problem('stale', refusalWords.stale)
      const row = { ...protocol, closed: protocol.closedAt !== null }
      const [before, after] = [protocolEdit.merged(row, {}), protocolEdit.merged(row, change)]
      const { closed, ...kept } = validated(protocolEdit.schema, after)
      const closed_at = closed ? (protocol.closedAt ?? ctx.now()) : null
      await updateProtocol(trx, id, { ...columnsOf(kept), closed_at })
      const of = { entity: 'test_protocol', entityId: id } as const
      await recordChange(trx, ctx, { action: 'test_protocol.edit', ...of, before, after })
    }),
  )
}

const codeOnce = <T>(write: () => Promise<T>) =>
  unlessBroken('test_protocol_code_taken', words.codeTaken, write)

const columnsOf = ({ name, treatment, ...protocol }: NewProtocol) => ({
  code: protocol.code,
  name_zh: name.zh,
  name_en: name.en,
  species_group: protocol.speciesGroup,
  substrate: protocol.substrate || null,
  temperature: protocol.temperature,
  treatment_zh: treatment.zh,
  treatment_en: treatment.en,
  first_count_day: protocol.firstCountDay,
  last_day: protocol.lastDay,
  replicates: protocol.replicates,
  seeds_per_replicate: protocol.seedsPerReplicate,
  categories: protocol.categories,
  hard_is_viable: protocol.hardIsViable,
})
