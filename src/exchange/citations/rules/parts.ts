import { inLang, type Lang } from '../../../core/text.ts'
import type { Described, DescribedIdentifier, Party } from '../../described/model.ts'

/** What every style of citation is put together from. */
export type Cited = ReturnType<typeof citedParts>

export function citedParts(one: Described, lang: Lang) {
  const issued = one.dates.find(({ type }) => type === 'Issued')?.date ?? null
  return {
    authors: one.creators,
    title: flat(inLang(one.title, lang)),
    version: one.version && flat(one.version),
    type: inLang(one.type.words, lang),
    publisher: publisherOf(one, lang),
    year: one.year,
    /** `2026-03-02`, as exactly as is known. */
    issued: issued ?? (one.year === null ? null : String(one.year)),
    created: createdOn(one),
    /** Where it was made: what the first author names, or else the owner. */
    makers: makersOf(one, lang),
    identifier: one.identifier,
    /** Identifiers that stand side by side in a citation; the page's address only where there is no other. */
    identifiers: citable(one),
    url: one.identifier.uri ?? one.url,
    isTombstone: one.withdrawal !== null,
  }
}

/** As it is called in this language, where it is the owner. */
const publisherOf = ({ publisher, institution: { name } }: Described, lang: Lang) =>
  flat(publisher.name === name.zh ? inLang(name, lang) : publisher.name)

/** One line: a citation is one sentence. */
export const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

function citable({ identifiers, identifier }: Described): DescribedIdentifier[] {
  const known = identifiers.filter(
    ({ type, uri }) => uri !== null && (type === 'DOI' || type === 'CSTR'),
  )
  return known.length > 0 ? known : [identifier]
}

const createdOn = ({ dates, period, year }: Described): string | null =>
  dates.find(({ type }) => type === 'Created')?.date ??
  period?.until ??
  (year === null ? null : String(year))

function makersOf({ creators, institution }: Described, lang: Lang): string[] {
  const said = creators.flatMap(({ affiliations }) => affiliations.slice(0, 1))
  const names = [...new Set(said.map(({ name }) => flat(name)))]
  return names.length > 0 ? names.slice(0, 3) : [flat(inLang(institution.name, lang))]
}

/** `宋疏影` as it is written; `Song, Shuying` where the name is in parts and in Latin letters. */
export function nameOf({ name, familyName, givenName }: Party): string {
  const isLatin = familyName && givenName && !/\p{Script=Han}/u.test(familyName + givenName)
  return flat(isLatin ? `${familyName}, ${givenName}` : name)
}
