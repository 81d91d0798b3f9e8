import { withHints } from '../../core/field-list.ts'
import type { Field, FieldGroup } from '../../core/fields.ts'
import { hints } from '../words/hints.ts'
import { coverageFields } from './coverage.ts'
import { descriptionFields } from './description.ts'
import { humanFields, makingFields, sharingFields } from './making.ts'
import { partyFields } from './parties.ts'
import { relationFields } from './relations.ts'

export const datasetGroups = [
  { key: 'description', label: { zh: '描述', en: 'Description' } },
  { key: 'parties', label: { zh: '作者与资助', en: 'Creators and funding' } },
  { key: 'coverage', label: { zh: '时空范围', en: 'Temporal and spatial coverage' } },
  { key: 'making', label: { zh: '来源与质量', en: 'Provenance and quality' } },
  { key: 'sharing', label: { zh: '共享与分级', en: 'Sharing and classification' } },
  { key: 'relations', label: { zh: '标识与关联', en: 'Identifiers and relations' } },
] as const satisfies readonly FieldGroup[]

/** DataCite 4.7 and the fields of the NCDC export, each structured property a field of rows. */
export const datasetFields: readonly Field[] = withHints(
  [
    ...descriptionFields,
    ...partyFields,
    ...coverageFields,
    ...makingFields,
    ...sharingFields,
    ...relationFields,
    ...humanFields,
  ],
  hints,
)
