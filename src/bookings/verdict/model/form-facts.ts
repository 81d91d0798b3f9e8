import { z } from 'zod'
import { audiences, Policy, qualificationKinds } from '../../policies/model.ts'

const Ms = z.number()
const Times = z.tuple([Ms, Ms])
const Instant = z.string().meta({ format: 'date-time' })

/** What the rules ask, as a form takes it: moments are milliseconds since 1970. */
export const FormFacts = z
  .object({
    /** The server's clock. */
    now: Instant,
    /** What takes the instrument's time is complete between these. */
    from: Instant,
    to: Instant,
    audience: z.enum(audiences),
    visibility: z.string(),
    access: z.string(),
    status: z.string().nullable(),
    decommissionDate: z.string().nullable(),
    zone: z.string(),
    policy: Policy,
    policyVersion: z.int(),
    /** Start, end, and the same with the buffers that are kept around. */
    taken: z.array(z.tuple([Ms, Ms, Ms, Ms, z.string()])),
    mine: z.array(Times),
    ofLab: z.array(Times),
    /** The viewer's bookings of other instruments: start, end, and what is said where they overlap. */
    elsewhere: z.array(z.tuple([Ms, Ms, z.object({ zh: z.string(), en: z.string() })])),
    qualifications: z.array(z.tuple([z.enum(qualificationKinds), Ms.nullable()])),
  })
  .meta({ id: 'BookingFacts' })
export type FormFacts = z.output<typeof FormFacts>
