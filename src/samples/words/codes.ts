import { miabisBiobank } from '../../../db/vocabularies/miabis-biobank.ts'
import { miabisSamples } from '../../../db/vocabularies/miabis-samples.ts'
import { miabis } from '../../../db/vocabularies/miabis.ts'
import type { Text } from '../../core/text.ts'

export type Names = Readonly<Record<string, Text>>

/** What the codes of a list are called, in its order. */
const namesOf = (vocabulary: string): Names =>
  Object.fromEntries(
    [...miabis, ...miabisBiobank, ...miabisSamples]
      .filter(({ name }) => name === vocabulary)
      .flatMap(({ terms }) => terms.map(({ code, label }) => [code, label])),
  )

export const sourceNames = namesOf('miabis_sample_source')
export const typeNames = namesOf('miabis_sample_type')
export const temperatureNames = namesOf('miabis_storage_temperature')
export const sexNames = namesOf('miabis_sex')
export const ageUnitNames = namesOf('miabis_age_unit')
export const datasetTypeNames = namesOf('miabis_dataset_type')
export const settingNames = namesOf('miabis_collection_setting')
export const designNames = namesOf('miabis_collection_design')
export const useConditionNames = namesOf('miabis_use_condition')
export const criteriaNames = namesOf('miabis_inclusion_criteria')
export const infrastructureNames = namesOf('miabis_infrastructure')
export const organisationNames = namesOf('miabis_organisation')
export const bioprocessingNames = namesOf('miabis_bioprocessing')
export const qualityNames = namesOf('miabis_quality')
export const topicNames = namesOf('miabis_network_topic')
export const networkTypeNames = namesOf('miabis_network_type')
