import type { Access, Visibility } from '../../catalog/records/model/record.ts'
import { type RateKey, rateKeys } from '../../charges/rates/model.ts'
import { audienceNames, rateNames } from '../../charges/rates/words.ts'
import { yuanText } from '../../core/money.ts'
import type { Text } from '../../core/text.ts'
import type { WayCode as FilesWay } from '../../datasets/access/rules.ts'
import type { Audience } from '../../instruments/model/audiences.ts'
import { type Policy, qualificationKinds } from '../../bookings/policies/model.ts'
import { inWords } from '../../bookings/policies/words/sentences.ts'
import type { Standing } from '../../bookings/verdict/rules/standing.ts'
import { lengthInWords, qualificationNames } from '../../bookings/verdict/words.ts'
import { agreementPaths } from '../agreements/words/paths.ts'
import type { Effect, DocumentKind } from '../permits/model.ts'
import { documentNames } from '../permits/words.ts'
import { requestPaths } from '../words/paths.ts'
import type { Act, PaperKind, WayCode } from './model.ts'
import { wayPageWords, wayWords } from './words.ts'

type Common = { access: Access; visibility: Visibility; isSignedIn: boolean }

/** What decides how one person gets one thing. */
export type WayFacts = Common &
  (
    | {
        kind: 'instrument'
        /** What its rules say of who asks; null where it is withdrawn. */
        standing: Standing | null
        policy: Pick<Policy, 'audience' | 'qualifications' | 'needsProject'>
        /** How many services are offered with it. */
        services: number
      }
    | {
        kind: 'dataset'
        /** How the files of the newest version are got; null where none is published. */
        files: { code: FilesWay; sentence: Text } | null
      }
    /** `stock`: whether anything can be had; `unknown` where no stock of it is kept here. */
    | { kind: 'accession'; stock: 'available' | 'none' | 'unknown' }
    | { kind: 'collection' }
  )

/** How one person gets a thing: why, what they do next, and both in one true sentence. */
export type Way = { code: WayCode; act: Act; sentence: Text }

/** The one answer to “how do I get it”: pages, refusals and the basket all say it. */
export function wayTo(facts: WayFacts): Way {
  const code = codeOf(facts)
  const act = actOf[code]
  // The files say more than the code: until when an embargo lasts, by what right they are free.
  const said = facts.kind === 'dataset' && saidByFiles.has(code) && facts.files?.sentence
  const ofRules = facts.kind === 'instrument' && saidByRules(code, facts)
  return { code, act, sentence: said || ofRules || wayWords[code] }
}

type Given = {
  way: Pick<Way, 'act'>
  version: { onlyFiles: readonly string[] | null } | undefined
}

/** Whether something of it can be asked for by a basket: who was given certain files may take these, and ask for others. */
export const isAskable = ({ way, version }: Given): boolean =>
  isAsked(way) || (way.act === 'download' && (version?.onlyFiles ?? null) !== null)

const isAsked = ({ act }: Pick<Way, 'act'>): boolean => act === 'add'

const saidByFiles: ReadonlySet<WayCode> = new Set([
  'download',
  'accept_terms',
  'sign_in',
  'not_given',
])

const actOf = {
  draft: 'none',
  withdrawn: 'none',
  closed: 'contact',
  book: 'book',
  book_signed_in: 'book',
  qualify: 'train',
  out_of_use: 'contact',
  order_only: 'order',
  not_for_you: 'contact',
  download: 'download',
  accept_terms: 'accept_terms',
  sign_in: 'sign_in',
  request_files: 'add',
  renew_files: 'add',
  not_given: 'contact',
  no_files: 'contact',
  request_material: 'add',
  request_signed_in: 'add',
  none_available: 'contact',
  request_samples: 'add',
} as const satisfies Record<WayCode, Act>

function codeOf(facts: WayFacts): WayCode {
  if (facts.visibility === 'withdrawn') return 'withdrawn'
  if (facts.kind === 'dataset') return codeOfDataset(facts)
  if (facts.visibility === 'draft') return 'draft'
  if (facts.kind === 'instrument') return codeOfBooking(facts)
  return facts.access === 'closed' ? 'closed' : codeOfMaterial(facts)
}

type Of<Kind> = Extract<WayFacts, { kind: Kind }>

function codeOfDataset({ files, visibility, access }: Of<'dataset'>): WayCode {
  if (files?.code === 'kept') return 'download'
  if (visibility === 'draft') return 'draft'
  if (files) return codeOfFiles[files.code]
  return access === 'closed' ? 'closed' : 'no_files'
}

function codeOfMaterial(facts: Of<'accession'> | Of<'collection'>): WayCode {
  if (facts.kind === 'accession' && facts.stock === 'none') return 'none_available'
  if (facts.access === 'registered' && !facts.isSignedIn) return 'request_signed_in'
  return facts.kind === 'accession' ? 'request_material' : 'request_samples'
}

const codeOfFiles = {
  withdrawn: 'no_files',
  core_data: 'not_given',
  embargo: 'not_given',
  closed: 'closed',
  request: 'request_files',
  grant_expired: 'renew_files',
  sign_in: 'sign_in',
  terms: 'accept_terms',
  kept: 'download',
  granted: 'download',
  registered: 'download',
  open: 'download',
} as const satisfies Record<FilesWay, WayCode>

