import type { LocalText, Text } from '../../core/text.ts'
import { units } from '../../stock/model.ts'
import { itemInWords, quantityInWords } from '../agreements/rules/values.ts'
import type { ItemFacts, RequestFacts } from '../facts/model.ts'
import type { PaperKind, PaperTable } from './model.ts'
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

type GoodsPaper = Exclude<PaperKind, 'agreement'>

/** The table of a paper; that of agreements has none. */
export const tableOf = (kind: GoodsPaper, facts: RequestFacts): PaperTable =>
  tables[kind](sentItems(facts))

const tables: Readonly<Record<GoodsPaper, (items: readonly ItemFacts[]) => PaperTable>> = {
  'delivery-note': (items) =>
    numbered(
      [words.item, words.approved, words.sent, words.conditions],
      items.map((item) => [
        nameOf(item),
        amount(item.quantity, item.unit),
        amount(item.shipped, item.unit),
        both(item.conditions),
      ]),
    ),
  'packing-list': (items) =>
    numbered(
      [words.item, words.lot, words.toSend, words.sent, words.packages, words.weight],
      items.flatMap(linesOfLots),
    ),
  phytosanitary: (items) =>
    numbered(
      [words.scientific, words.common, words.origin, words.form, words.quantity, words.treatment],
      items
        .filter(({ kind }) => kind === 'accession')
        .map((item) => [
          both(item.taxon),
          itemInWords(item),
          both(item.origin),
          formOf(item.unit),
          amount(item.quantity, item.unit),
          blank,
        ]),
    ),
  customs: (items) =>
    numbered(
      [words.description, words.origin, words.quantity, words.hsCode, words.value],
      items.map((item) => [
        describedAs(item),
        both(item.origin),
        amount(item.quantity, item.unit),
        blank,
        blank,
      ]),
    ),
}

function numbered(columns: readonly Text[], rows: readonly (readonly LocalText[])[]): PaperTable {
  const counted = rows.map((row, at) => [both(String(at + 1)), ...row])
  return { columns: [words.row, ...columns], rows: counted }
}

/** A line for each lot; what no lot is chosen for yet has one without. */
function linesOfLots(item: ItemFacts): LocalText[][] {
  const lines = item.lots.map(({ code, unit, open, shipped }) => [
    nameOf(item),
    both(code),
    amount(open, unit),
    amount(shipped, unit),
    blank,
    blank,
  ])
  if (lines.length > 0) return lines
  const left = item.isEnded ? 0 : Math.max(0, (item.quantity ?? 0) - item.shipped)
  return [
    [nameOf(item), blank, amount(left, item.unit), amount(item.shipped, item.unit), blank, blank],
  ]
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
  const known = units.find((one) => one === unit)
  return known ? formNames[known] : both(unit)
}
