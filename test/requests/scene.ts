import { z } from 'zod'
import { RequestAnswer } from '../../src/requests/requests/model/request.ts'
import { stockScene } from '../stock/scene.ts'
import { publishable } from '../support/publishable.ts'

/** As JSON has it: moments are texts there. */
const Item = z.looseObject({
  id: z.string(),
  quantity: z.number().nullable(),
  held: z.number(),
  shipped: z.number(),
  received: z.number(),
  returned: z.number(),
  ended: z.string().nullable(),
  appeal: z.string().nullable(),
  decision: z.looseObject({ answer: z.string(), quantity: z.number().nullable() }).nullable(),
})
export const Shown = z.looseObject({
  ...Object.fromEntries(Object.keys(RequestAnswer.shape).map((name) => [name, z.unknown()])),
  id: z.string(),
  number: z.string(),
  state: z.string(),
  turn: z.string().nullable(),
  version: z.int(),
  items: z.array(Item),
  events: z.array(z.looseObject({ type: z.string(), isPublic: z.boolean() })),
  commands: z.array(z.string()),
  sides: z.array(z.string()),
})
export type Shown = z.output<typeof Shown>

const Drafts = z.object({ items: z.array(Shown) })

/** A bank whose curator decides, with an accession and a dataset on request; a researcher of another institution asks. */
export async function requestScene(...given: Parameters<typeof stockScene>) {
  const scene = await stockScene(...given)
  const dataset = await scene.add('dataset', {
    ...publishable.dataset,
    title: { zh: '冰川厚度', en: 'Glacier thickness' },
    access: 'on_request',
  })
  const read = async (id: string, as = 'demo-outsider') => {
    const answer = await scene.as(as).get(`/api/v1/requests/${id}`)
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
    return Shown.parse(JSON.parse(text))
  }
  const draft = async (items: readonly object[], as = 'demo-outsider', more: object = {}) => {
    const answer = await scene.post('/requests', { items, ...more }, as)
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`${answer.status} ${text}`)
    return Drafts.parse(JSON.parse(text)).items
  }
  /** Gives a command; answers the request as it is then. */
  const give = async (id: string, command: string, body: object = {}, as = 'demo-outsider') => {
    const answer = await scene.post(`/requests/${id}/${command}`, body, as)
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${text}`)
    return Shown.parse(JSON.parse(text))
  }
  /** Writes to the other side, or a note among staff. */
  const write = async (
    id: string,
    { path = 'messages', text }: { path?: 'messages' | 'notes'; text: string },
    as = 'demo-curator',
  ) => {
    const form = new FormData()
    form.set('text', text)
    const answer = await scene.as(as).post(`/api/v1/requests/${id}/${path}`, form)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  /** What a command was refused with: its status, and the codes of its objections. */
  const refused = async (id: string, command: string, body: object = {}, as = 'demo-outsider') => {
    const answer = await scene.post(`/requests/${id}/${command}`, body, as)
    const { objections = [], issues = [] } = z
      .looseObject({
        objections: z.array(z.looseObject({ code: z.string() })).optional(),
        issues: z.array(z.looseObject({ path: z.string() })).optional(),
      })
      .parse(await answer.json())
    return [answer.status, ...objections.map(({ code }) => code), ...issues.map(({ path }) => path)]
  }
  const seeds = (quantity: number) => ({ record: scene.accession, quantity, unit: 'seed' })
  return {
    ...scene,
    dataset,
    seeds,
    read,
    draft,
    give,
    write,
    refused,
    /** One that was sent; of the accession where nothing else is said. */
    sent: async (items: readonly object[] = [seeds(200)], as = 'demo-outsider') => {
      const [first] = await draft(items, as)
      if (!first) throw new Error('No request was made.')
      return give(first.id, 'submission', {}, as)
    },
    /** Decides every item alike. */
    decided: async ({ id, items }: Shown, answer: string, more: object = {}) =>
      give(
        id,
        'decision',
        { decisions: items.map((item) => ({ item: item.id, answer, ...more })) },
        'demo-curator',
      ),
  }
}

export type RequestScene = Awaited<ReturnType<typeof requestScene>>
