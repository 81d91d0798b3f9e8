import type { ChargeScene } from '../charges/scene.ts'

type Post = (path: string, body: object, as?: 'demo-curator') => Promise<string>

type Furnished = { accession: string; lot: string; place: string }

/** Three of everything that tests of viability, safety duplicates and the climate of a store have lists of. */
export async function furnishViability(
  scene: ChargeScene,
  post: Post,
  { accession, lot, place }: Furnished,
): Promise<void> {
  const keep = async (path: string, body: object) => post(path, body, 'demo-curator')
  const constants = ['Avena sativa', 'Zea mays', 'Olea europaea'].map((species) => ({
    species,
    ke: 7,
    cw: 4,
    ch: 0.0329,
    cq: 0.000478,
  }))
  await keep('/life-constants', { constants })
  for (const code of ['P1', 'P2', 'P3']) {
    const days = { temperature: '20', firstCountDay: 4, lastDay: 10 }
    await keep('/test-protocols', { code, name: { en: code }, speciesGroup: 'Avena', ...days })
    await keep(`/lots/${lot}/viability-results`, { testedOn: `2025-0${code[1]}-01`, percent: 95 })
    await keep(`/lots/${lot}/safety-duplicates`, { holder: code, depositedOn: '2025-01-01' })
    const low = { code: `LOW-${code}`, unit: 'seed', quantity: 10, criticalReserve: 100 }
    const lowLot = await keep(`/accessions/${accession}/lots`, low)
    await keep(`/lots/${lowLot}/viability-results`, { testedOn: '2025-01-01', percent: 95 })
    const there = { institution: scene.other, depositedOn: '2025-01-01' }
    await keep(`/lots/${lowLot}/safety-duplicates`, there)
  }
  await scene.as('demo-curator').put(`/api/v1/places/${place}/climate`, { class: 'long_term' })
  const readings = [-10, -18, -10, -18, -10].map((celsius, at) => ({
    at: `2026-02-0${at + 1}T00:00Z`,
    celsius,
  }))
  await keep(`/places/${place}/climate-readings`, { readings })
}
