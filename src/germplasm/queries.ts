import { sql } from 'kysely'
import type { LocalText } from '../core/text.ts'

/** The record of a lot by id and title; the query must name the table `record`. */
export const titledRecord = sql<{ id: string; title: LocalText }>`jsonb_build_object(
  'id', record.id, 'title', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
)`.as('record')
