import { getRecord, recordsFor, type RecordRow } from '../../catalog/records/actions/read.ts'
import { getRates } from '../../charges/rates/actions.ts'
import { rateFor } from '../../charges/rates/rules.ts'
import type { FieldValues } from '../../core/fields.ts'
import { textIn } from '../../core/field-values.ts'
import type { Context } from '../../core/context.ts'
import { standingAt } from '../../bookings/verdict/actions/standing.ts'
import { wayToFiles } from '../../datasets/access/actions.ts'
import { findNewestVersions, type VersionRow } from '../../datasets/versions/actions.ts'
import { audienceOf } from '../../instruments/rules/standing.ts'
import { offeredOfEach } from '../../stock/lots/actions/keep.ts'
import { type Available, availabilityText } from '../../stock/lots/rules.ts'
import { agreementsFor } from '../agreements/actions/read.ts'
import { seatOfInstitution } from '../../people/institutions/actions.ts'
import { feesFor } from '../fees/actions/price.ts'
import { feesText } from '../fees/rules.ts'
import { usualDays } from '../figures/actions.ts'
import { permitFindings } from '../permits/actions.ts'
import { deliveryOf } from '../requests/rules/asked.ts'
import type { Text } from '../../core/text.ts'
import { type ProviderRow, providersOf } from './queries.ts'
import {
  isAskable,
  hourText,
  isFreeOfCharge,
  type Paper,
  papersOf,
  rateText,
  type Way,
  type WayFacts,
  wayTo,
} from './rules.ts'
import { wayPageWords as words } from './words.ts'

export type { ProviderRow } from './queries.ts'

/** A record that the actor may know of, with how they get it. */
export type RecordWay = {
  row: RecordRow
  values: FieldValues
  way: Way
  provider: ProviderRow
  /** What of it can be had; undefined where no stock of it is kept. */
  available: readonly Available[] | undefined
  /** Of a dataset: the newest version that is published. */
  version: VersionRow | undefined
}

const known = new WeakMap<Context, Map<string, Promise<RecordWay>>>()

/** How the actor gets one record; read once for all parts of a page. Not-found where they may not know of it. */
export function wayOf(ctx: Context, id: string): Promise<RecordWay> {
  const ofRequest = known.get(ctx) ?? new Map<string, Promise<RecordWay>>()
  known.set(ctx, ofRequest)
  const found = ofRequest.get(id) ?? readWay(ctx, id)
  ofRequest.set(id, found)
  return found
}

async function readWay(ctx: Context, id: string): Promise<RecordWay> {
  const { row } = await getRecord(ctx, id)
  const found = (await waysOf(ctx, [row.id])).get(row.id)
  if (!found) throw new Error('A record that was read has a way.')
  return found
}

