import type { LocalText, Text } from '../../core/text.ts'
import { units } from '../../stock/model.ts'
import { itemInWords, quantityInWords } from '../agreements/rules/values.ts'
import type { ItemFacts, RequestFacts } from '../facts/model.ts'
import {
  type Content,
  type PaperKind,
  type PaperTable,
  type PrintedShipment,
  restKey,
  type Sheet,
} from './model.ts'
import { smallestIn } from '../requests/rules/units.ts'
import { formNames, paperWords as words } from './words.ts'

const blank: LocalText = { zh: '', en: '' }
const both = (text: string | null): LocalText => (text === null ? blank : { zh: text, en: text })

/** What goes by post or by hand: approved, and not ended unless some of it has gone. */
export const sentItems = ({ items }: RequestFacts): ItemFacts[] =>
  items.filter(
    ({ delivery, answer, isEnded, shipped }) =>
      delivery === 'shipment' && answer === 'approved' && (!isEnded || shipped > 0),
  )

/** Which papers a request has: those of material once some is approved, of agreements once one is asked. */
export function papersOf(items: readonly Approvable[]): PaperKind[] {
  const approved = items.filter(({ decision }) => decision?.answer === 'approved')
  const isSent = approved.some(({ delivery }) => delivery === 'shipment')
  const isPlant = approved.some(
    ({ delivery, record }) => delivery === 'shipment' && record.kind === 'accession',
  )
  return [
    ...only(
      'agreement',
      approved.some(({ decision }) => decision?.agreements.length),
    ),
    ...only('delivery-note', isSent),
    ...only('packing-list', isSent),
    ...only('phytosanitary', isPlant),
    ...only('customs', isSent),
  ]
}

const only = (kind: PaperKind, isSo: boolean): PaperKind[] => (isSo ? [kind] : [])

type Approvable = {
  delivery: string
  record: { kind: string }
  decision: { answer: string; agreements: readonly string[] } | null
}

export type GoodsPaper = Exclude<PaperKind, 'agreement'>

/** Only the papers of plants are about accessions alone. */
export const contentsFor = (kind: GoodsPaper, { contents }: Sheet): readonly Content[] =>
  kind === 'phytosanitary' ? contents.filter(({ item }) => item.kind === 'accession') : contents

/** What left for a request, each shipment by itself, the first first; then what has still to go. */
export function sheetsOf(facts: RequestFacts, shipments: readonly PrintedShipment[]): Sheet[] {
  const sent = shipments
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((shipment, at) => ({
      key: shipment.id,
      number: at + 1,
      shipment,
      contents: contentsOf(facts, shipment),
    }))
  const left = sentItems(facts).flatMap(leftOf)
  const rest = { key: restKey, number: sent.length + 1, shipment: null, contents: left }
  return left.length > 0 ? [...sent, rest] : sent
}

function contentsOf({ items }: RequestFacts, { lines }: PrintedShipment): Content[] {
  return items.flatMap((item) => {
    const own = lines.filter((line) => line.item === item.id)
    if (own.length === 0) return []
    const lots = own.flatMap(({ lot, quantity, unit }) =>
      lot === null ? [] : [{ code: lot, place: null, quantity: smallestIn(unit, quantity), unit }],
    )
    const all = own.map(({ quantity, unit }) => smallestIn(unit, quantity) ?? 0)
    return [{ item, quantity: all.reduce((sum, one) => sum + one, 0), lots }]
  })
}

/** What of an item has not left: the lots that are held back for it, or as a whole. */
function leftOf(item: ItemFacts): Content[] {
  if (item.isEnded) return []
  const quantity = item.quantity === null ? null : item.quantity - item.shipped
  if (quantity !== null && quantity <= 0) return []
  const lots = item.lots
    .filter(({ open }) => open > 0)
    .map(({ code, place, unit, open }) => ({ code, place, unit, quantity: open }))
  return [{ item, quantity, lots }]
}

/** The table of a sheet; where things lie is for whoever picks them alone. */
export const tableOf = (kind: GoodsPaper, sheet: Sheet, withPlaces = false): PaperTable =>
  tables[kind](contentsFor(kind, sheet), withPlaces && sheet.shipment === null)

type MakeTable = (contents: readonly Content[], withPlaces: boolean) => PaperTable

const tables: Readonly<Record<GoodsPaper, MakeTable>> = {
  'delivery-note': (contents) =>
    numbered(
      [words.item, words.lots, words.quantity, words.approved, words.conditions],
      contents.map(({ item, quantity, lots }) => [
        nameOf(item),
        both(lots.map(({ code }) => code).join(', ')),
        amount(quantity, item.unit),
        amount(item.quantity, item.unit),
        both(item.conditions),
      ]),
    ),
  'packing-list': (contents, withPlaces) => {
    const place = (of: string | null) => (withPlaces ? [both(of)] : [])
    return numbered(
      [
        words.item,
        words.lot,
        ...(withPlaces ? [words.place] : []),
        words.quantity,
        words.packages,
        words.weight,
      ],
      contents.flatMap(({ item, quantity, lots }) => {
        const whole = [{ code: null, place: null, quantity, unit: item.unit }]
        return (lots.length > 0 ? lots : whole).map((lot) => [
          nameOf(item),
          both(lot.code),
          ...place(lot.place),
          amount(lot.quantity ?? null, lot.unit),
          blank,
          blank,
        ])
      }),
    )
  },
  phytosanitary: (contents) =>
    numbered(
      [
        words.scientific,
        words.common,
        words.lots,
        words.origin,
        words.form,
        words.quantity,
        words.treatment,
      ],
      contents.map(({ item, quantity, lots }) => [
        both(item.taxon),
        itemInWords(item),
        both(lots.map(({ code }) => code).join(', ')),
        both(item.origin),
        formOf(item.unit),
        amount(quantity, item.unit),
        blank,
      ]),
    ),
  customs: (contents) =>
    numbered(
      [words.description, words.origin, words.quantity, words.hsCode, words.value],
      contents.map(({ item, quantity }) => [
        describedAs(item),
        both(item.origin),
        amount(quantity, item.unit),
        blank,
        blank,
      ]),
    ),
}

function numbered(columns: readonly Text[], rows: readonly (readonly LocalText[])[]): PaperTable {
  const counted = rows.map((row, at) => [both(String(at + 1)), ...row])
  return { columns: [words.row, ...columns], rows: counted }
}

function nameOf(item: ItemFacts): LocalText {
  const { zh, en } = itemInWords(item)
  return item.isLoan ? { zh: `${zh}${words.loan.zh}`, en: `${en}${words.loan.en}` } : { zh, en }
}

/** With its scientific name, as customs ask. */
function describedAs(item: ItemFacts): LocalText {
  const { zh, en } = nameOf(item)
  return item.taxon === null
    ? { zh, en }
    : { zh: `${zh}，${item.taxon}`, en: `${en}, ${item.taxon}` }
}

const amount = (quantity: number | null, unit: string | null): LocalText =>
  quantityInWords(quantity, unit) ?? blank

function formOf(unit: string | null): LocalText {
  if (unit === 'sample') return words.samples
  const known = units.find((one) => one === unit)
  return known ? formNames[known] : both(unit)
}
