import type { FoundRecord } from '../../../catalog/exports/model.ts'
import { numberIn, textIn, textsIn } from '../../../core/field-values.ts'
import { digitsOf } from '../../../core/numbers.ts'
import { isoPartialDate, partialDateOf } from '../../../core/partial-date.ts'
import { inLang, type Lang, type LocalText, type Text } from '../../../core/text.ts'
import type { Answer } from '../../calls/model.ts'
import { infoOf, known, referencesShown } from '../../calls/rules.ts'
import type { Relative } from '../model.ts'

/** Labels of codes, by vocabulary. */
export type Labels = {
  get(vocabulary: string): { terms: ReadonlyMap<string, { label: Text }> } | undefined
}

/** What an answer is made from besides the record. */
export type Facts = { lang: Lang; baseUrl: string; labels: Labels }

/** Vocabularies whose labels germplasm is described with. */
export const germplasmVocabularies = ['library', 'cross_type', 'mcpd_sampstat', 'mcpd_storage']

// What BrAPI 2.1 lists; a code that it does not know is left out where it stands for one of these.
const statuses = new Set(
  '100 110 120 130 200 300 400 410 411 412 413 414 415 416 420 421 422 423 500 600 999'.split(' '),
)
const sources = new Set(
  '10 11 12 13 14 15 20 21 22 23 24 25 26 27 28 30 40 50 60 61 62 99'.split(' '),
)
const storages = new Set('10 11 12 13 20 30 40 50 99'.split(' '))

/** What an accession is called: the first of its names, else its title. */
export const nameOf = ({ name, title }: { name: string | null; title: LocalText }, lang: Lang) =>
  name ?? inLang(title, lang)

const nameIn = ({ values, title }: FoundRecord, lang: Lang) =>
  nameOf({ name: textsIn(values, ['accename'])[0] ?? null, title }, lang)

const instituteCode = ({ values, institution }: FoundRecord) =>
  textIn(values, 'instcode') ?? institution.wiews

/**
 * What it is called for good: its PUID, else institute, number and genus, else its address. `ofPui` finds what this
 * writes.
 */
export function puiOf(record: FoundRecord, baseUrl: string): string {
  const { values } = record
  const number = textIn(values, 'accenumb')
  const parts = [instituteCode(record), number, textIn(values, 'genus')].filter(Boolean)
  return textIn(values, 'puid') ?? (number ? parts.join(':') : `${baseUrl}/records/${record.id}`)
}

/** Its species group: CROPNAME, else its library, else its profile. */
function cropOf({ values, library, profile }: FoundRecord, { lang, labels }: Facts): string {
  const label = library === null ? undefined : labels.get('library')?.terms.get(library)?.label
  return textIn(values, 'cropname') ?? label?.[lang] ?? profile ?? 'germplasm'
}

const labelIn = ({ labels, lang }: Facts, vocabulary: string, code: string | null) =>
  code === null ? undefined : labels.get(vocabulary)?.terms.get(code)?.label[lang]

/** The day, where all of it is known: BrAPI has no other dates. */
function dayOf(raw: string | null): string | undefined {
  const date = raw === null ? null : partialDateOf(raw)
  return date?.precision === 'day' ? isoPartialDate(date) : undefined
}

const oneOf = (known_: ReadonlySet<string>, code: string | null) =>
  code !== null && known_.has(code) ? code : undefined

/** A germplasm as `/germplasm` lists it. */
export function germplasmOf(record: FoundRecord, facts: Facts): Answer {
  const { values, identifiers, institution, title } = record
  const { lang, baseUrl } = facts
  const text = (key: string) => textIn(values, key)
  return known({
    ...classifiedOf(record, facts),
    germplasmDbId: record.id,
    germplasmName: nameIn(record, lang),
    germplasmPUI: puiOf(record, baseUrl),
    defaultDisplayName: inLang(title, lang),
    accessionNumber: text('accenumb'),
    acquisitionDate: dayOf(text('acqdate')),
    additionalInfo: infoOf({
      acquisitionDate: text('acqdate'),
      collectingDate: text('colldate'),
      profile: record.profile,
      access: record.access,
      visibility: record.visibility,
    }),
    countryOfOriginCode: text('origcty'),
    documentationURL: `${baseUrl}/records/${record.id}`,
    donors: donorsOf(record),
    externalReferences: referencesShown(
      identifiers.map(({ scheme, value }) => ({ referenceId: value, referenceSource: scheme })),
    ),
    germplasmOrigin: originsOf(record),
    instituteCode: instituteCode(record),
    instituteName: inLang(institution.name, lang),
    pedigree: text('ancest'),
    storageTypes: storagesOf(record, facts),
    synonyms: synonymsOf(record),
    taxonIds: [],
  })
}

