import { z } from 'zod'
import { type Lang, langs, type Text } from './text.ts'
import { Temporal } from './time.ts'

/** A custom message in both languages (`core/issues.ts` reads it). */
export const saying = (text: Text) => ({ error: text.en, params: { text } })

const words = {
  nameNeeded: { zh: '请至少用一种语言填写名称。', en: 'Enter a name in at least one language.' },
  badTimezone: {
    zh: '该时区不存在，请填写时区名称，例如 Asia/Shanghai。',
    en: 'This time zone does not exist. Enter a zone such as Asia/Shanghai.',
  },
  badCountry: {
    zh: '请填写 ISO 3166-1 两位字母代码，例如 CN、KZ。',
    en: 'Enter an ISO 3166-1 two-letter code, such as CN or KZ.',
  },
  badWebsite: {
    zh: '请填写以 http:// 或 https:// 开头的网址。',
    en: 'Enter an address that starts with http:// or https://.',
  },
}

const emptyIsNull = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? null : value

const oneLine = z
  .string()
  .overwrite((text) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim())

/** A text of one line: what was broken into several goes on behind a space. */
export const line = () => oneLine

/** A text that may be emptied: blank is null. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(emptyIsNull, shape.nullable())

export const optionalText = (max: number) => optional(z.string().trim().max(max))
/** The same of one line. */
export const optionalLine = (max: number) => optional(line().max(max))

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

const localText = (shape: z.ZodString) =>
  z
    .strictObject({ zh: optional(shape).optional(), en: optional(shape).optional() })
    .transform(({ zh, en }) => ({ zh: zh ?? null, en: en ?? null }))

/** A name in one or both languages; at least one when it is given at all. */
export const LocalName = localText(line().max(200)).refine(
  ({ zh, en }) => zh !== null || en !== null,
  saying(words.nameNeeded),
)

/** A longer text in both languages; may be blank. */
export const LocalLong = localText(z.string().trim().max(5000))

export const LangField = z.enum(langs as readonly [Lang, ...Lang[]])

/** ISO 3166-1 alpha-2. */
export const Country = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => isCountry(code), saying(words.badCountry))

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== undefined

export const Timezone = z
  .string()
  .trim()
  .refine((zone) => isTimezone(zone), saying(words.badTimezone))

/** A name of IANA: an offset such as `+08:00` has no summer time, and PostgreSQL reads its sign the other way. */
function isTimezone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return false
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

/** A text in both languages, as answers have it. */
export const LocalAnswer = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
/** Somebody or something by id and name. */
export const Named = z.object({ id: z.string(), name: LocalAnswer })
export type Named = z.output<typeof Named>
