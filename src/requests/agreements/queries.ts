import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type {
  AgreementAcceptanceTable,
  AgreementTable,
  AgreementTextTable,
} from '../../../db/schema.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { Named } from '../../core/shapes.ts'
import type { Delivery } from '../requests/model/events.ts'
import type { AgreementFilter, AgreementKind, AgreementState } from './model.ts'

/** Agreements with a published text, and all that the viewer keeps; the newest first. */
export async function listAgreements(
  db: Db,
  viewer: Actor,
  { institution, kind, ...paging }: Paging & AgreementFilter,
) {
  const rows = agreementRows(db)
    .where(
      sql<SqlBool>`(${keptBy(viewer)} or (agreement.archived_at is null and newest.id is not null))`,
    )
    .$if(institution !== undefined, (some) =>
      some.where('agreement.institution_id', '=', institution ?? ''),
    )
    .$if(kind !== undefined, (some) => some.where('agreement.kind', '=', kind ?? ''))
  return pageBy(db, { rows, by: { id: 'agreement.id' }, direction: 'desc' }, paging)
}

/** One that the viewer may read; archived ones too, for who accepted them. */
export const findAgreement = async (db: Db, viewer: Actor, id: string) =>
  agreementRows(db)
    .where('agreement.id', '=', id)
    .where(sql<SqlBool>`(${keptBy(viewer)} or newest.id is not null)`)
    .executeTakeFirst()

export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>

/** Held until the end of the transaction, with its texts. */
export async function lockAgreement(trx: Trx, viewer: Actor, id: string) {
  await trx.selectFrom('agreement').where('id', '=', id).select('id').forUpdate().execute()
  return findAgreement(trx, viewer, id)
}

/** The newest texts of what is asked by default of a provider and of the catalogue. */
export const listDefaultTexts = async (db: Db, provider: OfProvider) =>
  agreementRows(db)
    .where('agreement.is_default', 'is', true)
    .where('agreement.archived_at', 'is', null)
    .where('newest.id', 'is not', null)
    .where(ofProvider(provider))
    .orderBy('agreement.id')
    .execute()

/** The newest texts of a provider and of the catalogue that are asked only where somebody adds them: at most 100. */
export const listOtherTexts = async (db: Db, provider: OfProvider) =>
  agreementRows(db)
    .where('agreement.is_default', 'is', false)
    .where('agreement.archived_at', 'is', null)
    .where('newest.id', 'is not', null)
    .where(ofProvider(provider))
    .orderBy('agreement.id')
    .limit(100)
    .execute()

