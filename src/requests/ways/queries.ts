import { sql } from 'kysely'
import { type Db, named } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'

type OwnCollection = { id: string; title: LocalText }

/** Somebody decides about the record’s requests: of its institution, or of the collection that answers for it. */
const hasSteward = sql<boolean>`exists (
  select from role_grant
  join person on person.id = role_grant.person_id
  where person.disabled_at is null
    and (
      role_grant.institution_id = record.institution_id
      or role_grant.collection_id = own.collection_id
    )
)`

/**
 * Who answers requests for each of these records: the collection that a record is in, or is, where it has settings of
 * its own, else the institution. Visibility is not asked: the caller read the records.
 */
export const providersOf = async (db: Db, recordIds: readonly string[]) =>
  db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .leftJoin('request_provider as own', (join) =>
      join
        .onRef('own.institution_id', '=', 'record.institution_id')
        .on(
          sql<boolean>`own.collection_id = coalesce(record.collection_id, case when record.kind = 'collection' then record.id end)`,
        ),
    )
    .leftJoin('request_provider as whole', (join) =>
      join
        .onRef('whole.institution_id', '=', 'record.institution_id')
        .on('whole.collection_id', 'is', null),
    )
    .where(sql<boolean>`record.id = any(${recordIds}::uuid[])`)
    .select([
      'record.id as recordId',
      named('institution'),
      sql<OwnCollection | null>`(
        select json_build_object('id', whole.id, 'title', json_build_object('zh', whole.title_zh, 'en', whole.title_en))
        from record whole where whole.id = own.collection_id
      )`.as('collection'),
      sql<string | null>`coalesce(own.mailbox, whole.mailbox)`.as('mailbox'),
      sql<boolean>`coalesce(own.needs_consent, whole.needs_consent, false)`.as('needsConsent'),
      // As `defaultSettings` where nothing was chosen.
      sql<number>`coalesce(
        (own.answer_days_by_kind->>record.kind)::int, own.answer_days,
        (whole.answer_days_by_kind->>record.kind)::int, whole.answer_days, 10
      )`.as('answerDays'),
      hasSteward.as('hasSteward'),
      sql<number>`(
        select count(*)::int from service
        where service.instrument_id = record.id and service.ended_at is null
      )`.as('services'),
    ])
    .execute()

export type ProviderRow = Awaited<ReturnType<typeof providersOf>>[number]
