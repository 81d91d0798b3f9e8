import { z } from 'zod'
import { refusalWords } from '../../people/words/refusals.ts'
import { boxIn, mostCorners, ringIn } from '../../core/place.ts'
import { idOf } from '../../core/shapes.ts'
import type { LocalText, Text } from '../../core/text.ts'
import {
  type Access,
  accesses,
  type Audience,
  type Kind,
  kinds,
  ownFacets,
  type Visibility,
  visibilities,
} from '../records/model/record.ts'
import { placeWords } from './words.ts'

/** What results may be narrowed by and counted by. */
export const facetNames = [
  'kind',
  'profile',
  'library',
  ...ownFacets,
  'institution',
  'region',
  'subject',
  'access',
  'taxon',
  'year',
  'has_image',
  'visibility',
] as const
export type FacetName = (typeof facetNames)[number]

export const sorts = ['relevance', 'newest', 'name'] as const
export type Sort = (typeof sorts)[number]

const text = z.string().trim().min(1).max(200)

/** A repeated parameter means any of its values. */
const anyOf = <Value extends z.ZodType>(value: Value) =>
  z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(value).max(50))
    .optional()

const Year = z
  .string()
  .regex(/^\d{4}$|^\d{4}\.\.\d{4}$|^\d{4}\.\.$|^\.\.\d{4}$/)
  .describe('`2019`, `2015..2019`, `2015..` or `..2019`')

/** A text that is read whole, or refused in words. */
const readBy = <Value>(read: (text: string) => Value | null, wrong: Text) =>
  z
    .string()
    .max(5000)
    .transform((given, issues) => {
      const value = read(given)
      if (value !== null) return value
      issues.addIssue({ code: 'custom', message: wrong.en, params: { text: wrong } })
      return z.NEVER
    })

const Bbox = readBy(boxIn, placeWords.wrongBox).describe(
  'west,south,east,north in degrees; west beyond east crosses the date line',
)

const Polygon = readBy(ringIn, placeWords.wrongPolygon).describe(
  `longitude,latitude,longitude,latitude,… of 3 to ${mostCorners} corners in degrees, joined by straight lines the shorter way round; records that touch it`,
)

const FacetList = z
  .string()
  .transform((given) =>
    given === 'true' ? [...facetNames] : given === 'false' ? [] : given.split(','),
  )
  .pipe(z.array(z.enum(facetNames)))
  .describe('`true` for all, or their names with commas between')

const code = z.string().regex(/^[\w.+-]{1,60}$/)
const Disease = z
  .string()
  .toUpperCase()
  .regex(/^(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|[A-Z]\d\d-[A-Z]\d\d|ORP-ORP|ORPHA:\d{1,7})$/)

const filters = {
  kind: anyOf(z.enum(kinds)),
  profile: anyOf(text),
  library: anyOf(text),
  sample_source: anyOf(code).describe('Of collections: where samples come from (MIABIS).'),
  sample_type: anyOf(code).describe('Of collections: types of sample (MIABIS).'),
  disease: anyOf(Disease).describe(
    'Of collections: ICD-10 or ORPHA; `E11` has E11.9, `E00-E90` a chapter.',
  ),
  sex: anyOf(code).describe('Of collections: sexes of their donors (MIABIS).'),
  age: anyOf(z.string().regex(/^\d{1,3}(?:-\d{1,3}|\+)?$/)).describe(
    'Of collections: ages of their donors in years, by decades: `45`, `40-49` or `90+`.',
  ),
  data_type: anyOf(code).describe('Of collections: types of data (MIABIS).'),
  institution: anyOf(idOf(refusalWords.noInstitution)).describe('Ids.'),
  region: anyOf(z.string().regex(/^\d{2,6}$/)).describe('GB/T 2260; `62` has all of Gansu.'),
  subject: anyOf(z.string().regex(/^\d{3}(\.?\d{2}){0,2}$/)).describe(
    'GB/T 13745, wholes included.',
  ),
  access: anyOf(z.enum(accesses)),
  taxon: anyOf(text).describe('`Medicago sativa`, or `Medicago` for all of it.'),
  year: anyOf(Year),
  bbox: Bbox.optional(),
  polygon: Polygon.optional(),
  has_image: z.enum(['true', 'false']).optional(),
  visibility: anyOf(z.enum(visibilities)).describe('Within what the viewer may see.'),
}