export async function insertAgreement(trx: Trx, row: Insertable<AgreementTable>): Promise<string> {
  const { id } = await trx
    .insertInto('agreement')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAgreement(trx: Trx, id: string, change: Updateable<AgreementTable>) {
  await trx
    .updateTable('agreement')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type OfAgreement = { agreement: string; withDrafts: boolean }

/** Versions of a text, the newest first. */
export const listTexts = async (db: Db, { agreement, withDrafts }: OfAgreement, paging: Paging) =>
  pageBy(
    db,
    {
      rows: textRows(db)
        .where('agreement_text.agreement_id', '=', agreement)
        .$if(!withDrafts, (some) => some.where('agreement_text.published_at', 'is not', null)),
      by: { number: 'agreement_text.number' },
      direction: 'desc',
    },
    paging,
  )

export const findText = async (
  db: Db,
  { agreement, withDrafts, number }: OfAgreement & { number: number },
) =>
  textRows(db)
    .where('agreement_text.agreement_id', '=', agreement)
    .where('agreement_text.number', '=', number)
    .$if(!withDrafts, (some) => some.where('agreement_text.published_at', 'is not', null))
    .executeTakeFirst()

export type TextRow = NonNullable<Awaited<ReturnType<typeof findText>>>

/** The last version of an agreement, published or not. */
export const findLastText = async (db: Db, agreement: string) =>
  textRows(db)
    .where('agreement_text.agreement_id', '=', agreement)
    .orderBy('agreement_text.number', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertText(trx: Trx, row: Insertable<AgreementTextTable>): Promise<string> {
  const { id } = await trx
    .insertInto('agreement_text')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateText(trx: Trx, id: string, change: Updateable<AgreementTextTable>) {
  await trx
    .updateTable('agreement_text')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Whether a record is a collection of an institution. */
export async function isCollectionOf(db: Db, id: string, institutionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('record')
    .where('id', '=', id)
    .where('kind', '=', 'collection')
    .where('institution_id', '=', institutionId)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** The collections that the viewer may write agreements for, to choose one from; the first 200. */
export const listKeptCollections = async (db: Db, viewer: Actor) =>
  db
    .selectFrom('record')
    .where('record.kind', '=', 'collection')
    .where('record.withdrawn_at', 'is', null)
    .where(keptIn(viewer, { institution: 'record.institution_id', collection: 'record.id' }))
    .select(['record.id', local('record.title')])
    .orderBy('record.id')
    .limit(200)
    .execute()

function keptIn(viewer: Actor, column: { institution: string; collection: string }) {
  if (isAdministrator(viewer)) return sql<SqlBool>`true`
  if (viewer.type !== 'person') return sql<SqlBool>`false`
  const { institutionIds, collectionIds } = viewer.curates
  return sql<SqlBool>`(
    ${sql.ref(column.institution)} = any(${[...institutionIds]}::uuid[])
    or ${sql.ref(column.collection)} = any(${[...collectionIds]}::uuid[])
  )`
}

/** As `keepsAgreement` has it. */
const keptBy = (viewer: Actor) =>
  keptIn(viewer, {
    institution: 'agreement.institution_id',
    collection: 'agreement.collection_id',
  })

const ofProvider = ({ institutionId, collectionId }: OfProvider) =>
  sql<SqlBool>`(
    (agreement.institution_id is null or agreement.institution_id = ${institutionId}::uuid)
    and (agreement.collection_id is null or agreement.collection_id = ${collectionId}::uuid)
  )`

const owner = (table: 'institution' | 'collection', name: 'name' | 'title') =>
  sql<Named | null>`case when ${sql.ref(`${table}.id`)} is null then null else jsonb_build_object(
    'id', ${sql.ref(`${table}.id`)},
    'name', jsonb_build_object(
      'zh', ${sql.ref(`${table}.${name}_zh`)}, 'en', ${sql.ref(`${table}.${name}_en`)}
    )
  ) end`

const agreementRows = (db: Db) =>
  db
    .selectFrom('agreement')
    .leftJoin('institution', 'institution.id', 'agreement.institution_id')
    .leftJoin('record as collection', 'collection.id', 'agreement.collection_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('agreement_text')
          .whereRef('agreement_text.agreement_id', '=', 'agreement.id')
          .where('agreement_text.published_at', 'is not', null)
          .select(['agreement_text.id', 'agreement_text.number'])
          .orderBy('agreement_text.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'agreement.id',
      local('agreement.title'),
      sql<AgreementKind>`agreement.kind`.as('kind'),
      'agreement.institution_id as institutionId',
      'agreement.collection_id as collectionId',
      owner('institution', 'name').as('institution'),
      owner('collection', 'title').as('collection'),
      'agreement.is_default as isDefault',
      sql<Kind[]>`agreement.record_kinds`.as('recordKinds'),
      sql<Delivery[]>`agreement.deliveries`.as('deliveries'),
      'agreement.version',
      'agreement.archived_at as archivedAt',
      sql<AgreementState>`case
        when agreement.archived_at is not null then 'archived'
        when newest.id is null then 'draft'
        else 'published'
      end`.as('state'),
      sql<{ id: string; number: number } | null>`case when newest.id is null then null
        else jsonb_build_object('id', newest.id, 'number', newest.number) end`.as('newest'),
    ])

const textRows = (db: Db) =>
  db
    .selectFrom('agreement_text')
    .leftJoin('person', 'person.id', 'agreement_text.published_by')
    .select([
      'agreement_text.id',
      'agreement_text.agreement_id as agreementId',
      'agreement_text.number',
      local('agreement_text.body'),
      'agreement_text.version',
      'agreement_text.published_at as publishedAt',
      'person.name as publishedBy',
      'agreement_text.sha256',
    ])

/** A published text with its agreement, whoever asks: a request names it. */
export const findPublishedText = async (db: Db, id: string) =>
  db
    .selectFrom('agreement_text')
    .innerJoin('agreement', 'agreement.id', 'agreement_text.agreement_id')
    .where('agreement_text.id', '=', id)
    .where('agreement_text.published_at', 'is not', null)
    .select([
      'agreement_text.id',
      'agreement.id as agreementId',
      'agreement_text.number',
      local('agreement.title'),
      local('agreement_text.body'),
      sql<AgreementKind>`agreement.kind`.as('kind'),
      sql<Kind[]>`agreement.record_kinds`.as('recordKinds'),
      sql<Delivery[]>`agreement.deliveries`.as('deliveries'),
      'agreement_text.sha256',
    ])
    .executeTakeFirst()

type OfProvider = { institutionId: string; collectionId: string | null }

/** Which of these texts a provider may ask: published ones of its own or of the catalogue. */
export const listAddable = async (db: Db, provider: OfProvider, ids: readonly string[]) =>
  db
    .selectFrom('agreement_text')
    .innerJoin('agreement', 'agreement.id', 'agreement_text.agreement_id')
    .where('agreement_text.id', 'in', [...ids])
    .where('agreement_text.published_at', 'is not', null)
    .where('agreement.archived_at', 'is', null)
    .where(ofProvider(provider))
    .select('agreement_text.id')
    .execute()

export const listTitles = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('agreement_text')
        .innerJoin('agreement', 'agreement.id', 'agreement_text.agreement_id')
        .where('agreement_text.id', 'in', [...ids])
        .select(['agreement_text.id', 'agreement_text.number', local('agreement.title')])
        .execute()

/** Whether it is new: a person accepts a text once for a round of a request. */
export async function insertAcceptance(
  trx: Trx,
  row: Insertable<AgreementAcceptanceTable>,
): Promise<boolean> {
  const made = await trx
    .insertInto('agreement_acceptance')
    .values(row)
    .onConflict((conflict) => conflict.constraint('agreement_acceptance_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** What was accepted for a request, in order. */
export const listAcceptances = async (db: Db, requestId: string) =>
  db
    .selectFrom('agreement_acceptance')
    .innerJoin('person', 'person.id', 'agreement_acceptance.person_id')
    .innerJoin('agreement_text', 'agreement_text.id', 'agreement_acceptance.text_id')
    .where('agreement_acceptance.request_id', '=', requestId)
    .select([
      'agreement_acceptance.id',
      'agreement_acceptance.text_id as textId',
      'agreement_text.agreement_id as agreementId',
      'agreement_acceptance.person_id as personId',
      'person.name as personName',
      'agreement_acceptance.round',
      'agreement_acceptance.accepted_at as acceptedAt',
      'agreement_acceptance.address',
      'agreement_acceptance.sha256',
      'agreement_acceptance.sealed',
    ])
    .orderBy('agreement_acceptance.id')
    .execute()
