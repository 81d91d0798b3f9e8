import { type SqlBool, sql } from 'kysely'
import type { Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { EventToNote, SampleToMake } from '../model.ts'

type Made = { at: Temporal.Instant; by: string | null }
type Owner = { id: string; institutionId: string }

/** Samples of a collection in one statement; answers their ids in the same order. */
export async function insertSamples(
  trx: Trx,
  { id: recordId, institutionId }: Owner,
  { samples, at, by }: Made & { samples: readonly SampleToMake[] },
): Promise<string[]> {
  const rows = samples.map(rowOf)
  const made = await sql<{ id: string; code: string }>`
    insert into sample (
      record_id, institution_id, code, family, type, temperature, created_on, anatomical_ontology, anatomical_version,
      anatomical_code, anatomical_name, anatomical_note, diagnoses, use_conditions, donor_id, source_id, kit_id, is_pooled,
      age_years, amount, unit, freeze_thaws, sprec, note, created_at, created_by
    )
    select ${recordId}, ${institutionId}, code, family, type, temperature, created_on, anatomical_ontology,
      anatomical_version, anatomical_code, anatomical_name, anatomical_note, diagnoses, use_conditions, donor_id, source_id,
      kit_id, is_pooled, age_years, amount, unit, freeze_thaws, sprec, note, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (
      place int, code text, family text, type text, temperature text, created_on text, anatomical_ontology text,
      anatomical_version text, anatomical_code text, anatomical_name text, anatomical_note text, diagnoses text[],
      use_conditions text[], donor_id uuid, source_id uuid, kit_id uuid, is_pooled boolean, age_years int, amount numeric,
      unit text, freeze_thaws int, sprec text, note text
    )
    order by place
    returning id, code
  `.execute(trx)
  const byCode = new Map(made.rows.map(({ id, code }) => [code, id]))
  const ids = samples.map(({ code }) => byCode.get(code) ?? '')
  const parents = samples.flatMap(({ parentIds = [] }, n) =>
    parentIds.map((parent_id) => ({ sample_id: ids[n] ?? '', parent_id })),
  )
  await insertParents(trx, parents)
  return ids
}

const rowOf = (sample: SampleToMake, place: number) => ({
  place,
  code: sample.code,
  family: sample.family,
  type: sample.type,
  temperature: sample.temperature,
  created_on: sample.createdOn,
  anatomical_ontology: sample.anatomicalOntology,
  anatomical_version: sample.anatomicalVersion,
  anatomical_code: sample.anatomicalCode,
  anatomical_name: sample.anatomicalName,
  anatomical_note: sample.anatomicalNote,
  diagnoses: sample.diagnoses ?? [],
  use_conditions: sample.useConditions ?? [],
  donor_id: sample.donorId,
  source_id: sample.sourceId,
  kit_id: sample.kitId,
  is_pooled: sample.isPooled ?? false,
  age_years: sample.ageYears,
  amount: sample.amount ?? 1,
  unit: sample.unit ?? 'piece',
  freeze_thaws: sample.freezeThaws ?? 0,
  sprec: sample.sprec,
  note: sample.note,
})

const insertParents = async (
  trx: Trx,
  pairs: readonly { sample_id: string; parent_id: string }[],
) =>
  sql`
    insert into sample_parent (sample_id, parent_id)
    select sample_id, parent_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (sample_id uuid, parent_id uuid)
  `.execute(trx)

/** The same event of several samples; a thaw is counted on each. */
export async function insertEvents(
  trx: Trx,
  ids: readonly string[],
  { at, by, ...event }: Made & EventToNote,
): Promise<void> {
  await sql`
    insert into sample_event (sample_id, kind, happened_on, age, age_unit, note, at, by)
    select id, ${event.kind}, ${event.happenedOn ?? null}, ${event.age ?? null}::numeric, ${event.ageUnit ?? null},
      ${event.note ?? null}, ${at}, ${by}
    from unnest(${[...ids]}::uuid[]) as given (id)
  `.execute(trx)
  if (event.kind !== 'thaw') return
  await trx
    .updateTable('sample')
    .set((eb) => ({
      freeze_thaws: eb('freeze_thaws', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

export type EventOf = EventToNote & { sampleId: string }

/** What a table says that happened to samples, in its order. How often each was thawed is said beside it. */
export async function insertImportedEvents(
  trx: Trx,
  importId: string,
  { events, at, by }: Made & { events: readonly EventOf[] },
): Promise<void> {
  const rows = events.map((event, place) => ({ ...event, place }))
  await sql`
    insert into sample_event (sample_id, kind, happened_on, age, age_unit, at, by, import_id)
    select "sampleId", kind, "happenedOn", age, "ageUnit", ${at}, ${by}, ${importId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      place int, "sampleId" uuid, kind text, "happenedOn" text, age numeric, "ageUnit" text
    )
    order by place
  `.execute(trx)
}

/** Donors of these who withdrew, and parents that are blocked: none may be. What is read is held, so that it stays so. */
export async function goneAmong(trx: Trx, samples: readonly SampleToMake[]) {
  const donorIds = samples.flatMap(({ donorId }) => donorId ?? [])
  const parentIds = samples.flatMap((sample) => sample.parentIds ?? [])
  const donors = await trx
    .selectFrom('donor')
    .where(sql<SqlBool>`id = any(${[...new Set(donorIds)]}::uuid[])`)
    .select(['id', 'withdrawn_at as at'])
    .orderBy('id')
    .forKeyShare()
    .execute()
  const parents = await trx
    .selectFrom('sample')
    .where(sql<SqlBool>`id = any(${[...new Set(parentIds)]}::uuid[])`)
    .select(['id', 'blocked_at as at'])
    .orderBy('id')
    .forKeyShare()
    .execute()
  return { donors: donors.some(isGone), parents: parents.some(isGone) }
}

const isGone = ({ at }: { at: unknown }) => at !== null
