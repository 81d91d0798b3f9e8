import type { ChargeScene } from '../charges/scene.ts'

type Post = (path: string, body: object, as?: 'demo-curator') => Promise<string>

/** Three people whom an institution authorised beforehand. */
export async function furnishConsents(scene: ChargeScene, post: Post): Promise<void> {
  for (const person of ['demo-researcher', 'demo-pi', 'demo-steward'] as const)
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    await post(
      '/preauthorisations',
      { person: scene.people[person], institution: scene.own },
      'demo-curator',
    )
}
