import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allVocabularies } from '../../db/vocabularies.ts'

const schemas = new URL(
  '../../../shared/data/datasets/datacite/kernel-4.7/include/',
  import.meta.url,
)
const absent = !existsSync(schemas)
if (absent) console.warn(`SKIPPED: the DataCite 4.7 schema is not at ${schemas.pathname}`)

test.skipIf(absent).each([
  ['datacite_contributor_type', 'contributorType'],
  ['datacite_date_type', 'dateType'],
  ['datacite_description_type', 'descriptionType'],
  ['datacite_funder_identifier_type', 'funderIdentifierType'],
  ['datacite_name_type', 'nameType'],
  ['datacite_number_type', 'numberType'],
  ['datacite_related_identifier_type', 'relatedIdentifierType'],
  ['datacite_relation_type', 'relationType'],
  ['datacite_resource_type', 'resourceType'],
  ['datacite_title_type', 'titleType'],
])('%s has the values of DataCite’s %s, no more and no fewer', (name, type) => {
  const schema = readFileSync(new URL(`datacite-${type}-v4.xsd`, schemas), 'utf8')
  const values = [...schema.matchAll(/enumeration value="([^"]+)"/g)].flatMap(
    ([, value]) => value ?? [],
  )
  const codes = allVocabularies.find((one) => one.name === name)?.terms.map(({ code }) => code)
  expect(codes?.toSorted()).toEqual(values.toSorted())
})
