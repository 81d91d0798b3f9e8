import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { describedColumns, keptEntity } from '../directory/actions.ts'
import type { ColumnsOf } from '../directory/queries.ts'
import { type NetworkFilter, networkForm, type NewMember } from './model.ts'
import {
  candidates,
  deleteMember,
  findCandidate,
  findNetwork,
  insertMember,
  listNetworks,
  membersOf,
} from './queries.ts'
import { networkWords as words } from './words.ts'

export type { NetworkRow } from './queries.ts'

const kept = keptEntity({
  entity: 'network',
  audited: { create: 'network.create', edit: 'network.edit' },
  missing: words.missing,
  find: async (db, viewer, key) => findNetwork(db, viewer, key),
  whole: networkForm.whole,
  columns: (network) =>
    ({
      ...describedColumns(network),
      juristic_person: network.juristicPerson,
      countries: network.countries.split(' '),
      status: network.status,
      other_members: network.otherMembers?.split('\n') ?? [],
      topics: network.topics,
      types: network.types,
    }) satisfies ColumnsOf<'network'>,
})
export const {
  get: getNetwork,
  create: createNetwork,
  createIn: createNetworkIn,
  edit: editNetwork,
} = kept

/** Open networks, in order of name. */
export const searchNetworks = ({ db, actor }: Context, asked: Paging & NetworkFilter) =>
  listNetworks(db, actor, asked)

export async function membersOfNetwork(ctx: Context, asked: Paging & { id: string }) {
  const { id, institutionId } = await getNetwork(ctx, asked.id)
  const { items, ...page } = await membersOf(ctx.db, ctx.actor, { ...asked, id })
  const isKept = managesInstitution(ctx.actor, institutionId)
  return { ...page, items: items.map((one) => ({ ...one, network: id, isKept })) }
}

/** What of this name may become a member; twenty at most. */
export const findMembers = async (ctx: Context, asked: { network: string; words: string }) =>
  candidates(ctx.db, ctx.actor, asked)

/** Makes something that the actor may see a member. */
export async function addMember(ctx: Context, input: NewMember, id: string): Promise<void> {
  await unlessBroken('network_member_once', words.memberTwice, () =>
    transact(ctx, async (trx) => {
      await kept.hold(trx, ctx, id)
      await addMemberIn(trx, ctx, { ...input, network: id })
    }),
  )
}

/** The same inside a transaction of the caller, for the demo. */
export async function addMemberIn(
  trx: Trx,
  ctx: Context,
  { network, ...input }: NewMember & { network: string },
): Promise<void> {
  const member = await findCandidate(trx, ctx.actor, input)
  const row = await findNetwork(trx, ctx.actor, { id: network })
  if (!member || !row) throw new Problem('not-found', words.noMember)
  await insertMember(trx, network, input)
  const { institutionId } = row
  const of = { entity: 'network', entityId: network, institutionId } as const
  await recordChange(trx, ctx, {
    action: 'network.add_member',
    ...of,
    after: { member: input.member },
  })
}

/** Takes a member out; what is none is passed over. */
export async function removeMember(
  ctx: Context,
  { id, member }: { id: string; member: string },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const { institutionId } = await kept.hold(trx, ctx, id)
    if (!isId(member) || !(await deleteMember(trx, id, member))) return
    const of = { entity: 'network', entityId: id, institutionId } as const
    await recordChange(trx, ctx, { action: 'network.remove_member', ...of, before: { member } })
  })
}
