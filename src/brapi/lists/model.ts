import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import type { Temporal } from '../../core/time.ts'
import { Line, type Reference, References } from '../calls/model.ts'

export const listTypes = [
  'germplasm',
  'markers',
  'variants',
  'programs',
  'trials',
  'studies',
  'observationUnits',
  'observations',
  'observationVariables',
  'samples',
] as const
export type ListType = (typeof listTypes)[number]

export type ListRow = {
  id: string
  type: ListType
  name: string
  description: string | null
  source: string | null
  size: number
  owner: { id: string; name: string }
  createdAt: Temporal.Instant
  updatedAt: Temporal.Instant
  references: Reference[]
}

const Item = line().min(1).max(200)

/** How many ids one list holds. */
export const mostItems = 100_000
export const Items = z.array(Item).max(mostItems)

export const NewList = z.looseObject({
  listName: line().min(1).max(300),
  listType: z.enum(listTypes),
  listDescription: z.string().trim().max(5000).nullish(),
  listSource: Line,
  data: Items.nullish(),
  externalReferences: References,
})
export type NewList = z.output<typeof NewList>
