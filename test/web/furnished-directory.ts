import { z } from 'zod'
import type { ChargeScene } from '../charges/scene.ts'
import { publishable } from '../support/publishable.ts'

const Created = z.looseObject({ id: z.string() })

/** Three biobanks, networks and research resources; the last of each has three collections or members. */
export async function furnishDirectory(scene: ChargeScene) {
  const curator = scene.as('demo-curator')
  const add = async (path: string, body: object) => {
    const answer = await curator.post(`/api/v1${path}`, body)
    return answer.status === 201 ? Created.parse(await answer.json()).id : ''
  }
  const made = { biobank: '', network: '', resource: '' }
  const own = { institution: scene.own }
  const of = { juristicPerson: '联盟', status: 'active' }
  const collections: string[] = []
  for (const zh of ['甲', '乙', '丙']) {
    const named = { ...own, name: { zh } }
    // oxlint-disable no-await-in-loop -- one after the other
    made.biobank = await add('/biobanks', named)
    made.network = await add('/networks', { ...named, ...of })
    made.resource = await add('/research-resources', named)
    const input = { ...publishable.collection, ...own, title: { zh } }
    collections.push(await scene.add('collection', input))
    // oxlint-enable no-await-in-loop
  }
  for (const collection of collections) {
    // oxlint-disable no-await-in-loop -- one after the other
    await curator.put(`/api/v1/collections/${collection}/biobank`, { biobank: made.biobank })
    const member = { kind: 'collection', member: collection }
    await add(`/networks/${made.network}/members`, member)
    await add(`/research-resources/${made.resource}/collections`, { collection })
    // oxlint-enable no-await-in-loop
  }
  return made
}
