import { z } from 'zod'
import { idOf, LocalAnswer } from '../core/shapes.ts'
import { Email } from '../people/accounts/model/person.ts'
import { upkeepWords as words } from './words/common.ts'

/** Whom it is about: by id or by address. */
export const whom = { person: idOf(words.noPerson).optional(), email: Email.optional() }
export type Whom = { person?: string | undefined; email?: string | undefined }

/** Why something ends, for whom it concerns to read. */
export const Reason = z.string().trim().max(500).optional()

export const TitledInstrument = z.object({ id: z.string(), title: LocalAnswer })
export const NamedPerson = z.object({ id: z.string(), name: z.string() })
