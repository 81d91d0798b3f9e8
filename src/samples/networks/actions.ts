import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { directoryWords } from '../directory/words.ts'
import {
  type NetworkChange,
  type NetworkFilter,
  networkForm,
  type NewMember,
  type NewNetwork,
} from './model.ts'
import {
  candidates,
  deleteMember,
  findCandidate,
  findNetwork,
  insertMember,
  insertNetwork,
  listNetworks,
  lockNetwork,
  membersOf,
  type NetworkRow,
  updateNetwork,
} from './queries.ts'
import { networkWords as words } from './words.ts'

export type { NetworkRow } from './queries.ts'

/** A network by its id; a closed one answers too, for links to it stay. */
export async function getNetwork(ctx: Context, id: string): Promise<NetworkRow> {
  const row = isId(id) ? await findNetwork(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noNetwork)
  return row
}

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

/** Adds a network that an institution of the actor keeps. */
export async function createNetwork(ctx: Context, input: NewNetwork): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', refusalWords.institutionClosed)
  return withOwnId(() => transact(ctx, (trx) => createNetworkIn(trx, ctx, input)))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createNetworkIn(
  trx: Trx,
  ctx: Context,
  input: NewNetwork,
): Promise<{ id: string }> {
  const { institution: institutionId, ...network } = networkForm.whole(input)
  const id = await insertNetwork(trx, {
    ...columnsOf(network),
    institution_id: institutionId,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const audited = { entity: 'network', entityId: id, institutionId, after: network } as const
  await recordChange(trx, ctx, { action: 'network.create', ...audited })
  return { id }
}

/** Changes the named fields; absent ones stay. */
export async function editNetwork(
  ctx: Context,
  change: NetworkChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await withOwnId(() =>
    transact(ctx, async (trx) => {
      const row = await holdNetwork(trx, ctx, id)
      if (version !== undefined && version !== row.version)
        throw new Problem('stale', directoryWords.stale)
      const before = { ...row, closed: row.closedAt !== null }
      const after = { ...before, ...change }
      const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
      await updateNetwork(trx, id, { ...columnsOf(after), closed_at })
      const { institutionId } = row
      const audited = { entity: 'network', entityId: id, institutionId, before, after } as const
      await recordChange(trx, ctx, { action: 'network.edit', ...audited })
    }),
  )
}

/** Makes something that the actor may see a member. */
export async function addMember(ctx: Context, input: NewMember, id: string): Promise<void> {
  await unlessBroken('network_member_once', words.memberTwice, () =>
    transact(ctx, async (trx) => {
      await holdNetwork(trx, ctx, id)
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
  const row = await findNetwork(trx, ctx.actor, network)
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
    const { institutionId } = await holdNetwork(trx, ctx, id)
    if (!isId(member) || !(await deleteMember(trx, id, member))) return
    const of = { entity: 'network', entityId: id, institutionId } as const
    await recordChange(trx, ctx, { action: 'network.remove_member', ...of, before: { member } })
  })
}

async function holdNetwork(trx: Trx, ctx: Context, id: string): Promise<NetworkRow> {
  const row = isId(id) ? await lockNetwork(trx, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noNetwork)
  allowManager(ctx, row.institutionId)
  return row
}

const withOwnId = <T>(work: () => Promise<T>) =>
  unlessBroken('network_miabis_id_taken', directoryWords.idTaken, work)

const columnsOf = (network: Whole<Omit<NewNetwork, 'institution'>>) => ({
  miabis_id: network.miabisId,
  acronym: network.acronym,
  name_zh: network.name.zh,
  name_en: network.name.en,
  url: network.url,
  juristic_person: network.juristicPerson,
  countries: network.countries.split(' '),
  contact_name: network.contactName,
  contact_email: network.contactEmail,
  contact_phone: network.contactPhone,
  contact_address: network.contactAddress,
  description_zh: network.description.zh,
  description_en: network.description.en,
  status: network.status,
  other_members: network.otherMembers?.split('\n') ?? [],
  topics: network.topics,
  types: network.types,
})
