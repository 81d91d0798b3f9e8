import { countryName } from '../../core/countries.ts'
import { inLang, type LocalText, type Text } from '../../core/text.ts'
import { type Names, typeNames } from '../words/codes.ts'
import type { Entity } from './model.ts'

/** What places are called, by codes with spaces between them. */
export function countriesOf(codes: string | null): Text | null {
  const names = (codes ?? '').split(/\s+/).filter(Boolean).map(countryName)
  if (names.length === 0) return null
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

/** What these codes are called, in one line; null where there are none. */
export function coded(names: Names, codes: readonly (string | null)[]): Text | null {
  const known = codes.filter((code) => code !== null)
  if (known.length === 0) return null
  const inWords = (lang: 'zh' | 'en') => known.map((code) => names[code]?.[lang] ?? code)
  return { zh: inWords('zh').join('、'), en: inWords('en').join(', ') }
}

/** The same of the first few, with how many more there are. */
export function codedBriefly(names: Names, codes: readonly string[], most = 4): Text | null {
  const text = coded(names, codes.slice(0, most))
  const more = codes.length - most
  if (!text || more <= 0) return text
  return { zh: `${text.zh} 等 ${codes.length} 种`, en: `${text.en} and ${more} more` }
}

/** To choose one of these codes. */
export const choicesIn = (names: Names) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

type Json = { readonly [key: string]: unknown }
type Told = {
  id: string
  name: LocalText
  description: LocalText
  acronym: string | null
  miabisId: string | null
  url: string | null
  institution: { name: LocalText }
  contactEmail: string | null
  contactPhone: string | null
  contactAddress: string | null
  country?: string
  countries?: string
  juristicPerson?: string
  sampleTypes?: readonly string[]
  diseases?: string | null
  publications?: string | null
}

/** One of them as schema.org has it, for search engines: an organisation, or the dataset of a study. */
export function jsonLdOf(entity: Entity, one: Told, url: string): Json {
  const keeper = { '@type': 'Organization', name: inLang(one.institution.name, 'zh') }
  const materials = (one.sampleTypes ?? []).map((code) => typeNames[code]?.en ?? code)
  return present({
    '@context': 'https://schema.org/',
    '@type': entity === 'research_resource' ? 'Dataset' : 'Organization',
    '@id': url,
    url,
    identifier: one.miabisId && {
      '@type': 'PropertyValue',
      propertyID: 'MIABIS',
      value: one.miabisId,
    },
    name: inLang(one.name, 'zh'),
    alternateName: [one.name.en, one.acronym].filter((name) => name && name !== one.name.zh),
    description: [one.description.zh, one.description.en].filter(Boolean).join('\n').slice(0, 5000),
    sameAs: one.url,
    ...(entity === 'research_resource'
      ? {
          creator: keeper,
          keywords: [...materials, ...(one.diseases?.split('\n') ?? [])],
          citation: one.publications?.split('\n') ?? [],
        }
      : { ...organisationOf(one, keeper), knowsAbout: materials }),
  })
}

const organisationOf = (one: Told, keeper: Json): Json => ({
  parentOrganization: one.juristicPerson
    ? { '@type': 'Organization', name: one.juristicPerson }
    : keeper,
  address: one.contactAddress,
  areaServed: one.country ?? one.countries?.split(' '),
  contactPoint:
    (one.contactEmail ?? one.contactPhone) &&
    present({ '@type': 'ContactPoint', email: one.contactEmail, telephone: one.contactPhone }),
})

/** Without what is not known. */
const present = (object: Json): Json =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) =>
      Array.isArray(value)
        ? value.length > 0
        : value !== null && value !== undefined && value !== '',
    ),
  )
