import type { FieldRow } from '../../../core/fields.ts'
import type { Item } from '../model.ts'
import { entriesOf, ownText, partOf, partsOf, pass, textIn } from './item.ts'

/** Persons and organisations as DataCite writes them, in XML and in JSON. */

/** Who made it, or took part with `contributorType`. */
export const partiesIn = (root: Item, list: string, entry: string): FieldRow[] =>
  entriesOf(root, list, entry).map((item) => partyOf(item, `${entry}Name`))

function partyOf(item: Item, nameKey: string): FieldRow {
  const named = partOf(item, nameKey)
  const affiliations = partsOf(item, 'affiliation').filter(
    (one) => one.text !== '' || one.items.length > 0,
  )
  return filled({
    contributorType: textIn(item, 'contributorType'),
    name: ownText(item, nameKey, 'name'),
    nameType: textIn(named, 'nameType') ?? textIn(item, 'nameType'),
    familyName: textIn(item, 'familyName'),
    givenName: textIn(item, 'givenName'),
    nameIdentifiers: entriesOf(item, 'nameIdentifiers', 'nameIdentifier')
      .concat(partsOf(item, 'nameIdentifier'))
      .flatMap((one) => addressOf(one, 'nameIdentifier') ?? []),
    affiliations: affiliations.flatMap((one) => ownText(one, 'name', 'affiliation') ?? []),
    affiliationIdentifiers: affiliations.flatMap(
      (one) => addressOf(one, 'affiliationIdentifier', { isApart: true }) ?? [],
    ),
    lang: textIn(named, 'lang') ?? textIn(item, 'lang'),
  })
}

const resolvers: Readonly<Record<string, string>> = {
  orcid: 'https://orcid.org/',
  ror: 'https://ror.org/',
  isni: 'https://isni.org/isni/',
  gnd: 'https://d-nb.info/gnd/',
  grid: 'https://grid.ac/institutes/',
}

/** An identifier as the address that it is found at; of a scheme without one, as it is. Its scheme is in the address. */
function addressOf(item: Item, name: string, { isApart = false } = {}): string | null {
  const text = isApart ? textIn(item, name) : ownText(item, name)
  if (text === null) return null
  const resolver = resolverOf(item, name)
  const isAddress = /^https?:/i.test(text)
  if (isAddress || resolver) pass(partOf(item, `${name}Scheme`), partOf(item, 'schemeUri'))
  return isAddress || !resolver ? text : `${resolver}${text.replace(prefix, '')}`
}

/** `ORCID: 0000-…` and `orcid.org/0000-…` are the number alone. */
const prefix = /^(?:\w+:)?\s*(?:(?:www\.)?\w+\.org\/)?/

/** What an identifier of a scheme is put behind, as everybody knows or as the file says. */
function resolverOf(item: Item, name: string): string | undefined {
  const scheme = partOf(item, `${name}Scheme`)?.text.toLowerCase() ?? ''
  const base = partOf(item, 'schemeUri')?.text ?? ''
  return resolvers[scheme] ?? (/^https?:.*\/$/.test(base) ? base : undefined)
}

export function fundersIn(root: Item): FieldRow[] {
  return entriesOf(root, 'fundingReferences', 'fundingReference').map((item) => {
    const identifier = partOf(item, 'funderIdentifier')
    const award = partOf(item, 'awardNumber')
    const type = textIn(identifier, 'funderIdentifierType') ?? textIn(item, 'funderIdentifierType')
    pass(partOf(identifier, 'schemeUri'), partOf(item, 'schemeUri'))
    return filled({
      funderName: textIn(item, 'funderName'),
      funderIdentifier: textIn(item, 'funderIdentifier'),
      funderIdentifierType: type,
      awardNumber: textIn(item, 'awardNumber'),
      awardUri: textIn(award, 'awardUri') ?? textIn(item, 'awardUri'),
      awardTitle: textIn(item, 'awardTitle'),
    })
  })
}

/** Names of those who made a related item, or took part. */
export const namesIn = (item: Item, list: string, entry: string): string[] =>
  entriesOf(item, list, entry).flatMap((one) => {
    const name = ownText(one, `${entry}Name`, 'name')
    pass(one)
    return name ?? []
  })

/** An entry without what nothing was said of. */
export const filled = (row: FieldRow): FieldRow =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
