import { Problem } from '../../../core/problem.ts'
import type { Described, Item, MetadataFormat, Recognised } from '../model.ts'
import { metadataWords as words } from '../words.ts'
import { crateDataset, crateRoot, isSchemaOrg } from './crate.ts'
import { dataciteDataset, isDatacite } from './datacite.ts'
import { datapackageDataset, isDatapackage } from './datapackage.ts'
import { dublinCoreDataset } from './dublin-core.ts'
import { partOf, partsOf, pass, textIn } from './item.ts'
import { ncdcDataset, ncdcIn } from './ncdc.ts'

const recognised = (
  format: MetadataFormat,
  roots: readonly Item[],
  describe: (root: Item) => Described,
): Recognised => ({
  format,
  datasets: roots.map((root) => ({ root, described: describe(root) })),
})

/** Names of which every metadata format has one near its top; tables of records have none of them. */
const marks = /^(?:@graph|@context|attributes|titles|resources|title_cn|title_en)$/

/** Told from the first levels and entries, so that a long list of other things is not made items for nothing. */
export function mayBeMetadata(value: unknown, level = 0): boolean {
  if (level > 4 || typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return mayBeMetadata(value[0], level + 1)
  return Object.entries(value).some(
    ([name, part]) => marks.test(name) || mayBeMetadata(part, level + 1),
  )
}

/** Which metadata a JSON is, and what it says; undefined where it is a table of something. */
export function recognisedJson(whole: Item): Recognised | undefined {
  if (partsOf(whole, '@graph').length > 0) return crateIn(whole)
  const entries = listed(whole)
  const datacite = entries.map((item) => partOf(item, 'attributes') ?? item).filter(isDatacite)
  if (datacite.length > 0) return recognised('datacite', datacite, dataciteDataset)
  const ncdc = entries.flatMap(ncdcIn)
  if (ncdc.length > 0) return recognised('ncdc', ncdc, ncdcDataset)
  const packages = entries.filter(isDatapackage)
  if (packages.length > 0) return recognised('datapackage', packages, datapackageDataset)
  const plain = entries.filter(isSchemaOrg)
  if (plain.length > 0) return recognised('schema.org', plain, (root) => crateDataset(root, root))
  return undefined
}

/** A list is its entries, and so is `{"data": […]}`, as DataCite’s service answers; anything else is one. */
function listed(whole: Item): Item[] {
  const isList = whole.text === '' && whole.items.every(({ name }) => name === whole.name)
  if (isList && whole.items.length > 0) return [...whole.items]
  const data = partsOf(whole, 'data')
  return data.some((item) => partOf(item, 'attributes')) ? data : [whole]
}

function crateIn(whole: Item): Recognised {
  const root = crateRoot(whole)
  if (!root) throw new Problem('invalid', words.noCrate)
  const described = crateDataset(whole, root)
  return { format: 'ro-crate', datasets: [{ root: whole, described }] }
}

/** The metadata in an XML: records of OAI-PMH, or DataCite or Dublin Core as they stand. Anything else is refused. */
export function recognisedXml(root: Item): Recognised {
  const error = partOf(root, 'error')
  if (root.name === 'OAI-PMH' && error)
    throw new Problem('invalid', words.answered(textIn(error, 'code') ?? '', error.text))
  const found = metadataUnder(root)
  const isOai = ['OAI-PMH', 'GetRecord', 'ListRecords', 'record'].includes(root.name)
  if (isOai) passEnvelope(root)
  if (found.length === 0)
    throw new Problem('invalid', isDeleted(root) ? words.deleted : words.nothing)
  const format = isOai || found.some(isDublinCore) ? 'oai' : 'datacite'
  return recognised(format, found, (one) =>
    isDublinCore(one) ? dublinCoreDataset(one) : dataciteDataset(one),
  )
}

const isDublinCore = ({ name }: Item) => name === 'dc'

const metadataUnder = (item: Item): Item[] =>
  isDublinCore(item) || (item.name === 'resource' && isDatacite(item))
    ? [item]
    : item.items.flatMap(metadataUnder)

/** How a record travelled; its header repeats what the record says. */
function passEnvelope(item: Item): void {
  pass(...partsOf(item, 'responseDate', 'request', 'header', 'resumptionToken', 'about'))
  pass(...partsOf(item, 'isReferenceQuality', 'schemaVersion', 'datacentreSymbol'))
  for (const one of item.items) if (one.name !== 'resource' && !isDublinCore(one)) passEnvelope(one)
}

const isDeleted = (item: Item): boolean =>
  (item.name === 'header' && partOf(item, 'status')?.text === 'deleted') ||
  item.items.some(isDeleted)
