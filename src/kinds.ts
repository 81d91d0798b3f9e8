import type { Field } from './core/fields.ts'
import { datasetFields, datasetGroups } from './datasets/model/dataset.ts'
import { datasetFacts } from './datasets/rules.ts'
import {
  accessionFields,
  accessionGroups,
  accessionProfiles,
  profileFields,
} from './germplasm/model/accession.ts'
import { accessionQuality } from './germplasm/quality/rules/quality.ts'
import { accessionFacts } from './germplasm/rules/facts.ts'
import { instrumentFields, instrumentGroups } from './instruments/model/instrument.ts'
import { instrumentFacts } from './instruments/rules/facts.ts'
import { collectionFields, collectionGroups } from './samples/model.ts'
import { collectionFacts } from './samples/rules.ts'
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
  },
}

/** The kind whose records live under `/api/v1/<path>`. */
export const kindOfPath = (path: string): Kind | undefined =>
  kinds.find((kind) => kindDefinitions[kind].path === path)

/** The fields that a record of this kind and profile has; the same list for the same question. */
export function fieldsOf(kind: Kind, profile: string | null): readonly Field[] {
  const lists = fieldLists[kind]
  const known = lists.get(profile)
  if (known) return known
  const fields = kindDefinitions[kind].parts
    .filter((part) => part.profile === undefined || part.profile === profile)
    .flatMap((part) => part.fields)
  lists.set(profile, fields)
  return fields
}

type FieldLists = Map<string | null, readonly Field[]>

const fieldLists: Record<Kind, FieldLists> = {
  instrument: new Map(),
  dataset: new Map(),
  accession: new Map(),
  collection: new Map(),
}
