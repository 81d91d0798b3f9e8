import type { ChargeScene } from '../charges/scene.ts'

type Who = 'demo-curator' | 'demo-researcher'
type Post = (path: string, body: object, as?: Who) => Promise<string>

/** Three versions of an institution's form, and three projects of the researcher. */
export async function furnishForms(scene: ChargeScene, post: Post): Promise<void> {
  const fields = [{ key: 'use', type: 'text', label: { zh: '用途' } }]
  for (const version of ['一', '二', '三']) {
    const asked = { title: { zh: `表单 ${version}` }, institution: scene.own, fields }
    // oxlint-disable-next-line no-await-in-loop -- a version follows the one before
    const form = await post('/request-forms', asked, 'demo-curator')
    // oxlint-disable-next-line no-await-in-loop
    await post(`/request-forms/${form}/publication`, {}, 'demo-curator')
    const project = { title: `项目 ${version}`, purpose: '抗旱育种' }
    // oxlint-disable-next-line no-await-in-loop
    await post('/projects', project, 'demo-researcher')
  }
}