function codeOfBooking({ standing, isSignedIn, services }: Of<'instrument'>): WayCode {
  const codes = new Set(standing?.objections.map(({ code }) => code))
  if (codes.has('out_of_use')) return 'out_of_use'
  if (codes.has('closed')) return 'closed'
  if (codes.has('audience')) return services > 0 ? 'order_only' : 'not_for_you'
  if (codes.size > 0) return 'qualify'
  return isSignedIn ? 'book' : 'book_signed_in'
}

/** The sentence of somebody who may book, or could: it says what the rules will. */
function saidByRules(code: WayCode, { standing, policy }: Of<'instrument'>): Text | undefined {
  if (code === 'qualify') return wayPageWords.qualify(kindsMissing(standing))
  if (code !== 'book' && code !== 'book_signed_in') return undefined
  return joined([
    wayWords[code],
    ...(code === 'book_signed_in' ? whoMay(policy) : []),
    approvalText(standing?.approval),
    ...(policy.needsProject ? [inWords.project] : []),
  ])
}

/** What a guest has to know of who may book. */
const whoMay = ({ audience, qualifications: kinds = [] }: Of<'instrument'>['policy']): Text[] => [
  ...(audience ? [inWords.audience[audience]] : []),
  ...(kinds.length > 0 ? [inWords.qualified(kinds.map((kind) => qualificationNames[kind]))] : []),
]

const kindsMissing = (standing: Standing | null): Text[] =>
  qualificationKinds
    .filter((kind) => standing?.objections.some(({ code }) => code.startsWith(`${kind}_`)))
    .map((kind) => qualificationNames[kind])

function approvalText(approval: Standing['approval']): Text {
  if (approval === undefined) return wayPageWords.atOnce
  return approval === 'always'
    ? wayPageWords.approval
    : inWords.approvalLonger(lengthInWords(approval))
}

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(''),
  en: texts.map(({ en }) => en).join(' '),
})

/** What is taken or asked for without a price of its own costs nothing. */
export const isFreeOfCharge = ({ act }: Pick<Way, 'act'>): boolean =>
  act === 'add' || act === 'download' || act === 'accept_terms' || act === 'sign_in'

/** A paper that will be asked of who asks, or what the law says of it. */
export type Paper = { kind: PaperKind; title: Text; clause: Text | null; href: string | null }

type Finding = {
  effect: Effect
  document: DocumentKind | null
  sentence: Text
  clause: Text
}
type Agreement = {
  agreementId: string
  number: number
  title: { zh: string | null; en: string | null }
}
type Asking = {
  findings: readonly Finding[]
  agreements: readonly Agreement[]
  needsConsent: boolean
}

/** What the law forbids first, then what has to be shown, accepted and consented to. */
export const papersOf = ({ findings, agreements, needsConsent }: Asking): Paper[] => [
  ...findings.map(({ effect, document, sentence, clause }) => ({
    kind: kindOf[effect],
    title: document === null ? sentence : wayPageWords.document(documentNames[document], sentence),
    clause,
    href: requestPaths.permits,
  })),
  ...agreements.map(({ agreementId, number, title }) => ({
    kind: 'agreement' as const,
    title: { zh: title.zh ?? title.en ?? '', en: title.en ?? title.zh ?? '' },
    clause: null,
    href: agreementPaths.text(agreementId, number),
  })),
  ...(needsConsent
    ? [{ kind: 'consent' as const, title: wayPageWords.consent, clause: null, href: null }]
    : []),
]

const kindOf = {
  blocked: 'blocked',
  document: 'permit',
  condition: 'condition',
} as const satisfies Record<Effect, PaperKind>

type FoundRate = {
  rate: Partial<Record<RateKey, number | undefined>>
  audience: Audience
}

/** `按“外部用户”计：每小时 120 元；每个样品 30 元。` */
export function rateText(found: FoundRate | undefined): Text {
  if (!found) return wayPageWords.freeUse
  const { rate, audience } = found
  const said = rateKeys.flatMap((key) => {
    const fen = rate[key]
    return fen === undefined ? [] : [{ name: rateNames[key], amount: yuanText(fen) }]
  })
  if (said.length === 0) return wayPageWords.freeUse
  return {
    zh: `按“${audienceNames[audience].zh}”计费：${said.map(({ name, amount }) => `${name.zh} ${amount} 元`).join('；')}。`,
    en: `Rate for ${audienceNames[audience].en.toLowerCase()}: ${said.map(({ name, amount }) => `${name.en.toLowerCase()} ${amount} CNY`).join('; ')}.`,
  }
}

/** `每小时 390 元（高峰时段 468 元），成员单位价`; all of it where nothing is asked by the hour. */
export function hourText(found: FoundRate | undefined): Text {
  const { hourFen, peakHourFen } = found?.rate ?? {}
  if (!found || hourFen === undefined) return rateText(found)
  const hour = yuanText(hourFen)
  const peak = peakHourFen === undefined ? undefined : yuanText(peakHourFen)
  return wayPageWords.perHour({ hour, peak, audience: audienceNames[found.audience] })
}

/** Of what the law forbids it is no help to say how to ask. */
export function sentenceOf({ way }: { way: Way }, papers: readonly Paper[]): Text {
  const blocked = papers.find(({ kind }) => kind === 'blocked')
  return blocked?.clause
    ? wayPageWords.blockedByLaw({ sentence: blocked.title, clause: blocked.clause })
    : way.sentence
}
