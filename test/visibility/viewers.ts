import { grantRole } from '../../src/people/roles/actions/roles.ts'
import type { Place, Viewer as RecordViewer } from '../catalog/visibility/oracle.ts'
import type { TestHouse } from '../support/house.ts'
import { aRole, aToken, houseContext, somebody } from '../support/people.ts'

/** Somebody who looks; `name` says who, `inLab` what they are to the lab of what they look at. */
export type Viewer = RecordViewer & {
  stewards?: Place
  stewardsCollection?: true
  inLab?: 'member' | 'pi'
}

/** People of the demo, by what they are here. */
export const names = {
  researcher: 'a researcher of the lab',
  outsider: 'an outsider',
  pi: 'the PI of the lab',
  labmate: 'another member of the lab',
  colleague: 'a colleague of another lab',
} as const

/** Everybody who may look, with the ids of those who book and order. */
export async function everybody(house: TestHouse, collection: string) {
  const { services, people, own, other, db } = house
  const add = async (name: string) => somebody(services, { email: `${name}@elsewhere.test` })
  const [labmate, colleague, curator, steward, keeper, decider] = await Promise.all([
    add('labmate'),
    add('colleague'),
    add('other-curator'),
    add('other-steward'),
    add('keeper'),
    add('decider'),
  ])
  await aRole(services, curator.id, 'curator', other)
  await aRole(services, steward.id, 'steward', other)
  const ctx = houseContext(services)
  await grantRole(ctx, keeper.id, { role: 'curator', collection })
  await grantRole(ctx, decider.id, { role: 'steward', collection })
  const at = services.now()
  await db
    .insertInto('membership')
    .values(
      [labmate, colleague].map(({ id }) => ({
        person_id: id,
        institution_id: own,
        created_at: at,
        approved_at: at,
      })),
    )
    .execute()
  const tokenOf = async ({ id }: { id: string }) => aToken(services, id)
  const viewers: Viewer[] = [
    ...demoViewers,
    {
      name: names.labmate,
      token: await tokenOf(labmate),
      belongsTo: 'own',
      inLab: 'member',
    },
    { name: names.colleague, token: await tokenOf(colleague), belongsTo: 'own' },
    { name: 'the other’s curator', token: await tokenOf(curator), curates: 'other' },
    { name: 'the other’s steward', token: await tokenOf(steward), stewards: 'other' },
    { name: 'the collection’s curator', token: await tokenOf(keeper), keepsCollection: true },
    { name: 'the collection’s steward', token: await tokenOf(decider), stewardsCollection: true },
    {
      name: 'an administrator whose token only writes',
      token: await aToken(services, people['demo-admin']),
      belongsTo: 'own',
    },
  ]
  return {
    viewers,
    ids: {
      [names.researcher]: people['demo-researcher'],
      [names.outsider]: people['demo-outsider'],
      [names.pi]: people['demo-pi'],
      [names.labmate]: labmate.id,
      [names.colleague]: colleague.id,
    },
  }
}

const demoViewers: readonly Viewer[] = [
  { name: 'nobody in particular', token: undefined },
  { name: names.outsider, token: 'demo-outsider', belongsTo: 'other' },
  { name: names.researcher, token: 'demo-researcher', belongsTo: 'own', inLab: 'member' },
  { name: names.pi, token: 'demo-pi', belongsTo: 'own', inLab: 'pi' },
  { name: 'a steward', token: 'demo-steward', belongsTo: 'own', stewards: 'own' },
  { name: 'the curator', token: 'demo-curator', belongsTo: 'own', curates: 'own' },
  { name: 'an administrator', token: 'demo-admin', belongsTo: 'own', isAdmin: true },
]
