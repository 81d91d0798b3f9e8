import { z } from 'zod'
import { shapeOf } from '../../../core/fields.ts'
import { kindDefinitions } from '../../../kinds.ts'
import { accesses, audiences, type Kind } from './record.ts'

const line = (max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    z.string().trim().max(max).nullable(),
  )

const Title = z.strictObject({ zh: line(500).optional(), en: line(500).optional() })
const Summary = z.strictObject({ zh: line(5000).optional(), en: line(5000).optional() })

const common = {
  title: Title,
  summary: Summary.optional(),
  institution: z.uuid().optional().describe('Id of the owner; by default the one that you keep.'),
  collection: z.uuid().nullable().optional().describe('Id of the collection that it is part of.'),
  library: line(40).optional().describe('Code of vocabulary `library`.'),
  profile: line(40)
    .optional()
    .describe('Sub-form of the kind; an accession is plant, microbe or animal.'),
  audience: z.enum(audiences).optional().describe('Who sees it once published.'),
  access: z.enum(accesses).optional().describe('How one gets the thing itself.'),
  keywords: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
  subjects: z
    .array(z.string().trim().min(1).max(20))
    .max(4)
    .optional()
    .describe('GB/T 13745 codes.'),
  identifiers: z
    .array(
      z.strictObject({
        scheme: z.string().trim().min(1).max(40),
        value: z.string().trim().min(1).max(500),
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

function fieldShapes(kind: Kind) {
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
