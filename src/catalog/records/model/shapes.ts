import { z } from 'zod'
import { shapeOf } from '../../../core/fields.ts'
import { line, optionalLine, optionalText } from '../../../core/shapes.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { accesses, audiences, type Kind, kinds, visibilities } from './record.ts'

const Title = z.strictObject({ zh: optionalLine(500).optional(), en: optionalLine(500).optional() })
const Summary = z.strictObject({
  zh: optionalText(5000).optional(),
  en: optionalText(5000).optional(),
})

const common = {
  title: Title,
  summary: Summary.optional(),
  institution: z
    .uuid()
    .optional()
    .describe('Id of the owner; by default the first that you manage, or else belong to.'),
  collection: z.uuid().nullable().optional().describe('Id of the collection that it is part of.'),
  library: optionalLine(40).optional().describe('Code of vocabulary `library`.'),
  profile: optionalLine(40)
    .optional()
    .describe('Sub-form of the kind; an accession is plant, microbe or animal.'),
  audience: z.enum(audiences).optional().describe('Who sees it once published.'),
  access: z.enum(accesses).optional().describe('How one gets the thing itself.'),
  keywords: z.array(line().min(1).max(100)).max(50).optional(),
  subjects: z
    .array(z.string().trim().min(1).max(20))
    .max(4)
    .optional()
    .describe('GB/T 13745 codes.'),
  identifiers: z
    .array(
      z.strictObject({
        scheme: line().min(1).max(40),
        value: line().min(1).max(500),
      }),
    )
    .max(50)
    .optional(),
}

const newShapes = new Map<Kind, ReturnType<typeof makeNewShape>>()
const changeShapes = new Map<Kind, ReturnType<typeof makeChangeShape>>()

/** What creates a record of a kind: the common fields, and those of the kind and its profiles. Made once. */
export function newRecordShape(kind: Kind) {
  const shape = newShapes.get(kind) ?? makeNewShape(kind)
  newShapes.set(kind, shape)
  return shape
}

/** What changes one: any of them; absent stays, null empties. Made once. */
export function recordChangeShape(kind: Kind) {
  const shape = changeShapes.get(kind) ?? makeChangeShape(kind)
  changeShapes.set(kind, shape)
  return shape
}

const makeNewShape = (kind: Kind) => z.strictObject({ ...common, ...fieldShapes(kind) })
const makeChangeShape = (kind: Kind) =>
  z.strictObject({ ...common, title: Title.optional(), ...fieldShapes(kind) })

const ownShapes = new Map<Kind, Record<string, z.ZodType>>()

/** The kind's own fields: one set of schemas for new records and for changes. */
function fieldShapes(kind: Kind) {
  const shapes = ownShapes.get(kind) ?? makeFieldShapes(kind)
  ownShapes.set(kind, shapes)
  return shapes
}

function makeFieldShapes(kind: Kind): Record<string, z.ZodType> {
  const shapes = kindDefinitions[kind].parts.map(({ fields }) => shapeOf(fields).shape)
  return Object.fromEntries(shapes.flatMap((shape) => Object.entries(shape)))
}

export type NewRecord = z.infer<ReturnType<typeof newRecordShape>>
export type RecordChange = z.infer<ReturnType<typeof recordChangeShape>>

/** Keys of the common part; every other key of an input is one of the kind's fields. */
export const commonKeys = Object.keys(common)

export const Withdrawal = z.strictObject({
  reason: z.string().trim().min(5).max(500).describe('Shown on the tombstone.'),
})

export const NewRelation = z.strictObject({
  to: z.uuid().describe('Id of the other record.'),
  type: z.string().trim().min(1).max(40).describe('Code of vocabulary `relation_type`.'),
})

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
    parsed: z
      .record(
        z.string(),
        z.object({
          value: z.union([z.string(), z.number()]),
          precision: z.enum(['year', 'month', 'day', 'degree', 'minute', 'second']),
          precisionM: z.number().optional(),
        }),
      )
      .optional()
      .describe('What partial dates and coordinates say, by field; the fields are as they came'),
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
