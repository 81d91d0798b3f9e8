import type { ChargeScene } from '../charges/scene.ts'

type Post = (path: string, body: object, as?: 'demo-curator') => Promise<string>

/** Three agreements, the last of which has three published texts. */
export async function furnishAgreements(scene: ChargeScene, post: Post) {
  let agreement = ''
  const body = { zh: '# 一\n1. {{items}}', en: '# A\n1. {{items}}' }
  for (const kind of ['mta', 'dua', 'instrument']) {
    const asked = { title: { zh: `协议 ${kind}` }, kind, institution: scene.own, body }
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    agreement = await post('/agreements', asked, 'demo-curator')
  }
  for (const number of [1, 2, 3]) {
    const texts = `/agreements/${agreement}/texts`
    // oxlint-disable-next-line no-await-in-loop -- a text follows the one before
    if (number > 1) await post(texts, {}, 'demo-curator')
    // oxlint-disable-next-line no-await-in-loop
    await post(`${texts}/${number}/publication`, {}, 'demo-curator')
  }
  return { agreement }
}
