import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import { byName, describedIn, listed, oneOf } from '../directory/queries.ts'
import type { MemberKind, NetworkFilter, NewMember, Status } from './model.ts'

export const findNetwork = async (db: Db, viewer: Actor, key: { id: string; lock?: boolean }) =>
  oneOf(networkRows(db, viewer), { entity: 'network', ...key })

export type NetworkRow = NonNullable<Awaited<ReturnType<typeof findNetwork>>>

/** Open networks in order of name. */
export async function listNetworks(
  db: Db,
  viewer: Actor,
  { type, status, ...asked }: Paging & NetworkFilter,
) {
  const rows = networkRows(db, viewer)
    .where(listed('network', asked))
    .$if(type !== undefined, (some) =>
      some.where(sql<SqlBool>`network.types @> array[${type ?? ''}]`),
    )
    .$if(status !== undefined, (some) => some.where('network.status', '=', status ?? ''))
  return pageBy(db, { rows, by: byName('network') }, asked)
}

/** Members that the viewer may see, in order of name. */
export async function membersOf(db: Db, viewer: Actor, { id, ...paging }: Paging & { id: string }) {
  const rows = db
    .selectFrom(sql<Found>`(${visible(viewer)})`.as('found'))
    .innerJoin('network_member as member', (join) =>
      join.on(
        sql<SqlBool>`found.id = coalesce(member.biobank_id, member.record_id, member.resource_id)`,
      ),
    )
    .where('member.network_id', '=', id)
    .select(found)
  return pageBy(db, { rows, by: { sortName: 'found.sortName', id: 'found.id' } }, paging)
}

/** What may become a member of a network: of this name, visible, and no member yet. */
export const candidates = async (
  db: Db,
  viewer: Actor,
  { network, words }: { network: string; words: string },
) =>
  db
    .selectFrom(sql<Found>`(${visible(viewer)})`.as('found'))
    .where(sql<SqlBool>`position(lower(${words}) in lower(found.words)) > 0`)
    .where(
      sql<SqlBool>`not exists (
        select from network_member as member
        where member.network_id = ${network}::uuid
          and found.id = coalesce(member.biobank_id, member.record_id, member.resource_id)
      )`,
    )
    .select(found)
    .orderBy('found.sortName')
    .limit(20)
    .execute()

/** One of what the viewer may see, by its kind and id. */
export const findCandidate = async (db: Db, viewer: Actor, { kind, member }: NewMember) =>
  db
    .selectFrom(sql<Found>`(${visible(viewer)})`.as('found'))
    .where('found.id', '=', member)
    .where('found.kind', '=', kind)
    .select(found)
    .executeTakeFirst()

export async function insertMember(trx: Trx, network: string, { kind, member }: NewMember) {
  const column = {
    biobank: 'biobank_id',
    collection: 'record_id',
    research_resource: 'resource_id',
  }
  await sql`
    insert into network_member (network_id, ${sql.ref(column[kind])}) values (${network}, ${member})
  `.execute(trx)
}

/** Whether it was a member. */
export async function deleteMember(trx: Trx, network: string, member: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from network_member
    where network_id = ${network} and ${member}::uuid in (biobank_id, record_id, resource_id)
  `.execute(trx)
  return numAffectedRows === 1n
}

type Found = {
  id: string
  kind: MemberKind
  name: LocalText
  words: string
  sortName: string
}
const found = ['found.id', 'found.kind', 'found.name', 'found.sortName'] as const

/** Everything that may be a member, as far as the viewer may see it. */
const visible = (viewer: Actor) => sql`
  select id, 'biobank' as kind, json_build_object('zh', name_zh, 'en', name_en) as name,
    concat_ws(' ', name_zh, name_en, acronym) as words, coalesce(name_zh, name_en) as "sortName"
  from biobank where closed_at is null
  union all
  select id, 'research_resource', json_build_object('zh', name_zh, 'en', name_en),
    concat_ws(' ', name_zh, name_en, acronym), coalesce(name_zh, name_en)
  from research_resource where closed_at is null
  union all
  select record.id, 'collection', json_build_object('zh', record.title_zh, 'en', record.title_en),
    concat_ws(' ', record.title_zh, record.title_en, collection.acronym),
    coalesce(record.title_zh, record.title_en)
  from record join collection on collection.record_id = record.id
  where ${listedFor(viewer)} and record.visibility = 'published'`

const networkRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('network')
    .innerJoin('institution', 'institution.id', 'network.institution_id')
    .select([
      ...describedIn('network'),
      named('institution'),
      'network.institution_id as institutionId',
      'network.juristic_person as juristicPerson',
      sql<string>`array_to_string(network.countries, ' ')`.as('countries'),
      sql<Status>`network.status`.as('status'),
      'network.topics',
      'network.types',
      sql<string | null>`nullif(array_to_string(network.other_members, e'\\n'), '')`.as(
        'otherMembers',
      ),
      sql<number>`(
        select count(*)::int
        from network_member as member
        join (${visible(viewer)}) as found
          on found.id = coalesce(member.biobank_id, member.record_id, member.resource_id)
        where member.network_id = network.id
      )`.as('members'),
    ])
