import { rowsIn, textIn, textsIn } from '../../../core/field-values.ts'
import type { FieldRow, FieldValues } from '../../../core/fields.ts'
import type { Kind } from '../../../catalog/records/model/record.ts'
import type { Contributor, DescribedInstitution, Party } from '../model.ts'
import { partyIdentifierOf } from './identifiers.ts'

type Facts = { kind: Kind; values: FieldValues; institution: DescribedInstitution }

/** Who made it: an instrument its manufacturer (DataCite's guidance), what grows or is kept its holder. */
export function creatorsOf({ kind, values, institution }: Facts): Party[] {
  if (kind === 'dataset') return rowsIn(values, 'creators').flatMap((row) => partyOf(row) ?? [])
  if (kind === 'instrument') return textsIn(values, ['manufacturer']).map(organisation)
  return [institutionParty(institution)]
}

export function contributorsOf({ kind, values, institution }: Facts): Contributor[] {
  const owner = as('HostingInstitution', [institutionParty(institution)])
  if (kind === 'dataset')
    return rowsIn(values, 'contributors').flatMap((row) => {
      const party = partyOf(row)
      return party ? { ...party, contribution: textIn(row, 'contributorType') ?? 'Other' } : []
    })
  if (kind === 'instrument') return owner
  if (kind === 'accession')
    return [
      ...as('DataCollector', textsIn(values, ['collname']).map(organisation)),
      ...as('Producer', textsIn(values, ['bredname']).map(organisation)),
      ...as('Other', textsIn(values, ['donorname']).map(organisation)),
    ]
  return as('HostingInstitution', textsIn(values, ['biobankName']).map(organisation))
}

/** Whoever a dataset names as its publisher, or else the owner. */
export function publisherOf({ values, institution }: Facts): Party {
  const owner = institutionParty(institution)
  const name = textIn(values, 'publisher')
  if (!name) return owner
  const own = textIn(values, 'publisherIdentifier')
  if (!own) return name === owner.name ? owner : organisation(name)
  const identifier = partyIdentifierOf(own)
  const scheme = textIn(values, 'publisherIdentifierScheme')
  return {
    ...organisation(name),
    identifiers: identifier ? [{ ...identifier, scheme: scheme ?? identifier.scheme }] : [],
  }
}

export function institutionParty({ name, ror }: DescribedInstitution): Party {
  const identifier = ror ? partyIdentifierOf(ror) : null
  return {
    ...organisation(name.zh ?? name.en ?? ''),
    lang: name.zh ? 'zh' : 'en',
    identifiers: identifier ? [identifier] : [],
  }
}

const organisation = (name: string): Party => ({
  name,
  type: 'Organizational',
  familyName: null,
  givenName: null,
  lang: null,
  identifiers: [],
  affiliations: [],
})

const as = (contribution: string, parties: readonly Party[]): Contributor[] =>
  parties.map((party) => ({ ...party, contribution }))

const nameTypes: Readonly<Record<string, Party['type']>> = {
  Personal: 'Personal',
  Organizational: 'Organizational',
}

function partyOf(row: FieldRow): Party | null {
  const familyName = textIn(row, 'familyName')
  const givenName = textIn(row, 'givenName')
  const name = textIn(row, 'name') ?? ([familyName, givenName].filter(Boolean).join(', ') || null)
  if (!name) return null
  // The identifiers stand in the order of the affiliations.
  const affiliationIdentifiers = textsIn(row, ['affiliationIdentifiers'])
  return {
    name,
    type: nameTypes[textIn(row, 'nameType') ?? ''] ?? null,
    familyName,
    givenName,
    lang: textIn(row, 'lang'),
    identifiers: textsIn(row, ['nameIdentifiers']).flatMap((one) => partyIdentifierOf(one) ?? []),
    affiliations: textsIn(row, ['affiliations']).map((affiliation, at) => ({
      name: affiliation,
      identifier: partyIdentifierOf(affiliationIdentifiers[at] ?? ''),
    })),
  }
}
