import type { Field } from './core/fields.ts'
import { datasetFields, datasetGroups } from './datasets/model/dataset.ts'
import { datasetFacts } from './datasets/rules.ts'
import {
  accessionFields,
  accessionGroups,
  accessionProfiles,
  ofTaxonFields,
  profileFields,
} from './germplasm/model/accession.ts'
import { accessionQuality } from './germplasm/quality/rules/quality.ts'
import { accessionFacts } from './germplasm/rules/facts.ts'
import { instrumentFields, instrumentGroups } from './instruments/model/instrument.ts'
import { instrumentFacts } from './instruments/rules/facts.ts'
import { collectionFields, collectionGroups } from './samples/collections/model.ts'
import { collectionFacets, collectionFacts } from './samples/collections/rules.ts'
import { type Kind, type KindDefinition, kinds } from './catalog/records/model/record.ts'

/** All kinds: a new one is a folder, a migration, and an entry here. */
export const kindDefinitions: Record<Kind, KindDefinition> = {
  instrument: {
    kind: 'instrument',
    label: { zh: '仪器', en: 'Instruments' },
    path: 'instruments',
    profiles: [],
    groups: instrumentGroups,
    parts: [{ table: 'instrument', fields: instrumentFields }],
    factsOf: instrumentFacts,
    isAtSeat: true,
  },
  dataset: {
    kind: 'dataset',
    label: { zh: '科学数据', en: 'Datasets' },
    path: 'datasets',
    profiles: [],
    groups: datasetGroups,
    parts: [{ table: 'dataset', fields: datasetFields }],
    factsOf: datasetFacts,
  },
  accession: {
    kind: 'accession',
    label: { zh: '种质', en: 'Germplasm' },
    path: 'accessions',
    profiles: accessionProfiles,
    groups: accessionGroups,
    parts: [
      { table: 'accession', fields: accessionFields },
      { table: 'plant_profile', profile: 'plant', fields: profileFields.plant },
      { table: 'microbe_profile', profile: 'microbe', fields: profileFields.microbe },
      { table: 'animal_profile', profile: 'animal', fields: profileFields.animal },
    ],
    derived: [{ table: 'accession_of_taxon', fields: ofTaxonFields }],
    factsOf: accessionFacts,
    qualityOf: accessionQuality,
  },
  collection: {
    kind: 'collection',
    label: { zh: '生物样本库', en: 'Sample collections' },
    path: 'collections',
    profiles: [],
    groups: collectionGroups,
    parts: [{ table: 'collection', fields: collectionFields }],
    factsOf: collectionFacts,
    facets: collectionFacets,
    isAtSeat: true,
  },
}

/** The kind whose records live under `/api/v1/<path>`. */
export const kindOfPath = (path: string): Kind | undefined =>
  kinds.find((kind) => kindDefinitions[kind].path === path)

/** The fields that a record of this kind and profile is written with; the same list for the same question. */
export const fieldsOf = (kind: Kind, profile: string | null): readonly Field[] =>
  listOnce(`${kind} ${profile}`, () =>
    kindDefinitions[kind].parts
      .filter((part) => part.profile === undefined || part.profile === profile)
      .flatMap((part) => part.fields),
  )

/** The same with what is derived for it: the fields that it is read with. */
export const readFieldsOf = (kind: Kind, profile: string | null): readonly Field[] =>
  listOnce(`${kind} ${profile} read`, () => {
    const derived = (kindDefinitions[kind].derived ?? []).flatMap((part) => part.fields)
    return derived.length === 0 ? fieldsOf(kind, profile) : [...fieldsOf(kind, profile), ...derived]
  })

const fieldLists = new Map<string, readonly Field[]>()

function listOnce(question: string, make: () => readonly Field[]): readonly Field[] {
  const known = fieldLists.get(question) ?? make()
  fieldLists.set(question, known)
  return known
}
