import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** A published form that asks everything that can be asked, the draft of its next version, and a project. */
export type FoundForms = { form: string; draft: string; project: string; request: string }

const Listed = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })
const Made = z.object({ id: z.string() })

export async function findForms(origin: string, institution: string): Promise<FoundForms> {
  const post = async (path: string, body: object, as = 'demo-admin') => {
    const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' }
    const asked = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${origin}/api/v1${path}`, asked)
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return (
      z.union([Made, z.null()]).parse(answer.status === 204 ? null : await answer.json())?.id ?? ''
    )
  }
  const form = await post('/request-forms', {
    title: { zh: '种质资源申请表', en: 'Request for germplasm' },
    institution,
    fields,
  })
  await post(`/request-forms/${form}/publication`, {})
  const draft = await post(`/request-forms/${form}/next`, {})
  const asked = { title: '抗旱苜蓿育种', purpose: '与地方品种杂交，筛选抗旱材料。' }
  const project = await post(
    '/projects',
    { ...asked, intendedUse: ['DUO:0000042'] },
    'demo-researcher',
  )
  const asking = { authorization: 'Bearer demo-researcher', 'content-type': 'application/json' }
  const records = Listed.parse(await (await fetch(`${origin}/api/v1/datasets`)).json())
  const items = [{ record: records.items[0]?.id }]
  const wanted = { method: 'POST', headers: asking, body: JSON.stringify({ items }) }
  const made = Listed.parse(await (await fetch(`${origin}/api/v1/requests`, wanted)).json())
  return { form, draft, project, request: made.items[0]?.id ?? '' }
}

export const formCases = ({ form, draft, project, request }: FoundForms): PageCase[] => [
  { name: 'request-forms', path: '/requests/forms', as: 'demo-admin' },
  { name: 'request-form-new', path: '/requests/forms/new', as: 'demo-admin' },
  { name: 'request-form', path: `/requests/forms/${form}` },
  { name: 'request-form-draft', path: `/requests/forms/${draft}`, as: 'demo-admin' },
  { name: 'request-form-edit', path: `/requests/forms/${draft}/edit`, as: 'demo-admin' },
  { name: 'request-answers', path: `/requests/${request}/answers`, as: 'demo-researcher' },
  { name: 'projects', path: '/projects', as: 'demo-researcher' },
  { name: 'projects-none', path: '/projects', as: 'demo-outsider' },
  { name: 'project', path: `/projects/${project}`, as: 'demo-researcher' },
]

const named = (key: string, type: string, zh: string, en: string) => ({
  key,
  type,
  label: { zh, en },
})

const fields = [
  {
    ...named('note', 'label', '申请须知', 'Before you ask'),
    help: { zh: '每份材料最多发放 50 粒。', en: 'At most 50 seeds of each.' },
  },
  {
    ...named('use', 'choice', '用途', 'Use'),
    choices: ['育种 | Breeding', '展示 | Display'],
  },
  {
    ...named('plan', 'long', '育种方案', 'Breeding plan'),
    required: true,
    when: { field: 'use', is: '育种 | Breeding' },
  },
  {
    ...named('sites', 'choices', '种植地点', 'Sites'),
    choices: ['兰州 | Lanzhou', '张掖 | Zhangye'],
  },
  { ...named('amount', 'number', '需要数量', 'Amount'), unit: 'g' },
  named('from', 'date', '最迟收到', 'Needed by'),
  named('mail', 'email', '联系邮箱', 'Contact'),
  named('abroad', 'yes_no', '是否出境', 'Leaves the country'),
  {
    ...named('parties', 'table', '合作单位', 'Partners'),
    columns: ['单位 | Institution', '国家 | Country'],
    when: { field: 'abroad', is: true },
  },
  named('approval', 'file', '批件', 'Approval'),
]
