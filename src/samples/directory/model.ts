import { z } from 'zod'
import {
  Country,
  line,
  LocalLong,
  LocalName,
  optionalLine,
  optionalMatching,
  saying,
  Website,
} from '../../core/shapes.ts'
import type { Names } from '../words/codes.ts'
import { directoryWords as words } from './words.ts'

export type Entity = 'biobank' | 'network' | 'research_resource'

/** One of a code list. */
export const codeOf = (names: Names) =>
  z.enum(Object.keys(names), saying(words.badCode)).describe('A code of its MIABIS list')
export const codesOf = (names: Names) => z.array(codeOf(names)).max(100).default([])

/** In JSON a list, in a form a text; kept as what stands between its entries joins them. */
const listOr = (most: number, between: string) =>
  z.union([
    z.string().max(20_000),
    z
      .array(z.string().max(2000))
      .max(most)
      .transform((entries) => entries.join(between)),
  ])

/** Several texts, one a line. */
export const lines = (most: number) =>
  listOr(most, '\n').pipe(
    z
      .string()
      .overwrite((text) =>
        text
          .split(/[\r\n]+/)
          .map((each) => each.trim())
          .filter(Boolean)
          .join('\n'),
      )
      .refine((text) => text.split('\n').length <= most),
  )

/** The entries of such a text, as JSON shows them. */
export const entriesIn = (text: string | null, between = '\n'): string[] =>
  text === null || text === '' ? [] : text.split(between)

/** Codes of ISO 3166-1, with spaces between. */
export const Countries = listOr(250, ' ').pipe(
  z
    .string()
    .overwrite((text) =>
      [...new Set(text.toUpperCase().split(/[\s,、，]+/))].filter(Boolean).join(' '),
    )
    .refine(
      (text) => text.split(' ').every((code) => Country.safeParse(code).success),
      saying(words.badCountries),
    ),
)

/** Mobile numbers of China are somebody's own; what an office has begins with 0, 400 or 800. */
const OfficePhone = optionalLine(60).refine(
  (text) => text === null || !/^(?:\+?86)?1[3-9]\d{9}$/.test(text.replaceAll(/[\s()-]/g, '')),
  saying(words.mobile),
)

/** What biobanks, networks and research resources have in common. */
export const described = {
  name: LocalName,
  acronym: optionalLine(60).optional(),
  miabisId: optionalLine(200).optional(),
  url: Website.optional(),
  description: LocalLong.default({ zh: null, en: null }),
}
export const contact = {
  contactName: optionalLine(100).optional(),
  contactEmail: optionalMatching(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, words.badEmail).optional(),
  contactPhone: OfficePhone.optional(),
  contactAddress: optionalLine(300).optional(),
}
export const describedFields = {
  name: { as: 'pair', label: words.name },
  acronym: { as: 'text', label: words.acronym, short: true },
  miabisId: { as: 'text', label: words.miabisId, hint: words.miabisIdHint },
  url: { as: 'text', type: 'url', label: words.url },
  description: { as: 'longPair', label: words.description },
} as const
export const contactFields = {
  contactName: { as: 'text', label: words.contactName, hint: words.contactNameHint },
  contactEmail: {
    as: 'text',
    type: 'email',
    label: words.contactEmail,
    hint: words.contactEmailHint,
  },
  contactPhone: { as: 'text', label: words.contactPhone, hint: words.contactPhoneHint },
  contactAddress: { as: 'text', label: words.contactAddress },
} as const

export const closedField = {
  as: 'yesNo',
  label: words.closed,
  hint: words.closedHint,
} as const

/** What one types to find something. */
export const Sought = line().min(1).max(200)
