import { z } from 'zod'
import { accesses, audiences, kinds, visibilities } from './record.ts'

const LocalText = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

const Image = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  colour: z.string().nullable(),
  thumbhash: z.string().nullable(),
  caption: LocalText,
})

/** What every record item has, in lists and alone. */
const Head = {
  id: z.string(),
  kind: z.enum(kinds),
  profile: z.string().nullable(),
  title: LocalText,
  institution: z.object({ id: z.string(), name: LocalText }),
  visibility: z.enum(visibilities),
  audience: z.enum(audiences),
  updatedAt: z.string(),
}

/** A record; the kind's own fields stand beside the common ones. A withdrawn one is its tombstone. */
export const RecordAnswer = z
  .looseObject({
    ...Head,
    summary: LocalText.optional(),
    access: z.enum(accesses).optional(),
    keywords: z.array(z.string()).optional(),
    identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
    image: Image.optional(),
    withdrawal: z.object({ at: z.string(), reason: z.string().nullable() }).optional(),
  })
  .meta({ id: 'Record' })

export const HistoryEntry = z
  .object({
    id: z.string(),
    at: z.string(),
    action: z.string(),
    actor: z.object({ type: z.string(), name: z.string().nullable() }),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'HistoryEntry' })

export const RelationAnswer = z
  .object({
    id: z.string(),
    type: z.string(),
    label: z.object({ zh: z.string(), en: z.string() }),
    record: z.object({ id: z.string(), kind: z.enum(kinds), title: LocalText }),
  })
  .meta({ id: 'Relation' })
