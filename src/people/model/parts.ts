import { z } from 'zod'
import { type Lang, langs, type Text } from '../../core/text.ts'
import { Temporal } from '../../core/time.ts'
import { normalizedEmail } from '../accounts/rules/email.ts'
import { longestPassword } from '../accounts/rules/passwords.ts'
import { refusalWords as words } from '../words/refusals.ts'

/** A custom message in both languages (`web/validate.ts` reads it). */
const saying = (text: Text) => ({ error: text.en, params: { text } })

const emptyIsNull = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? null : value

/** A short text that may be emptied: blank is null. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(emptyIsNull, shape.nullable())

export const optionalText = (max: number) => optional(z.string().trim().max(max))

export const optionalMatching = (pattern: RegExp, text: Text) =>
  optional(
    z
      .string()
      .trim()
      .refine((value) => pattern.test(value), saying(text)),
  )

export const Website = optional(
  z
    .string()
    .trim()
    .max(2000)
    .refine(
      (value) => /^https?:\/\/[^\s/]/.test(value) && URL.canParse(value),
      saying(words.badWebsite),
    ),
)

/** A name in one or both languages; at least one when it is given at all. */
export const LocalName = z
  .strictObject({ zh: optionalText(200).optional(), en: optionalText(200).optional() })
  .transform(({ zh, en }) => ({ zh: zh ?? null, en: en ?? null }))
  .refine(({ zh, en }) => zh !== null || en !== null, saying(words.nameNeeded))

export const LocalLong = z
  .strictObject({ zh: optionalText(5000).optional(), en: optionalText(5000).optional() })
  .transform(({ zh, en }) => ({ zh: zh ?? null, en: en ?? null }))

/** A person's name goes into letters and pages: one line, no addresses, nothing that looks like markup. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((name) => !/[\p{Cc}<>]|:\/\/|www\./iu.test(name), saying(words.badName))

export const Email = z
  .string()
  .transform(normalizedEmail)
  .refine(
    (email) => email.length <= 254 && z.email().safeParse(email).success,
    saying(words.badEmail),
  )

/** Any text: whether it is good is decided by `objectionsToPassword`, which knows whose it is. */
export const Password = z
  .string()
  .min(1)
  .max(longestPassword * 4)

export const LangField = z.enum(langs as readonly [Lang, ...Lang[]])

export const Timezone = z
  .string()
  .trim()
  .refine((zone) => isTimezone(zone), saying(words.badTimezone))

function isTimezone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== ''
  } catch {
    return false
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Whether a text may be an id at all; PostgreSQL refuses to compare others. */
export const isId = (text: string) => uuid.test(text)

/** An id of the given thing: one that cannot be an id names nothing. */
export const idOf = (text: Text) => z.string().refine(isId, saying(text))