/** What sort of thing it is: taxon, crop, library, status, breeding method. */
function classifiedOf(record: FoundRecord, facts: Facts): Answer {
  const text = (key: string) => textIn(record.values, key)
  const status = oneOf(statuses, text('sampstat')) ?? null
  return {
    biologicalStatusOfAccessionCode: status,
    biologicalStatusOfAccessionDescription: labelIn(facts, 'mcpd_sampstat', status),
    breedingMethodDbId: text('crossType'),
    breedingMethodName: labelIn(facts, 'cross_type', text('crossType')),
    collection: labelIn(facts, 'library', record.library),
    commonCropName: cropOf(record, facts),
    genus: text('genus'),
    species: text('species'),
    speciesAuthority: text('spauthor'),
    subtaxa: text('subtaxa'),
    subtaxaAuthority: text('subtauthor'),
  }
}

function donorsOf({ values }: FoundRecord): Answer[] {
  const donor = known({
    donorAccessionNumber: textIn(values, 'donornumb'),
    donorInstituteCode: textIn(values, 'donorcode'),
  })
  return Object.keys(donor).length === 0 ? [] : [donor]
}

/** As exactly as the caller may see: the record was read for them. */
function originsOf({ values }: FoundRecord): Answer[] {
  const [latitude, longitude] = [numberIn(values, 'declatitude'), numberIn(values, 'declongitude')]
  if (latitude === null || longitude === null) return []
  const uncertainty = numberIn(values, 'coorduncert')
  return [
    known({
      coordinates: {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      },
      coordinateUncertainty: uncertainty === null ? null : digitsOf(uncertainty),
    }),
  ]
}

const storagesOf = ({ values }: FoundRecord, facts: Facts): Answer[] =>
  textsIn(values, ['storage'])
    .filter((code) => storages.has(code))
    .map((code) => known({ code, description: labelIn(facts, 'mcpd_storage', code) }))

const typed = (type: string) => (synonym: string) => ({ synonym, type })

function synonymsOf({ values }: FoundRecord): Answer[] {
  const [, ...names] = textsIn(values, ['accename'])
  return [
    ...names.map(typed('name')),
    ...textsIn(values, ['foreignName']).map(typed('foreign name')),
    ...textsIn(values, ['othernumb']).map(typed('number')),
  ]
}

/** A passport as `/germplasm/{germplasmDbId}/mcpd` answers it; numbers are texts there, in digits. */
export function mcpdOf(record: FoundRecord, facts: Facts): Answer {
  const { values } = record
  const text = (key: string) => textIn(values, key)
  const list = (key: string) => textsIn(values, [key])
  return known({
    germplasmDbId: record.id,
    germplasmPUI: puiOf(record, facts.baseUrl),
    accessionNames: list('accename'),
    accessionNumber: text('accenumb'),
    acquisitionDate: dayOf(text('acqdate')),
    acquisitionSourceCode: oneOf(sources, text('collsrc')),
    alternateIDs: list('othernumb'),
    ancestralData: text('ancest'),
    biologicalStatusOfAccessionCode: oneOf(statuses, text('sampstat')),
    breedingInstitutes: institutesOf(list('bredcode'), list('bredname')),
    collectingInfo: collectingOf(record),
    commonCropName: cropOf(record, facts),
    countryOfOrigin: text('origcty'),
    donorInfo: donorOf(record),
    genus: text('genus'),
    instituteCode: instituteCode(record),
    mlsStatus: oneOf(new Set(['0', '1', '99']), text('mlsstat')) ?? '',
    remarks: text('remarks'),
    safetyDuplicateInstitutes: institutesOf(list('duplsite'), list('duplinstname')),
    species: text('species'),
    speciesAuthority: text('spauthor'),
    storageTypeCodes: list('storage').filter((code) => storages.has(code)),
    subtaxon: text('subtaxa'),
    subtaxonAuthority: text('subtauthor'),
  })
}

