import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import { requestScene } from './scene.ts'

export const use = {
  key: 'use',
  type: 'choice',
  label: { zh: '用途', en: 'Use' },
  choices: ['育种 | Breeding', '其他 | Other'],
  required: true,
}
export const plan = {
  key: 'plan',
  type: 'long',
  label: { zh: '育种方案', en: 'Breeding plan' },
  required: true,
  when: { field: 'use', is: '育种 | Breeding' },
}
export const area = {
  key: 'area',
  type: 'number',
  label: { zh: '面积', en: 'Area' },
  unit: 'km²',
  required: true,
}
export const paper = {
  key: 'paper',
  type: 'file',
  label: { zh: '批件', en: 'Approval' },
  required: true,
}

const Issues = z.looseObject({
  detail: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
})

/** Two providers, each with something to ask for, whose forms are published as a test needs them. */
export async function formScene() {
  const scene = await requestScene()
  const { strangerToken, other } = scene
  const foreign = await scene.made(
    '/accessions',
    {
      ...publishable.accession,
      accenumb: 'F 1',
      title: { zh: '垂穗披碱草', en: 'Siberian wild rye' },
      institution: other,
    },
    strangerToken,
  )
  await scene.post(`/accessions/${foreign}/publication`, {}, strangerToken)
  await scene.lot({ quantity: 10_000, requestMax: 500 })
  return {
    ...scene,
    foreign,
    /** From now on, requests answer these fields. */
    asks: async (fields: object[], of: object = { institution: scene.own }, as?: string) => {
      const id = await scene.made(
        '/request-forms',
        { title: { zh: '申请表', en: 'Form' }, ...of, fields },
        as,
      )
      const answer = await scene.post(`/request-forms/${id}/publication`, {}, as)
      if (answer.status !== 200) throw new Error(await answer.text())
      return id
    },
    /** Why something was refused: its status, and what each field says, in English. */
    issuesOf: async (answer: Response) => {
      const { detail, issues } = Issues.parse(await answer.json())
      return { status: answer.status, detail, issues }
    },
    answer: (id: string, answers: object, as = 'demo-outsider') =>
      scene.as(as).put(`/api/v1/requests/${id}/answers`, { answers }),
  }
}

export type FormScene = Awaited<ReturnType<typeof formScene>>