/** The parameters of `GET /records` and of the results page. */
export const SearchQuery = z.object({
  q: z.string().max(500).optional().describe('Words, numbers, 汉字; in quotes as a phrase.'),
  exact: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: only what was typed, without its synonyms.'),
  ...filters,
  sort: z.enum(sorts).optional().describe('By default relevance with `q`, newest without.'),
  facets: FacetList.optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SearchQuery = z.output<typeof SearchQuery>

export type Mark = { text: string; hit: boolean }

/** A field that was hit, with its words around the hit. */
export type Highlight = { field: string; label: LocalText; parts: Mark[] }

export type ListImage = {
  id: string
  width: number
  height: number
  colour: string | null
  thumbhash: string | null
  alt: LocalText
}

export type SearchItem = {
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  title: LocalText
  summary: LocalText
  institution: { id: string; name: LocalText }
  visibility: Visibility
  audience: Audience
  access: Access
  taxon: string | null
  year: number | null
  image?: ListImage
  highlights?: Highlight[]
  updatedAt: string
}

/** `gte`: there are at least so many; counting stopped. */
export type Count = { value: number; relation: 'eq' | 'gte' }

export type FacetValue = {
  value: string
  label: LocalText
  count: number
  relation: Count['relation']
  selected: boolean
}

export type SearchResult = {
  items: SearchItem[]
  next: string | null
  /** `about` is an estimate, where counting stopped. */
  total: Count & { about?: number }
  facets?: Partial<Record<FacetName, FacetValue[]>>
  /** Another spelling that this viewer finds something by, when this one finds nothing. */
  didYouMean?: string
  /** Other words for what was typed that were searched for too. */
  also?: string[]
  /** Nothing has the words as typed: these have them apart. */
  isApart?: true
}

/** One entry of `GET /suggestions`; without a record it is something to search for. */
export type Suggestion = { text: string; kind?: Kind; recordId?: string; type: string }

const Local = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
const relation = z.enum(['eq', 'gte'])

/** An item of results, as `GET /records` answers it. */
export const SearchItemAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    profile: z.string().nullable(),
    title: Local,
    summary: Local,
    institution: z.object({ id: z.string(), name: Local }),
    visibility: z.enum(visibilities),
    access: z.enum(accesses),
    taxon: z.string().nullable(),
    year: z.int().nullable(),
    image: z.object({ id: z.string(), width: z.int(), height: z.int() }).optional(),
    highlights: z
      .array(
        z.object({
          field: z.string(),
          label: Local,
          parts: z.array(z.object({ text: z.string(), hit: z.boolean() })),
        }),
      )
      .optional(),
    updatedAt: z.string(),
  })
  .meta({ id: 'RecordItem' })

export const SearchAnswer = z
  .object({
    items: z.array(SearchItemAnswer),
    next: z.string().nullable(),
    total: z.object({ value: z.int(), relation, about: z.int().optional() }),
    facets: z
      .partialRecord(
        z.enum(facetNames),
        z.array(
          z.object({
            value: z.string(),
            label: Local,
            count: z.int(),
            relation,
            selected: z.boolean(),
          }),
        ),
      )
      .optional(),
    didYouMean: z.string().optional(),
    also: z
      .array(z.string())
      .optional()
      .describe('Synonyms of what was typed that were searched for too.'),
    isApart: z.literal(true).optional(),
  })
  .meta({ id: 'SearchResult' })

export const SuggestionAnswer = z
  .object({
    text: z.string(),
    type: z.string(),
    kind: z.enum(kinds).optional(),
    recordId: z.string().optional(),
    group: z.string().describe('Its kind in the reader’s language, or what else it is.'),
  })
  .meta({ id: 'Suggestion' })
