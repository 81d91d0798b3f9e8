import type { Described, Party } from '../../described/model.ts'
import { type Cited, citedParts, flat } from './parts.ts'

/** BibTeX: an entry that classic styles and biblatex read alike. */
export function bibtex(one: Described): string {
  const parts = citedParts(one, 'zh')
  const isDoi = one.identifier.type === 'DOI'
  const fields: [string, string | null][] = [
    ['author', parts.authors.length > 0 ? parts.authors.map(bibtexName).join(' and ') : null],
    // Twice braced: styles would write titles in small letters.
    ['title', `{${bibtexText(parts.title)}}`],
    ['year', parts.year === null ? null : String(parts.year)],
    ['publisher', bibtexText(parts.publisher)],
    ['version', parts.version && bibtexText(parts.version)],
    ['howpublished', bibtexText(parts.type)],
    ['keywords', bibtexText(keywordsOf(one).join(', ')) || null],
    ['doi', isDoi ? verbatim(one.identifier.value) : null],
    ['url', verbatim(parts.url)],
    ['language', one.language],
    ['copyright', one.licences[0]?.spdx ?? null],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@misc{${keyOf(one)},\n${lines.join(',\n')}\n}\n`
}

/** Plain letters and digits, as every program takes them; the same for a record whenever it is asked. */
const keyOf = ({ id, year, kind }: Described) => `${kind}${year ?? ''}_${id.slice(-12)}`

/** An organisation is braced, so that no part of it is taken for a family name. */
function bibtexName({ name, type, familyName, givenName }: Party): string {
  return familyName && givenName && type !== 'Organizational'
    ? `${bibtexText(familyName)}, ${bibtexText(givenName)}`
    : `{${bibtexText(name)}}`
}

const bibtexText = (text: string) =>
  flat(text)
    // Braces are escaped by commands, since even escaped ones are counted.
    .replaceAll(/[\\{}]/g, (sign) => bibtexSigns[sign] ?? '')
    .replaceAll(/[&%$#_]/g, String.raw`\$&`)
    .replaceAll('~', String.raw`\textasciitilde `)
    .replaceAll('^', String.raw`\textasciicircum `)

const bibtexSigns: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash `,
  '{': String.raw`\textbraceleft `,
  '}': String.raw`\textbraceright `,
}

/** Addresses are not escaped; what would end their field is percent-encoded. */
const verbatim = (address: string) =>
  flat(address).replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll(' ', '%20')

const keywordsOf = ({ subjects }: Described) => [
  ...new Set(subjects.filter(({ scheme }) => scheme === null).map(({ text }) => flat(text))),
]

const risTypes: Readonly<Record<string, string>> = { dataset: 'DATA' }

/** RIS, as reference managers import it; lines end as the format says. */
export function ris(one: Described): string {
  const parts = citedParts(one, 'zh')
  const abstract = one.descriptions.find(({ type }) => type === 'Abstract')?.text
  const lines: [string, string | null | undefined][] = [
    ['TY', risTypes[one.kind] ?? 'GEN'],
    ...parts.authors.map((author): [string, string] => ['AU', risName(author)]),
    ['TI', parts.title],
    ['PY', parts.year === null ? null : String(parts.year)],
    ['DA', risDate(parts)],
    ['PB', parts.publisher],
    ['ET', parts.version],
    ['M3', parts.type],
    ['DO', one.identifier.type === 'DOI' ? one.identifier.value : null],
    ['UR', parts.url],
    ['LA', one.language],
    ['AB', abstract],
    ...keywordsOf(one).map((word): [string, string] => ['KW', word]),
    ['ER', ''],
  ]
  return lines
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([tag, value]) => `${tag}  - ${flat(value ?? '')}\r\n`)
    .join('')
}

const risName = ({ name, familyName, givenName }: Party) =>
  familyName && givenName ? `${familyName}, ${givenName}` : name

/** Year, month and day on which it was published, or on which that began, as far as they are known. */
const issuedParts = ({ issued }: Cited): string[] =>
  (issued ?? '').split('/')[0]?.split('T')[0]?.split('-') ?? []

/** `2026/03/02/`: parts that are not known stay empty. */
function risDate(parts: Cited): string | null {
  const [year, month = '', day = ''] = issuedParts(parts)
  return year ? `${year}/${month}/${day}/` : null
}

const cslTypes: Readonly<Record<string, string>> = { dataset: 'dataset', collection: 'collection' }

/** CSL-JSON 1.0: one item, as an array of them. */
export function cslJson(one: Described): string {
  const parts = citedParts(one, 'zh')
  const abstract = one.descriptions.find(({ type }) => type === 'Abstract')?.text
  const date = issuedParts(parts).map(Number)
  const item = {
    id: one.identifier.value,
    type: cslTypes[one.kind] ?? 'document',
    ...(parts.authors.length > 0 && { author: parts.authors.map(cslName) }),
    title: parts.title,
    ...(date[0] && { issued: { 'date-parts': [date] } }),
    publisher: parts.publisher,
    ...(parts.version && { version: parts.version }),
    genre: parts.type,
    ...(one.identifier.type === 'DOI' && { DOI: one.identifier.value }),
    URL: parts.url,
    ...(one.language && { language: one.language }),
    ...(abstract && { abstract }),
    ...(keywordsOf(one).length > 0 && { keyword: keywordsOf(one).join(', ') }),
  }
  return JSON.stringify([item], null, 2)
}

const cslName = ({ name, type, familyName, givenName }: Party) =>
  familyName && givenName && type !== 'Organizational'
    ? { family: familyName, given: givenName }
    : { literal: flat(name) }
