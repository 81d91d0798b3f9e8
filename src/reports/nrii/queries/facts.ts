import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { NriiOrigin, NriiPart, NriiStatus, NriiValues } from '../model.ts'
import { instrumentTables, type NriiScope, ofRecord, type Part } from './parts.ts'
import { serviceRecords } from './services.ts'

export type { NriiScope } from './parts.ts'

/** One record of a part with what we know of it, and how far its report has come. */
export type NriiRow = {
  id: string
  instrumentId: string | null
  institutionId: string
  titleZh: string | null
  titleEn: string | null
  /** What a service record comes from. */
  origin: NriiOrigin | null
  facts: Record<string, unknown>
  status: NriiStatus
  reason: string | null
  extra: Record<string, string>
  reviewed: NriiValues | null
  reviewedAt: Temporal.Instant | null
  toldAt: Temporal.Instant | null
}

/** Records of a part, with at most one more than the limit. Whoever asks is allowed to by the action. */
export async function nriiRows(db: Db, part: NriiPart, scope: NriiScope): Promise<NriiRow[]> {
  const { id, instrument, facts, tables, order, title, origin = sql`null` } = parts[part]
  const { rows } = await sql<NriiRow>`
    select
      ${id} as id,
      ${instrument} as "instrumentId",
      institution.id as "institutionId",
      ${title},
      ${origin} as origin,
      ${facts(scope)} as facts,
      coalesce(report.status, 0) as status,
      report.reason,
      coalesce(report.extra, '{}') as extra,
      report.reviewed_values as reviewed,
      report.reviewed_at as "reviewedAt",
      report.told_at as "toldAt"
    from ${tables(scope)}
    left join nrii_record report
      on report.part = ${part}
      and report.subject_id = ${id}
      and report.instrument_id is not distinct from ${instrument}
    where ${scope.ids === undefined ? sql`true` : sql`${id} = any(${[...scope.ids]}::uuid[])`}
    order by ${order}
    limit ${scope.limit + 1}
  `.execute(db)
  return rows
}

/** Every column of the instrument under its own name, and what the record and its picture say. */
const instrumentFacts = ({ baseUrl }: NriiScope) => sql`
  to_jsonb(instrument) || jsonb_build_object(
    'title_zh', record.title_zh,
    'title_en', record.title_en,
    'subjects', record.subjects,
    'image', ${`${baseUrl}/api/v1/images/`}::text || coalesce((
      -- A drawing of the demo is small in every size, and made when somebody asks for it.
      select image.id || '/large'
      from image
      where image.id = record.main_image_id
        and image.format = 'svg'
    ), (
      select derivative.image_id || '/' || derivative.size
      from image_derivative derivative
      where derivative.image_id = record.main_image_id
        and derivative.format in ('jpg', 'jpeg')
        and derivative.size_bytes <= 1000000
      order by derivative.width desc
      limit 1
    ))
  )
`

const instruments: Part = {
  id: sql`record.id`,
  instrument: sql`record.id`,
  title: ofRecord,
  facts: instrumentFacts,
  tables: (scope) => instrumentTables(scope),
  order: sql`coalesce(record.title_zh, record.title_en), record.id`,
}

const organisation: Part = {
  id: sql`institution.id`,
  instrument: sql`null::uuid`,
  title: sql`institution.name_zh as "titleZh", institution.name_en as "titleEn"`,
  facts: () => sql`
    jsonb_build_object(
      'name_zh', institution.name_zh,
      'name_en', institution.name_en,
      'credit_code', institution.credit_code,
      'province', left(institution.region, 2),
      'city', left(institution.region, 4),
      'county', case when institution.region like '%00' then null else institution.region end,
      'address', institution.address,
      'website', institution.website,
      'instrument_count', kept.instruments,
      'open_count', kept.open,
      'worth', kept.worth,
      'run_machine', kept.run,
      'service_machine', kept.service
    )
  `,
  tables: ({ institutions, worthFrom }) => sql`
    institution
    join lateral (
      select
        count(*)::int as instruments,
        count(*) filter (where record.access <> 'closed')::int as open,
        sum(instrument.worth) as worth,
        sum(instrument.run_machine) as run,
        sum(instrument.service_machine) as service
      from record
      join instrument on instrument.record_id = record.id
      where record.institution_id = institution.id
        and record.visibility = 'published'
        and ${worthFrom === undefined ? sql`true` : sql`instrument.worth >= ${worthFrom}`}
    ) kept on kept.instruments > 0
      and ${institutions === undefined ? sql`true` : sql`institution.id = any(${[...institutions]}::uuid[])`}
  `,
  order: sql`coalesce(institution.name_zh, institution.name_en), institution.id`,
}

const customs: Part = {
  ...instruments,
  tables: (scope) => instrumentTables(scope, sql`instrument.instr_supervise`),
}

const parts: Record<NriiPart, Part> = {
  instruments,
  'service-records': serviceRecords,
  organisation,
  customs,
}
