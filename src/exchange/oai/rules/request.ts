import {
  type FormatName,
  formatNames,
  type Going,
  type OaiError,
  type OaiErrorCode,
  type Selection,
  type Verb,
  verbs,
} from '../model.ts'
import { dayOrSecond } from './dates.ts'
import { idIn } from './identifiers.ts'
import { isSetSpec } from './sets.ts'
import { readToken } from './token.ts'

/** What is asked for, checked; what stands in an answer's `request` element beside it. */
export type Asked =
  | { verb: 'Identify' }
  | { verb: 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'ListIdentifiers' | 'ListRecords'; selection: Selection | Going }
  | { verb: 'GetRecord'; identifier: string; prefix: FormatName }

export type Read = {
  /** Attributes of `request`; none where verb or arguments are wrong. */
  echo: Readonly<Record<string, string>>
} & ({ asked: Asked } | { errors: readonly OaiError[] })

type Arguments = ReadonlyMap<string, string>

/** What each verb takes; `needs` has to be there, unless a token is, which goes alone. */
const takes: Record<Verb, { needs: readonly string[]; may: readonly string[]; token?: true }> = {
  Identify: { needs: [], may: [] },
  ListMetadataFormats: { needs: [], may: ['identifier'] },
  ListSets: { needs: [], may: [], token: true },
  ListIdentifiers: { needs: ['metadataPrefix'], may: ['from', 'until', 'set'], token: true },
  ListRecords: { needs: ['metadataPrefix'], may: ['from', 'until', 'set'], token: true },
  GetRecord: { needs: ['identifier', 'metadataPrefix'], may: [] },
}

/** Reads the arguments of a request, in their order; an argument that is there twice is wrong. */
export function readRequest(given: readonly (readonly [string, string])[], host: string): Read {
  const [verb, ...others] = given.flatMap(([name, value]) => (name === 'verb' ? [value] : []))
  const known = verbs.find((one) => one === verb)
  if (!known || others.length > 0)
    return refused('badVerb', verb === undefined ? words.noVerb : words.badVerb)
  const rest = given.filter(([name]) => name !== 'verb')
  const wrong = wrongArguments(known, rest)
  if (wrong.length > 0)
    return { echo: {}, errors: wrong.map((text) => ({ code: 'badArgument', text })) }
  return readVerb(known, new Map(rest), host)
}

function wrongArguments(verb: Verb, given: readonly (readonly [string, string])[]): string[] {
  const { needs, may, token } = takes[verb]
  const names = given.map(([name]) => name)
  const known = [...needs, ...may, ...(token ? ['resumptionToken'] : [])]
  const goesOn = token && names.includes('resumptionToken')
  const twice = names.filter((name, at) => names.indexOf(name) < at)
  return [
    ...new Set([
      ...names.filter((name) => !known.includes(name)).map(() => words.unknown(verb, known)),
      ...twice.filter((name) => known.includes(name)).map((name) => words.twice(name)),
      ...(goesOn && names.length > 1 ? [words.exclusive] : []),
      ...(goesOn ? [] : needs.filter((name) => !names.includes(name)).map(words.missing)),
    ]),
  ]
}

function readVerb(verb: Verb, given: Arguments, host: string): Read {
  if (verb === 'Identify') return { echo: { verb }, asked: { verb } }
  if (verb === 'ListSets')
    // All sets are in one answer: no token was ever given.
    return given.has('resumptionToken')
      ? { echo: { verb }, ...badToken() }
      : { echo: { verb }, asked: { verb } }
  if (verb === 'GetRecord') return readOne(given, host)
  if (verb === 'ListMetadataFormats') return readFormats(given, host)
  return given.has('resumptionToken') ? readToGoOn(verb, given) : readList(verb, given)
}

/** An identifier that cannot be one of ours is not repeated: it may be anything. */
function readFormats(given: Arguments, host: string): Read {
  const verb = 'ListMetadataFormats'
  const identifier = given.get('identifier')
  if (identifier === undefined) return { echo: { verb }, asked: { verb, identifier: null } }
  const id = idIn(identifier, host)
  return id === undefined
    ? { echo: { verb }, errors: [error('idDoesNotExist', words.noIdentifier)] }
    : { echo: { verb, identifier }, asked: { verb, identifier: id } }
}

