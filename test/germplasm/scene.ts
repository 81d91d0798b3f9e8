import { z } from 'zod'
import { reindexTaxon } from '../../src/germplasm/taxa/jobs.ts'
import { testHouse } from '../support/house.ts'
import { houseContext } from '../support/people.ts'

const Created = z.looseObject({ id: z.string() })

/** A house with a small taxonomy, whose jobs are done at once. */
export async function germplasmScene() {
  const house = await testHouse()
  const curator = house.as('demo-curator')
  const ids: Record<string, string> = {}
  const addTaxon = async (taxon: { scientificName: string; [field: string]: unknown }) => {
    const answer = await curator.post('/api/v1/taxa', taxon)
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
    const { id } = Created.parse(await answer.json())
    ids[taxon.scientificName] = id
    await place(id)
    return id
  }
  const place = (taxonId: string, formerly: string[] = []) =>
    reindexTaxon(houseContext(house.services), { taxonId, formerly })
  await addTaxon({ scientificName: 'Amaranthaceae', rank: 'family', name: { zh: '苋科' } })
  await addTaxon({ scientificName: 'Bassia', rank: 'genus', parent: 'Amaranthaceae' })
  await addTaxon({
    scientificName: 'Bassia prostrata',
    rank: 'species',
    authorship: '(L.) Beck',
    parent: 'Bassia',
    name: { zh: '木地肤', en: 'Prostrate kochia' },
  })
  await addTaxon({
    scientificName: 'Kochia prostrata',
    rank: 'species',
    accepted: 'Bassia prostrata',
  })
  let number = 0
  /** An accession of a species, published. */
  const accession = (given: object = {}, options: { publish?: boolean } = {}) => {
    number += 1
    const passport = { accenumb: `T ${number}`, genus: 'Bassia', species: 'prostrata' }
    const input = { title: { zh: `种质 ${number}` }, library: 'forage', ...passport, ...given }
    return house.add('accession', input, options)
  }
  return { ...house, ids, addTaxon, place, accession }
}

export type GermplasmScene = Awaited<ReturnType<typeof germplasmScene>>
