import { z } from 'zod'
import { auditedActions, auditedEntities } from '../audited.ts'
import type { Text } from '../core/text.ts'
import { line } from '../core/shapes.ts'
import { Day, InstantAnswer } from '../core/time.ts'

/** An action as people read it, and the entity that it is done to. */
export type ActionName<Entity extends string = string> = Text & { readonly on: Entity }

/** What an area contributes to the audit: the entities that it owns, and its actions on those or on others'. */
export type AuditNames = {
  readonly entities: Readonly<Record<string, Text>>
  readonly actions: Readonly<Record<`${string}.${string}`, ActionName>>
}

type Actions = typeof auditedActions

/** Every action and entity that some area has named; nothing else can be written down. */
export type AuditAction = keyof Actions
export type AuditEntity = keyof typeof auditedEntities
export type EntityOf<Action extends AuditAction> = Actions[Action]['on']
/** The actions that are done to an entity. */
export type ActionOn<Entity extends AuditEntity> = {
  [Action in AuditAction]: EntityOf<Action> extends Entity ? Action : never
}[AuditAction]

const Fields = z.record(z.string(), z.unknown())

export const AuditAnswer = z
  .object({
    id: z.string(),
    at: InstantAnswer,
    actor: z.object({
      type: z.enum(['person', 'anonymous', 'system']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    action: z.string().describe('As `record.publish`; the filter lists all'),
    entity: z.string(),
    entityId: z.string().nullable(),
    institutionId: z.string().nullable(),
    before: Fields.describe('The changed fields as they were'),
    after: Fields.describe('The changed fields as they are'),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry', description: 'One change, written in the same transaction.' })
export type AuditAnswer = z.infer<typeof AuditAnswer>

/** An empty field of a form narrows nothing. */
const orAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(orAbsent, shape.optional())
const id = z.uuid()

/** What the audit may be narrowed by. */
export const AuditFilter = z.object({
  entity: optional(z.enum(Object.keys(auditedEntities))),
  entityId: optional(id),
  actor: optional(id).describe('Id of the person who did it'),
  action: optional(z.enum(Object.keys(auditedActions))),
  institution: optional(id),
  person: optional(line().max(100)).describe(
    'Part of the name of who did it, or of a former one; for administrators of the address too',
  ),
  from: optional(Day).describe('The first day, by the clock of Gansu'),
  to: optional(Day).describe('The last day'),
})
export type AuditFilter = z.output<typeof AuditFilter>

/** What the changed fields of each entity are called; forms contribute theirs. */
export type FieldLabels = Readonly<Record<string, Readonly<Record<string, Text>>>>

/** What codes are called, by entity, field and code; under `any` those of a field whatever its entity. */
export type CodeNames = Readonly<Record<string, FieldLabels>>

/** The vocabularies that the codes of a field are taken from, by entity and field. */
export type VocabulariesOf = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** What other areas call the fields and codes of their entities. */
export type Naming = {
  fieldLabels: FieldLabels
  codeNames: CodeNames
  vocabulariesOf: VocabulariesOf
}

/** What a code of a vocabulary is called. */
export type TermLabels = (vocabulary: string, code: string) => Text | undefined