const donorOf = ({ values }: FoundRecord): Answer =>
  known({
    donorAccessionNumber: textIn(values, 'donornumb'),
    donorInstitute: known({
      instituteCode: textIn(values, 'donorcode'),
      instituteName: textIn(values, 'donorname'),
    }),
  })

function collectingOf({ values }: FoundRecord): Answer {
  const text = (key: string) => textIn(values, key)
  const digits = (key: string) => {
    const number = numberIn(values, key)
    return number === null ? null : digitsOf(number)
  }
  const addresses = textsIn(values, ['collinstaddress'])
  const [codes, names] = [textsIn(values, ['collcode']), textsIn(values, ['collname'])]
  return known({
    collectingDate: dayOf(text('colldate')),
    collectingInstitutes: institutesOf(codes, names).map((one, at) =>
      known({ ...one, instituteAddress: addresses[at] }),
    ),
    collectingMissionIdentifier: text('collmissid'),
    collectingNumber: text('collnumb'),
    collectingSite: known({
      coordinateUncertainty: digits('coorduncert'),
      elevation: digits('elevation'),
      georeferencingMethod: text('georefmeth'),
      latitudeDecimal: digits('declatitude'),
      latitudeDegrees: text('latitude'),
      locationDescription: text('collsite'),
      longitudeDecimal: digits('declongitude'),
      longitudeDegrees: text('longitude'),
      spatialReferenceSystem: text('coorddatum'),
    }),
  })
}

/** Codes and names stand in the same order. */
const institutesOf = (codes: readonly string[], names: readonly string[]): Answer[] =>
  Array.from({ length: Math.max(codes.length, names.length) }, (_, at) =>
    known({ instituteCode: codes[at], instituteName: names[at] }),
  )

/** What of a node is asked for. */
export type Around = { parents: boolean; siblings: boolean; progeny: boolean }

export type Family = {
  parents: readonly Relative[]
  progeny: readonly Relative[]
  /** Children of its parents, itself among them. */
  siblings: readonly Relative[]
}

const relativeOf = (one: Relative, lang: Lang): Answer[] =>
  // Without an id it is told by `pedigreeString` alone: BrAPI's relatives have one.
  one.id === null
    ? []
    : [
        {
          germplasmDbId: one.id,
          germplasmName: nameOf(one, lang),
          parentType: one.role.toUpperCase(),
        },
      ]

/** `mother/father`, as breeders write it; what the passport says where no parents are known. */
export function pedigreeText(
  parents: readonly Relative[],
  ancest: string | null,
  lang: Lang,
): string | undefined {
  const nameBy = (role: string) => {
    const one = parents.find((parent) => parent.role === role)
    return one && nameOf(one, lang)
  }
  const [mother, father, self] = ['female', 'male', 'self'].map(nameBy)
  if (mother || father) return `${mother ?? ''}/${father ?? ''}`
  if (self) return self
  const population = parents.map((parent) => nameOf(parent, lang)).join('/')
  return population || (ancest ?? undefined)
}

/** A node of a pedigree. */
export function nodeOf(
  record: FoundRecord,
  family: Family & { around: Around },
  facts: Facts,
): Answer {
  const { around } = family
  const { lang, baseUrl } = facts
  const text = (key: string) => textIn(record.values, key)
  const siblings = new Map(
    family.siblings.flatMap((one) =>
      one.id === null || one.id === record.id ? [] : [[one.id, nameOf(one, lang)] as const],
    ),
  )
  return known({
    germplasmDbId: record.id,
    germplasmName: nameIn(record, lang),
    germplasmPUI: puiOf(record, baseUrl),
    defaultDisplayName: inLang(record.title, lang),
    additionalInfo: {},
    breedingMethodDbId: text('crossType'),
    breedingMethodName: labelIn(facts, 'cross_type', text('crossType')),
    crossingYear: numberIn(record.values, 'crossYear'),
    externalReferences: [],
    parents: around.parents ? family.parents.flatMap((one) => relativeOf(one, lang)) : null,
    progeny: around.progeny ? family.progeny.flatMap((one) => relativeOf(one, lang)) : null,
    siblings: around.siblings
      ? [...siblings].map(([germplasmDbId, germplasmName]) => ({ germplasmDbId, germplasmName }))
      : null,
    pedigreeString: pedigreeText(family.parents, text('ancest'), lang),
  })
}
