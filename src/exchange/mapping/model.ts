import { z } from 'zod'

/** Columns that somebody mapped: a field's name by the header; an empty one leaves the column out. */
export const Mapping = z.record(z.string().max(500), z.string().max(100))
export type Mapping = z.infer<typeof Mapping>