function readOne(given: Arguments, host: string): Read {
  const verb = 'GetRecord'
  const [identifier = '', metadataPrefix = ''] = ['identifier', 'metadataPrefix'].map((name) =>
    given.get(name),
  )
  const id = idIn(identifier, host)
  const prefix = formatNames.find((name) => name === metadataPrefix)
  const echo = {
    verb,
    ...(id !== undefined && { identifier }),
    ...(isPrefix(metadataPrefix) && { metadataPrefix }),
  }
  if (id !== undefined && prefix) return { echo, asked: { verb, identifier: id, prefix } }
  const errors = [
    ...(id === undefined ? [error('idDoesNotExist', words.noIdentifier)] : []),
    ...(prefix ? [] : [error('cannotDisseminateFormat', words.noFormat)]),
  ]
  return { echo, errors }
}

type ListVerb = 'ListIdentifiers' | 'ListRecords'

function readToGoOn(verb: ListVerb, given: Arguments): Read {
  const resumptionToken = given.get('resumptionToken') ?? ''
  const selection = readToken(resumptionToken)
  return selection
    ? { echo: { verb, resumptionToken }, asked: { verb, selection } }
    : { echo: { verb }, ...badToken() }
}

function readList(verb: ListVerb, given: Arguments): Read {
  const [from, until] = ['from', 'until'].map((name) => dayOrSecond(given.get(name)))
  const wrong = [...wrongDates(given, from, until), ...wrongNames(given)]
  if (wrong.length > 0) return { echo: {}, errors: wrong.map((text) => error('badArgument', text)) }
  const echo = { verb, ...Object.fromEntries(given) }
  const prefix = formatNames.find((name) => name === given.get('metadataPrefix'))
  if (!prefix) return { echo, errors: [error('cannotDisseminateFormat', words.noFormat)] }
  const set = given.get('set') ?? null
  const selection = { prefix, from: from?.start ?? null, before: until?.end ?? null, set }
  return { echo, asked: { verb, selection } }
}

type Span = ReturnType<typeof dayOrSecond>

function wrongDates(given: Arguments, from: Span, until: Span): string[] {
  const unread = [
    ...(given.has('from') && !from ? [words.badDate('from')] : []),
    ...(given.has('until') && !until ? [words.badDate('until')] : []),
  ]
  if (!from || !until) return unread
  if (from.unit !== until.unit) return [words.mixed]
  return from.start >= until.end ? [words.backwards] : []
}

function wrongNames(given: Arguments): string[] {
  const set = given.get('set')
  return [
    ...(isPrefix(given.get('metadataPrefix') ?? '') ? [] : [words.badPrefix]),
    ...(set !== undefined && !isSetSpec(set) ? [words.badSet] : []),
  ]
}

/** As the protocol's schema has it: anything else cannot stand in an answer. */
const isPrefix = (text: string) => /^[A-Za-z0-9\-_.!~*'()]+$/.test(text)

const error = (code: OaiErrorCode, text: string): OaiError => ({ code, text })
const refused = (code: OaiErrorCode, text: string) => ({ echo: {}, errors: [error(code, text)] })
const badToken = () => ({ errors: [error('badResumptionToken', words.badToken)] })

const words = {
  noVerb: 'The argument verb is missing.',
  badVerb: `The verb is none of the protocol, or there are several: ${verbs.join(', ')}.`,
  unknown: (verb: string, known: readonly string[]) =>
    known.length === 0
      ? `${verb} takes no arguments.`
      : `An argument is none that ${verb} takes: ${known.join(', ')}.`,
  twice: (name: string) => `The argument ${name} is there more than once.`,
  missing: (name: string) => `The argument ${name} is missing.`,
  exclusive: 'A resumptionToken goes alone: leave the other arguments out.',
  badToken: 'The resumptionToken is none of ours: begin the list again.',
  badPrefix: 'The metadataPrefix has characters that none has.',
  badDate: (name: string) => `${name} is no date: write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`,
  mixed: 'from and until have to be as exact as each other.',
  backwards: 'from is later than until.',
  badSet: 'The set has characters that none has.',
  noIdentifier: 'No record here has this identifier.',
  noFormat: `Records are given as ${formatNames.join(' and ')}.`,
}
