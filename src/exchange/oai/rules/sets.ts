import type { Text } from '../../../core/text.ts'
import { isId } from '../../../core/shapes.ts'
import type { Header, SetFilter } from '../model.ts'

/** The protocol's own characters of a set: anything else could not stand in an answer. */
const segment = "[A-Za-z0-9\\-_.!~*'()]+"
const setSpec = new RegExp(`^${segment}(?::${segment})*$`)

export const isSetSpec = (text: string): boolean => text.length <= 300 && setSpec.test(text)

/** GB/T 13745: three digits, then two and two more. */
const subjectCode = /^\d{3}(?:\.\d{2}(?:\d{2})?)?$/
const libraryCode = /^[A-Za-z0-9_-]+$/

/** What a set selects; undefined for one that there is not: then no record matches. */
export function readSet(spec: string): SetFilter | undefined {
  const [by, ...rest] = spec.split(':')
  const value = rest.at(-1) ?? ''
  if (by === 'subject')
    return subjectCode.test(value) && subjectSpec(value) === spec ? { by, value } : undefined
  if (rest.length !== 1) return undefined
  if (by === 'institution') return isId(value) ? { by, value: value.toLowerCase() } : undefined
  return by === 'kind' || by === 'library' ? { by, value } : undefined
}

/** The sets that a record is in, the narrowest of each branch: it is in those above them too. */
export const setsOf = ({ kind, institutionId, library, subjects }: Header): string[] => [
  `kind:${kind}`,
  `institution:${institutionId}`,
  ...(library !== null && libraryCode.test(library) ? [`library:${library}`] : []),
  ...subjects.filter((code) => subjectCode.test(code)).map(subjectSpec),
]

/** `subject:170:170.45:170.4510`: each step has all below it. */
export const subjectSpec = (code: string): string => `subject:${stepsOf(code).join(':')}`

/** A code and all above it, the widest first. */
const stepsOf = (code: string): string[] =>
  [3, 6, 8].filter((length) => length <= code.length).map((length) => code.slice(0, length))

type Named = { code: string; label: Text }

/** All sets, each below the ones that hold it. */
export const allSets = (known: {
  kinds: readonly Named[]
  institutions: readonly Named[]
  libraries: readonly Named[]
  subjects: readonly Named[]
}): { spec: string; name: Text }[] => [
  ...branch('kind', words.kind, known.kinds),
  ...branch('institution', words.institution, known.institutions),
  ...branch(
    'library',
    words.library,
    known.libraries.filter(({ code }) => libraryCode.test(code)),
  ),
  ...known.subjects
    .filter(({ code }) => subjectCode.test(code))
    .map(({ code, label }) => ({ spec: subjectSpec(code), name: under(words.subject, label) })),
]

const branch = (by: string, heading: Text, terms: readonly Named[]) =>
  terms.map(({ code, label }) => ({ spec: `${by}:${code}`, name: under(heading, label) }))

const under = (heading: Text, label: Text): Text => ({
  zh: `${heading.zh}：${label.zh}`,
  en: `${heading.en}: ${label.en}`,
})

const words = {
  kind: { zh: '资源类别', en: 'Kind' },
  institution: { zh: '单位', en: 'Institution' },
  library: { zh: '资源库', en: 'Library' },
  subject: { zh: '学科', en: 'Subject' },
}
