import type { z } from 'zod'
import { Problem } from '../../../core/problem.ts'
import { textOfInfo } from '../../calls/model.ts'
import { brapiWords as words } from '../../words/refusals.ts'
import type { Donor, GermplasmChange, Origin } from '../model.ts'
import type { Labels } from './show.ts'

/** Texts that are fields of a record as they are. */
const fieldsOfTexts = {
  accessionNumber: 'accenumb',
  biologicalStatusOfAccessionCode: 'sampstat',
  breedingMethodDbId: 'crossType',
  countryOfOriginCode: 'origcty',
  genus: 'genus',
  germplasmPUI: 'puid',
  instituteCode: 'instcode',
  pedigree: 'ancest',
  species: 'species',
  speciesAuthority: 'spauthor',
  subtaxa: 'subtaxa',
  subtaxaAuthority: 'subtauthor',
} as const

/**
 * A germplasm as the catalogue's own input has it, as far as it says something. What the catalogue refuses of it is
 * refused under the names of its own fields.
 */
export function recordOf(sent: GermplasmChange, labels: Labels): Record<string, unknown> {
  const { acquisitionDate, storageTypes, donors, germplasmOrigin, externalReferences } = sent
  const input = {
    ...Object.fromEntries(
      Object.entries(fieldsOfTexts).map(([name, field]) => [field, sent[name]]),
    ),
    ...(sent.collection && { library: libraryIn(sent.collection, labels) }),
    ...(sent.commonCropName && cropIn(sent.commonCropName, labels)),
    ...(sent.germplasmName && namesIn(sent)),
    ...(sent.defaultDisplayName && { title: titleOf(sent.defaultDisplayName) }),
    acqdate: acquisitionDate?.replaceAll('-', ''),
    storage: storageTypes?.map(({ code }) => code),
    ...donorIn(donors?.[0]),
    ...originIn(germplasmOrigin?.[0]),
    identifiers: externalReferences?.map(({ referenceId, referenceSource }) => ({
      scheme: referenceSource ?? 'other',
      value: referenceId,
    })),
  }
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}

/** What of a germplasm that is sent differs from what is shown of it: reading it and sending it back changes nothing. */
export function changeOf(
  sent: GermplasmChange,
  shown: GermplasmChange,
  labels: Labels,
): Record<string, unknown> {
  const before = recordOf(shown, labels)
  const after = recordOf({ ...shown, ...sent }, labels)
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  )
}

/** A name in the language that its characters say. */
export const titleOf = (name: string) =>
  /\p{Script=Han}/u.test(name) ? { zh: name } : { en: name }

/** What `additionalInfo` says of where a new germplasm belongs. */
export const belongingOf = ({ additionalInfo }: GermplasmChange) => {
  const institution = textOfInfo(additionalInfo, 'programDbId')
  return {
    profile: textOfInfo(additionalInfo, 'profile') ?? 'plant',
    ...(institution !== undefined && { institution }),
  }
}

/** The code of the library of this name or code. */
function libraryIn(name: string, labels: Labels): string {
  const code = codeOf(name, labels)
  if (code === undefined) throw new Problem('invalid', words.noCollection(name))
  return code
}

function codeOf(name: string, labels: Labels): string | undefined {
  const terms = [...(labels.get('library')?.terms ?? [])]
  return terms.find(([code, { label }]) => [code, label.zh, label.en].includes(name))?.[0]
}

/** A species group is a library where it is called as one; CROPNAME otherwise. */
function cropIn(name: string, labels: Labels) {
  const library = codeOf(name, labels)
  return library === undefined ? { cropname: name } : { library }
}

function namesIn({ germplasmName, synonyms }: GermplasmChange) {
  const typed = (isWanted: (type: string) => boolean) =>
    (synonyms ?? []).flatMap(({ synonym, type }) =>
      synonym && isWanted(type ?? 'name') ? [synonym] : [],
    )
  const names = typed((type) => type !== 'number' && type !== 'foreign name')
  return {
    accename: [...new Set([...(germplasmName ? [germplasmName] : []), ...names])],
    ...(synonyms && { othernumb: typed((type) => type === 'number') }),
  }
}

const donorIn = (donor: z.output<typeof Donor> | undefined) =>
  donor && { donorcode: donor.donorInstituteCode, donornumb: donor.donorAccessionNumber }

/** A point; of an area nothing is taken, for a passport has none. */
function originIn(origin: z.output<typeof Origin> | undefined) {
  const geometry = origin?.coordinates?.geometry
  if (geometry?.type !== 'Point') return {}
  const [declongitude, declatitude] = geometry.coordinates
  const uncertainty = origin?.coordinateUncertainty
  return {
    declongitude,
    declatitude,
    ...(uncertainty && { coorduncert: Number(uncertainty) }),
  }
}
