import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { RequestAnswerFileTable, RequestFormTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { Named } from '../../core/shapes.ts'
import type { Answers, Fields } from '../../orders/forms/model.ts'
import type { FormFilter, FormState } from './model.ts'

/** Whose form it is. */
export type Provider = { institutionId: string; collectionId: string | null }

/** Published forms, and drafts of those that the viewer keeps; the newest first. */
export async function listForms(
  db: Db,
  viewer: Actor,
  { institution, ...paging }: Paging & FormFilter,
) {
  const rows = formRows(db)
    .where(visibleTo(viewer))
    .$if(institution !== undefined, (some) =>
      some.where('request_form.institution_id', '=', institution ?? ''),
    )
  return pageBy(db, { rows, by: { id: 'request_form.id' }, direction: 'desc' }, paging)
}

export async function findForm(db: Db, viewer: Actor, id: string) {
  return formRows(db).where('request_form.id', '=', id).where(visibleTo(viewer)).executeTakeFirst()
}

export type FormRow = NonNullable<Awaited<ReturnType<typeof findForm>>>

export async function lockForm(trx: Trx, viewer: Actor, id: string) {
  return formRows(trx)
    .where('request_form.id', '=', id)
    .where(visibleTo(viewer))
    .forUpdate('request_form')
    .executeTakeFirst()
}

/** The newest published form of a collection; that of its institution where it has none of its own. */
export async function findCurrentForm(db: Db, { institutionId, collectionId }: Provider) {
  return formRows(db)
    .where('request_form.institution_id', '=', institutionId)
    .where('request_form.published_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('request_form.collection_id', 'is', null),
        eb('request_form.collection_id', '=', collectionId),
      ]),
    )
    .orderBy(sql`request_form.collection_id is null`)
    .orderBy('request_form.number', 'desc')
    .executeTakeFirst()
}

/** The number of a provider's next form. Two at once are told apart by `request_form_numbered`. */
export async function nextNumber(trx: Trx, { institutionId, collectionId }: Provider) {
  const { last } = await trx
    .selectFrom('request_form')
    .where('institution_id', '=', institutionId)
    .where(sql<SqlBool>`collection_id is not distinct from ${collectionId}::uuid`)
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  return last + 1
}

export async function insertForm(trx: Trx, row: Insertable<RequestFormTable>): Promise<string> {
  const inserted = trx.insertInto('request_form').values(row).returning('id')
  return (await inserted.executeTakeFirstOrThrow()).id
}

export async function updateForm(trx: Trx, id: string, change: Updateable<RequestFormTable>) {
  await trx
    .updateTable('request_form')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteForm(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('request_form').where('id', '=', id).execute()
}

type Answered = {
  requestId: string
  formId: string | null
  answers: Answers
  /** Of a request that is held, and whose amendment is in the same transaction. */
  isAmended?: boolean
}

/** Whether it was still the requester's to answer. */
export async function updateAnswers(
  trx: Trx,
  { requestId, formId, answers, isAmended = false }: Answered,
) {
  const { numUpdatedRows } = await trx
    .updateTable('request')
    .set((eb) => ({
      answers: JSON.stringify(answers),
      form_id: formId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', requestId)
    .$if(!isAmended, (some) =>
      some.where('turn', '=', 'requester').where('state', 'in', ['draft', 'returned']),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** What a request answered, and the fields of the form as it then was. */
export async function findAnswers(db: Db, requestId: string) {
  return db
    .selectFrom('request')
    .leftJoin('request_form', 'request_form.id', 'request.form_id')
    .where('request.id', '=', requestId)
    .select([
      'request.form_id as formId',
      sql<Answers>`request.answers`.as('answers'),
      sql<Fields>`coalesce(request_form.fields, '[]')`.as('fields'),
    ])
    .executeTakeFirst()
}

/** What somebody answered a provider last. */
export async function findLastAnswers(
  db: Db,
  { institutionId, collectionId, requesterId }: Provider & { requesterId: string },
): Promise<Answers | undefined> {
  const row = await db
    .selectFrom('request')
    .where('requester_id', '=', requesterId)
    .where('institution_id', '=', institutionId)
    .where(sql<SqlBool>`collection_id is not distinct from ${collectionId}::uuid`)
    .where('form_id', 'is not', null)
    .select(sql<Answers>`answers`.as('answers'))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.answers
}

export async function insertAnswerFiles(
  trx: Trx,
  files: readonly Insertable<RequestAnswerFileTable>[],
): Promise<void> {
  if (files.length > 0)
    await trx
      .insertInto('request_answer_file')
      .values([...files])
      .execute()
}

export async function listAnswerFiles(db: Db, requestId: string) {
  return db
    .selectFrom('request_answer_file')
    .where('request_id', '=', requestId)
    .select(['id', 'field', 'key', 'name', 'size_bytes as sizeBytes', 'added_at as addedAt'])
    .orderBy('field')
    .orderBy('id')
    .execute()
}

/**
 * Whether a request is still the requester's to change, which it then is until the end of the transaction: whoever sends
 * it at the same time waits.
 */
export async function touchUnsent(trx: Trx, requestId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('request')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', requestId)
    .where('turn', '=', 'requester')
    .where('state', 'in', ['draft', 'returned'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Removes the row of one file; undefined where it is gone already. */
export const deleteAnswerFile = async (trx: Trx, id: string) =>
  trx
    .deleteFrom('request_answer_file')
    .where('id', '=', id)
    .returning(['key', 'name', 'field'])
    .executeTakeFirst()

/** Removes the rows of files that fields no longer have; answers their keys. */
export async function deleteAnswerFiles(
  trx: Trx,
  { requestId, fields }: { requestId: string; fields: readonly string[] },
): Promise<string[]> {
  const gone = await trx
    .deleteFrom('request_answer_file')
    .where('request_id', '=', requestId)
    .where(sql<SqlBool>`field = any(${fields}::text[])`)
    .returning('key')
    .execute()
  return gone.map(({ key }) => key)
}

/** Of published ones, the last is in use. */
const state = sql<FormState>`case
  when request_form.published_at is null then 'draft'
  when exists (
    select from request_form later
    where later.institution_id = request_form.institution_id
      and later.collection_id is not distinct from request_form.collection_id
      and later.published_at is not null
      and later.number > request_form.number
  ) then 'past'
  else 'current'
end`

const collection = sql<Named | null>`case
  when record.id is not null
  then json_build_object('id', record.id, 'name', json_build_object('zh', record.title_zh, 'en', record.title_en))
end`

const formRows = (db: Db) =>
  db
    .selectFrom('request_form')
    .innerJoin('institution', 'institution.id', 'request_form.institution_id')
    .leftJoin('record', 'record.id', 'request_form.collection_id')
    .select([
      'request_form.id',
      'request_form.institution_id as institutionId',
      'request_form.collection_id as collectionId',
      named('institution'),
      collection.as('collection'),
      'request_form.number',
      local('request_form.title'),
      sql<Fields>`request_form.fields`.as('fields'),
      state.as('state'),
      'request_form.version',
      'request_form.published_at as publishedAt',
    ])

/** Drafts are for curators of the institution or of the collection. */
function visibleTo(viewer: Actor) {
  if (isAdministrator(viewer)) return sql<SqlBool>`true`
  const { institutionIds, collectionIds } =
    viewer.type === 'person' ? viewer.curates : { institutionIds: [], collectionIds: [] }
  return sql<SqlBool>`(
    request_form.published_at is not null
    or request_form.institution_id = any(${[...institutionIds]}::uuid[])
    or request_form.collection_id = any(${[...collectionIds]}::uuid[])
  )`
}
