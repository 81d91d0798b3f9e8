import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newRecordShape } from '../../../src/catalog/records/model/shapes.ts'
import { isRead, readDirectory } from '../../../src/exchange/directories/rules.ts'
import { biobankForm } from '../../../src/samples/biobanks/model.ts'
import { networkForm } from '../../../src/samples/networks/model.ts'

const folder = '../shared/data/germplasm/biobank/directory'
const isThere = existsSync(folder)
if (!isThere) console.warn(`SKIPPED: ${folder} is absent; no directory was read`)

const read = (part: string) =>
  readDirectory(
    readdirSync(join(folder, part)).map((name) => ({
      name,
      text: readFileSync(join(folder, part, name), 'utf8'),
    })),
  )
const institution = '00000000-0000-4000-8000-000000000001'
/** Codes that have no place in our lists, each once. */
const codesLeft = ({ leftOut }: ReturnType<typeof read>) =>
  [
    ...new Set(
      leftOut.flatMap(({ column, value }) =>
        value !== undefined && /^[\w-]+$/.test(value) ? [`${column}=${value}`] : [],
      ),
    ),
  ].toSorted((one, other) => one.localeCompare(other, 'en'))

describe.skipIf(!isThere).each(['bbmri-nl', 'demo'])('the directory %s', (part) => {
  test('is read whole: every entry fits what is kept here', () => {
    const { biobanks, networks, collections } = read(part)
    const refused = [
      ...biobanks.map(({ id, values }) => ({
        id,
        ...biobankForm.schema.safeParse({ ...values, institution }),
      })),
      ...networks.map(({ id, values }) => ({
        id,
        ...networkForm.schema.safeParse({ ...values, institution }),
      })),
      ...collections.map(({ id, values }) => ({
        id,
        ...newRecordShape('collection').safeParse({ ...values, institution }),
      })),
    ].flatMap(({ id, success, error }) => (success ? [] : [`${id}: ${error?.message}`]))
    expect(refused).toEqual([])
  })
})

test.skipIf(!isThere)(
  'directories have so many entries, and codes without a place are named',
  () => {
    const nl = read('bbmri-nl')
    const demo = read('demo')
    expect(nl.collections).toHaveLength(278)
    expect(demo.collections).toHaveLength(3)
    expect(demo.networks).toHaveLength(3)
    expect(codesLeft(demo)).toEqual([
      'data_categories=ANTIBODIES',
      'data_categories=BLOOD',
      'data_categories=IMAGING_DATA',
      'data_categories=NATIONAL_REGISTRIES',
      'sex=NEUTERED_MALE',
      'storage_temperatures=temperatureLN',
    ])
    expect(codesLeft(nl).filter((one) => !one.startsWith('website'))).toEqual(
      expect.arrayContaining(['materials=CDNA', 'materials=CELL_LINES']),
    )
    const [first] = nl.collections
    expect(first?.values).toMatchObject({
      title: { en: 'Doetinchem Cohort Study' },
      collectionDesign: ['longitudinal_cohort', 'population_cohort'],
      sampleTypes: ['dna', 'plasma', 'serum'],
      sex: ['female', 'male'],
      subjectsTotal: 5000,
    })
  },
)

test('only files of biobanks, networks and collections are read', () => {
  expect(['Biobanks.csv', 'bbmri_nl_sample_collections.csv', 'Networks.csv'].map(isRead)).toEqual([
    true,
    true,
    true,
  ])
  expect(['QualityInfoBiobanks.csv', 'Address.csv'].map(isRead)).toEqual([false, false])
})
