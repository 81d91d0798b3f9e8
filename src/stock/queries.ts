import { sql } from 'kysely'
import type { Unit } from './model.ts'
import { parts } from './rules.ts'

/** Smallest parts of a lot as people say them; the query must name the table `lot`. */
export const inUnits = <T extends number | null = number>(smallest: string) =>
  sql<T>`(${sql.ref(smallest)}::numeric / (${JSON.stringify(parts)}::jsonb->>lot.unit)::numeric)`

export const unitOfLot = sql<Unit>`lot.unit`.as('unit')
