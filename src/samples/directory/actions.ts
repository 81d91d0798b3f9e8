import { recordChange } from '../../audit/actions.ts'
import type { ActionOn } from '../../audit/model.ts'
import type { Actor } from '../../core/actor.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { ChangeOf, Whole } from '../../core/form.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText, Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import type { contact, Entity } from './model.ts'
import { type Columns, insertOne, openIds, updateOne } from './queries.ts'
import { directoryWords as words } from './words.ts'

/** All that are open, for who lists addresses. */
export const openEntries = async ({ db }: Context, most: number) => openIds(db, most)

/** A row that curators of an institution keep. */
type Kept = {
  id: string
  institutionId: string
  version: number
  closedAt: Temporal.Instant | null
}
type Input = { institution: string }
type Own<New extends Input> = Omit<Whole<New>, 'institution'>
type Key = { id: string; lock?: boolean }
type Declared<New extends Input, Row extends Kept & Own<New>> = {
  entity: Entity
  audited: Readonly<Record<'create' | 'edit', ActionOn<Entity>>>
  /** What is said where it is not there. */
  missing: Text
  find: (db: Db, viewer: Actor, key: Key) => Promise<Row | undefined>
  whole: (input: New) => Whole<New>
  columns: (one: Own<New>) => Columns
  /** Rules across fields, of what a change makes of the whole. */
  check?: (after: Row) => void
}

/** How biobanks, networks and research resources are read, added and changed: by curators of their institution. */
export function keptEntity<New extends Input, Row extends Kept & Own<New>>(
  declared: Declared<New, Row>,
) {
  const { entity, audited, columns, check } = declared
  const found = findingOf(declared)
  const createIn = creationOf(declared)
  const withOwnId = <T>(work: () => Promise<T>) =>
    unlessBroken(`${entity}_miabis_id_taken`, words.idTaken, work)
  /** One that the actor keeps, locked to be changed. */
  const hold = async (trx: Trx, ctx: Context, id: string): Promise<Row> => {
    const row = await found(trx, ctx.actor, { id, lock: true })
    allowManager(ctx, row.institutionId)
    return row
  }
  const editIn = async (trx: Trx, ctx: Context, { id, version, change }: Editing<New>) => {
    const row = await hold(trx, ctx, id)
    if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
    const before = { ...row, closed: row.closedAt !== null }
    const after = { ...before, ...change }
    check?.(after)
    const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
    await updateOne(trx, { entity, id }, { ...columns(after), closed_at })
    const of = { entity, entityId: id, institutionId: row.institutionId }
    await recordChange(trx, ctx, { action: audited.edit, ...of, before, after })
  }
  return {
    hold,
    createIn,
    /** One by its id; a closed one answers too, for links to it stay. */
    get: async ({ db, actor }: Context, id: string) => found(db, actor, { id }),
    /** Adds one to an institution that the actor keeps. */
    create: async (ctx: Context, input: New) => {
      await allowAdding(ctx, input)
      return withOwnId(() => transact(ctx, (trx) => createIn(trx, ctx, input)))
    },
    /** Changes the named fields; absent ones stay. */
    edit: async (ctx: Context, change: Change<New>, key: Versioned) =>
      withOwnId(() => transact(ctx, (trx) => editIn(trx, ctx, { ...key, change }))),
  }
}

type Change<New extends Input> = ChangeOf<Omit<New, 'institution'> & { closed: boolean }>
type Versioned = { id: string; version: number | undefined }
type Editing<New extends Input> = Versioned & { change: Change<New> }

async function allowAdding(ctx: Context, { institution }: Input): Promise<void> {
  allowManager(ctx, institution)
  const { closedAt } = await getInstitution(ctx, institution)
  if (closedAt) throw new Problem('conflict', refusalWords.institutionClosed)
}

const findingOf =
  <New extends Input, Row extends Kept & Own<New>>({ find, missing }: Declared<New, Row>) =>
  async (db: Db, viewer: Actor, key: Key): Promise<Row> => {
    const row = isId(key.id) ? await find(db, viewer, key) : undefined
    if (!row) throw new Problem('not-found', missing)
    return row
  }

/** Adds one inside a transaction of the caller. */
const creationOf =
  <New extends Input, Row extends Kept & Own<New>>({
    entity,
    audited,
    whole,
    columns,
  }: Declared<New, Row>) =>
  async (trx: Trx, ctx: Context, input: New): Promise<{ id: string }> => {
    const institutionId = input.institution
    const { institution: _, ...after } = whole(input)
    const by = { institution_id: institutionId, created_at: ctx.now(), created_by: personIdOf(ctx) }
    const id = await insertOne(trx, entity, { ...columns(after), ...by })
    const of = { entity, entityId: id, institutionId }
    await recordChange(trx, ctx, { action: audited.create, ...of, after })
    return { id }
  }

type Described = Record<keyof typeof contact | 'acronym' | 'miabisId' | 'url', string | null> &
  Record<'name' | 'description', LocalText>

/** The columns that the three tables have in common. */
export const describedColumns = (one: Described) => ({
  miabis_id: one.miabisId,
  acronym: one.acronym,
  name_zh: one.name.zh,
  name_en: one.name.en,
  url: one.url,
  contact_name: one.contactName,
  contact_email: one.contactEmail,
  contact_phone: one.contactPhone,
  contact_address: one.contactAddress,
  description_zh: one.description.zh,
  description_en: one.description.en,
})
