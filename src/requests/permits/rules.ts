import type { Text } from '../../core/text.ts'
import {
  type DestinationCode,
  type DocumentKind,
  type Effect,
  effects,
  type Material,
  type RecipientCode,
} from './model.ts'
import { documentNames } from './words.ts'

/** A row of the table. Days are of the calendar of Beijing; the last one counts whole. */
export type PermitRule = {
  id: string
  material: Material
  recipient: RecipientCode
  destination: DestinationCode
  effect: Effect
  document: DocumentKind | null
  clause: Text
  sentence: Text
  validFrom: string
  validTo: string | null
}

/** Somebody of no institution is taken to be from where it goes: `country` is null. */
export type Recipient = { country: string | null; isForeignControlled: boolean }

export type Movement = {
  materials: readonly Material[]
  recipient: Recipient
  /** Country of destination, ISO 3166-1 alpha-2. */
  destination: string
  /** The day. */
  at: string
}

export type Finding = Pick<
  PermitRule,
  'material' | 'effect' | 'document' | 'clause' | 'sentence'
> & {
  ruleId: string
}

/** What the law asks of a movement, the strictest first. */
export function findingsFor(rules: readonly PermitRule[], movement: Movement): Finding[] {
  return rules
    .filter((rule) => applies(rule, movement))
    .map(({ id, material, effect, document, clause, sentence }) => ({
      ruleId: id,
      material,
      effect,
      document,
      clause,
      sentence,
    }))
    .toSorted((one, other) => effects.indexOf(one.effect) - effects.indexOf(other.effect))
}

/** Those that no document helps against. */
export const blockedBy = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ effect }) => effect === 'blocked')

/** A permit that was shown for an item. */
export type ShownPermit = {
  ruleId: string
  issuedOn: string
  /** Counts whole; null: without an end. */
  validUntil: string | null
}

/** Why a finding keeps an item from moving on a day: the law forbids it, no permit is there, or the permit has ended. */
export type MovingObjection = {
  code: 'blocked_by_law' | 'permit_missing' | 'permit_ended'
  ruleId: string
  detail: Text
}

/** What keeps an item from being approved or sent: nothing where the permits that it needs are there and valid. */
export const objectionsToMoving = (
  findings: readonly Finding[],
  permits: readonly ShownPermit[],
  day: string,
): MovingObjection[] => findings.flatMap((finding) => objectionTo(finding, permits, day) ?? [])

function objectionTo(
  finding: Finding,
  permits: readonly ShownPermit[],
  day: string,
): MovingObjection | undefined {
  const { ruleId, effect, document, sentence } = finding
  if (effect === 'blocked')
    return { code: 'blocked_by_law', ruleId, detail: withClause(finding, sentence) }
  if (document === null) return undefined
  const shown = permits.filter((permit) => permit.ruleId === ruleId)
  if (shown.some((permit) => isValid(permit, day))) return undefined
  const name = documentNames[document]
  return shown.length === 0
    ? { code: 'permit_missing', ruleId, detail: withClause(finding, missing(name)) }
    : { code: 'permit_ended', ruleId, detail: withClause(finding, ended(name)) }
}

const applies = (rule: PermitRule, { materials, recipient, destination, at }: Movement) =>
  materials.includes(rule.material) &&
  isRecipient[rule.recipient](recipient, destination) &&
  isDestination[rule.destination](destination) &&
  rule.validFrom <= at &&
  (rule.validTo === null || at <= rule.validTo)

/** 境外: Hong Kong, Macao and Taiwan have codes of their own and are abroad here, as the laws have it. */
const isAbroad = (country: string) => country !== 'CN'

const isFromAbroad = ({ country }: Recipient, destination: string) =>
  isAbroad(country ?? destination)
const isForeign = (recipient: Recipient, destination: string) =>
  recipient.isForeignControlled || isFromAbroad(recipient, destination)

const isRecipient: Record<RecipientCode, (who: Recipient, destination: string) => boolean> = {
  anyone: () => true,
  domestic: (who, destination) => !isForeign(who, destination),
  abroad: isFromAbroad,
  foreign: isForeign,
}

const isDestination: Record<DestinationCode, (country: string) => boolean> = {
  anywhere: () => true,
  china: (country) => !isAbroad(country),
  abroad: isAbroad,
}

const isValid = ({ issuedOn, validUntil }: ShownPermit, day: string) =>
  issuedOn <= day && (validUntil === null || day <= validUntil)

const missing = (name: Text): Text => ({
  zh: `缺少“${name.zh}”，请添加文件编号。`,
  en: `“${name.en}” is missing. Add its number.`,
})
const ended = (name: Text): Text => ({
  zh: `“${name.zh}”不在有效期内，请添加有效的文件。`,
  en: `“${name.en}” is not valid at present. Add a valid document.`,
})
const withClause = ({ clause }: Finding, text: Text): Text => ({
  zh: `${text.zh}（${clause.zh}）`,
  en: `${text.en} (${clause.en})`,
})
