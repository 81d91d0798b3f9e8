import { z } from 'zod'
import { form } from '../core/form.ts'
import { idOf, LocalAnswer, line } from '../core/shapes.ts'
import type { Text } from '../core/text.ts'
import { Email } from '../people/accounts/model/person.ts'
import { upkeepWords as words } from './words/common.ts'

/** Whom it is about: by id or by address. */
export const whom = { person: idOf(words.noPerson).optional(), email: Email.optional() }
export type Whom = { person?: string | undefined; email?: string | undefined }

const Ending = z.strictObject({ reason: line().max(500).optional() })
/** Why something ends, for whom it concerns to read. */
export type Ending = z.output<typeof Ending>

export const endingForm = (label: Text) => form(Ending, { reason: { as: 'text', label } })

export const TitledInstrument = z.object({ id: z.string(), title: LocalAnswer })
export const NamedPerson = z.object({ id: z.string(), name: z.string() })
