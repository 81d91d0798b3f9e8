import { z } from 'zod'
import { form } from '../../core/form.ts'
import { registrySchemes } from '../../core/registries.ts'
import { LocalAnswer } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { identifierWords as words, schemeNames, stateNames } from './words.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    /** Tells a registry what it does not know yet of an identifier. */
    register_identifier: { identifierId: string }
  }
}

/** `waiting` for its registry to be told · `failed` in the last try · else what the registry knows. */
export const identifierStates = [
  'failed',
  'waiting',
  'reserved',
  'registered',
  'withdrawn',
] as const
export type IdentifierState = (typeof identifierStates)[number]

const scheme = z.enum(registrySchemes)
export const reservationForm = form(z.strictObject({ scheme }), {
  scheme: { as: 'choice', label: words.scheme, names: schemeNames },
})
export type Reservation = z.output<typeof reservationForm.schema>

export const identifierFilter = form(
  z.strictObject({ state: z.enum(identifierStates).optional(), scheme: scheme.optional() }),
  {
    state: { as: 'choice', label: words.state, names: mapNames() },
    scheme: { as: 'choice', label: words.scheme, names: schemeNames },
  },
)
export type IdentifierFilter = z.output<typeof identifierFilter.schema>

function mapNames() {
  const { failed, waiting, reserved, registered, withdrawn } = stateNames
  return {
    failed: failed.text,
    waiting: waiting.text,
    reserved: reserved.text,
    registered: registered.text,
    withdrawn: withdrawn.text,
  }
}

export const IdentifierAnswer = z
  .object({
    id: z.string(),
    record: z
      .object({ id: z.string(), title: LocalAnswer })
      .nullable()
      .describe('Null once its draft was deleted, until the registry let it go.'),
    scheme,
    value: z.string(),
    state: z.enum(identifierStates),
    told: z
      .enum(['reserved', 'registered', 'withdrawn'])
      .nullable()
      .describe('What the registry knows; null: nothing yet.'),
    triedAt: InstantAnswer.nullable(),
    failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
    reservedAt: InstantAnswer,
  })
  .meta({ id: 'MintedIdentifier', description: 'An identifier that this service gave a record.' })
