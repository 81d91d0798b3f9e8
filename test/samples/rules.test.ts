import { expect, test } from 'vitest'
import { collectionFacts } from '../../src/samples/collections/rules.ts'

test('a collection is found by its acronym, its biobank and their identifiers', () => {
  const facts = collectionFacts({
    acronym: 'GSYak',
    biobankName: '甘肃动物样本库',
    biobankAcronym: null,
    miabisId: 'CN_GS_01',
    foundedYear: 2016,
  })
  expect(facts.names).toEqual(['GSYak', '甘肃动物样本库'])
  expect(facts.numbers).toEqual(['CN_GS_01'])
  expect(facts.year).toBe(2016)
})

test('a collection of one species is found under it, one of many under none', () => {
  expect(collectionFacts({ organisms: ['牦牛 Bos grunniens'] }).taxon).toBe('Bos grunniens')
  expect(collectionFacts({ organisms: ['Bos grunniens', 'Ovis aries'] }).taxon).toBeNull()
})