/** The same of many records, by id; those that the actor may not know of are left out. */
export async function waysOf(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, RecordWay>> {
  const records = await recordsFor(ctx, ids)
  const idsOf = (kind: RecordRow['kind']) =>
    records.flatMap(({ row }) => (row.kind === kind && !row.withdrawnAt ? row.id : []))
  const [providers, stock, versions] = await Promise.all([
    providersOf(ctx.db, ids),
    offeredOfEach(ctx, idsOf('accession')),
    findNewestVersions(ctx, idsOf('dataset')),
  ])
  const ways = await Promise.all(
    records.map(async ({ row, values }) => {
      const provider = providers.find(({ recordId }) => recordId === row.id)
      if (!provider) throw new Error('A record has an institution.')
      const available = stock.get(row.id)
      const version = versions.find(({ recordId }) => recordId === row.id)
      const way = wayTo(await factsOf(ctx, row, { provider, available, version }))
      return [row.id, { row, values, way, provider, available, version }] as const
    }),
  )
  return new Map(ways)
}

type Found = Pick<RecordWay, 'provider' | 'available' | 'version'>

async function factsOf(ctx: Context, row: RecordRow, found: Found): Promise<WayFacts> {
  const { actor } = ctx
  const { access, visibility, kind } = row
  const common = { access, visibility, isSignedIn: actor.type !== 'anonymous' }
  if (kind === 'collection') return { kind, ...common }
  if (kind === 'dataset') {
    const files = found.version ? await wayToFiles(ctx, found.version) : null
    return { kind, ...common, files }
  }
  if (kind === 'accession') return { kind, ...common, stock: stockOf(found.available) }
  const { services } = found.provider
  if (row.withdrawnAt) return { kind, ...common, standing: null, policy: {}, services }
  const { instrument, ...standing } = await standingAt(ctx, row.id)
  return { kind, ...common, standing, policy: instrument.policy, services }
}

const stockOf = (available: readonly Available[] | undefined) => {
  if (available === undefined) return 'unknown'
  return available.length > 0 ? 'available' : 'none'
}

/** Whom to write to about a record, as far as it says. */
export function contactOf({ row, values }: Pick<RecordWay, 'row' | 'values'>) {
  const of = (...keys: string[]) =>
    keys.map((key) => textIn(values, key)).find((text) => text !== null) ?? null
  if (row.withdrawnAt) return { name: null, phone: null, email: null }
  return {
    name: of('contactName', 'contact', 'contactInfo'),
    phone: of('contactPhone', 'phone'),
    email: of('contactEmail', 'email'),
  }
}

/** What to know before asking, besides what the record says itself. */
export type Terms = {
  /** Null where asking is not the way. */
  price: Text | null
  /** An hour of an instrument's time, in few words. */
  hourPrice?: Text | undefined
  papers: readonly Paper[]
  usualAnswerDays: number | null
}

const termsKnown = new WeakMap<RecordWay, Promise<Terms>>()

/** What asking for it costs who asks, which papers they will be asked for, and how soon they are answered; read once. */
export function termsOf(ctx: Context, found: RecordWay): Promise<Terms> {
  const terms = termsKnown.get(found) ?? readTerms(ctx, found)
  termsKnown.set(found, terms)
  return terms
}

async function readTerms(ctx: Context, found: RecordWay): Promise<Terms> {
  const { provider } = found
  if (isTime(found))
    return { ...(await priceOfTime(ctx, found)), papers: [], usualAnswerDays: null }
  if (!isAskable(found))
    return { price: await priceOf(ctx, found), papers: [], usualAnswerDays: null }
  const [price, papers, days] = await Promise.all([
    priceOf(ctx, found),
    papersFor(ctx, found),
    usualAnswerDays(ctx, provider),
  ])
  return { price, papers, usualAnswerDays: days }
}

const isTime = ({ way }: RecordWay) => way.act === 'book' || way.act === 'train'

async function priceOfTime(ctx: Context, { row, values }: RecordWay) {
  const { now, instrument } = await getRates(ctx, row.id)
  const { actor } = ctx
  // A guest is priced as the widest audience is.
  const audience = actor.type === 'person' ? audienceOf(actor, instrument) : 'external'
  const rate = now && rateFor(now.rates, audience)
  const fee = textIn(values, 'fee')
  // What the record itself says of fees is not contradicted.
  if (!rate && fee) return { price: words.feeSaid(fee), hourPrice: words.feeSaid(fee) }
  return { price: rateText(rate), hourPrice: hourText(rate) }
}

async function priceOf(ctx: Context, { row, way }: RecordWay): Promise<Text | null> {
  if (!isFreeOfCharge(way)) return null
  return feesText((await feesFor(ctx, [row.id])).get(row.id) ?? []) ?? words.free
}

/** Permits as for the institution of who asks, of a guest as for somebody in China. */
async function papersFor(ctx: Context, { row, provider }: RecordWay): Promise<Paper[]> {
  const { institution, collection, needsConsent } = provider
  const of = { institutionId: institution.id, collectionId: collection?.id ?? null }
  const asked = { kind: row.kind, delivery: deliveryOf(row.kind) }
  const [permits, agreements] = await Promise.all([
    permitFindings(ctx, { recordIds: [row.id], ...(await goingOf(ctx)) }),
    agreementsFor(ctx, of, [asked]),
  ])
  const findings = permits.flatMap((one) => one.findings)
  return papersOf({ findings, agreements, needsConsent })
}

async function goingOf(ctx: Context) {
  const { actor } = ctx
  const [institution = null] = actor.type === 'person' ? actor.institutionIds : []
  const country = institution && (await seatOfInstitution(ctx, institution)).country
  return { recipientInstitutionId: institution, destinationCountry: country ?? 'CN' }
}

/** How many days a provider usually takes to answer; null while nothing is counted. */
export type UsualAnswer = (ctx: Context, provider: ProviderRow) => Promise<number | null>

export const usualAnswerDays: UsualAnswer = async (ctx, { institution, collection }) =>
  usualDays(ctx, { institutionId: institution.id, collectionId: collection?.id ?? null })

export const stockText = (available: readonly Available[]) => ({
  byUnit: [...available],
  text: availabilityText(available),
})
