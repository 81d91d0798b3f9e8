import { sql } from 'kysely'
import type { LocalText } from '../core/text.ts'
import type { Unit } from './model.ts'
import { parts } from './rules.ts'

/** Smallest parts of a lot as people say them; the query must name the table `lot`. */
export const inUnits = <T extends number | null = number>(smallest: string) =>
  sql<T>`(${sql.ref(smallest)}::numeric / (${JSON.stringify(parts)}::jsonb->>lot.unit)::numeric)`

/** The record of a lot by id and title; the query must name the table `record`. */
export const recordOfLot = sql<{ id: string; title: LocalText }>`jsonb_build_object(
  'id', record.id, 'title', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
)`.as('record')

export const unitOfLot = sql<Unit>`lot.unit`.as('unit')
