import { z } from 'zod'

const Fields = z.record(z.string(), z.unknown())

export const AuditAnswer = z
  .object({
    id: z.string(),
    at: z.string().meta({ format: 'date-time' }),
    actor: z.object({
      type: z.enum(['person', 'anonymous', 'system']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    action: z.string().describe('`entity.verb`, as `record.publish`'),
    entity: z.string(),
    entityId: z.string().nullable(),
    institutionId: z.string().nullable(),
    before: Fields.describe('The changed fields as they were'),
    after: Fields.describe('The changed fields as they are'),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry', description: 'One change, written in the same transaction.' })
export type AuditAnswer = z.infer<typeof AuditAnswer>

const orAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(orAbsent, shape.optional())
const id = z.uuid()

/** What the audit may be narrowed by; an empty form field narrows nothing. */
export const AuditFilter = z.object({
  entity: optional(z.string().regex(/^[a-z_]{1,40}$/)),
  entityId: optional(id),
  actor: optional(id).describe('Id of the person who did it'),
  action: optional(z.string().regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/)),
  institution: optional(id),
})
export type AuditFilter = z.output<typeof AuditFilter>
