import type { Context } from '../src/core/context.ts'
import { addItem } from '../src/requests/baskets/actions/change.ts'
import { requestBasket } from '../src/requests/baskets/actions/checkout.ts'
import { ownHolder } from '../src/requests/baskets/actions/holder.ts'
import { checkedAnswers, keepAnswers } from '../src/requests/forms/actions/answers.ts'
import {
  changeForm,
  createForm,
  formFor,
  nextForm,
  publishForm,
} from '../src/requests/forms/actions/forms.ts'
import { createProject, getProject } from '../src/requests/projects/actions.ts'
import { purposeOf } from '../src/requests/projects/rules.ts'
import { changeSettings } from '../src/requests/providers/actions.ts'
import { createRequestsIn } from '../src/requests/requests/actions/create.ts'
import { createFee } from '../src/requests/fees/actions/keep.ts'
import { getRequestRow } from '../src/requests/requests/actions/read.ts'
import { acting, type Scene as Acted } from './acting.ts'
import { idOf } from './landscape.ts'
import { fees, forms, projects, type ProviderStory, settings } from './request-providers.ts'
import { requestStories, type RequestStory } from './request-stories.ts'
import { dayIn, type Step } from './request-steps.ts'
import { type Ids, seedPart } from './seeded.ts'

type World = { landscape: Ids; records: Ids }
type Scene = Acted & World

/** How providers answer requests, what people ask for, and requests in every state. */
export async function seedRequests(house: Context, told: World): Promise<void> {
  await seedPart(house.db, { name: 'requests', now: house.now }, async (trx) => {
    const scene = { ...told, house, trx }
    for (const { chosen, ...of } of settings) {
      const ctx = await acting(scene, { who: of.curator, daysAgo: 800 })
      await changeSettings(ctx, chosen, { ...providerKey(scene, of), version: undefined })
    }
    for (const { title, fields, ...of } of forms) await tellForm(scene, { title, fields, of })
    const made: Ids = {}
    for (const { by, key, endsInDays, ...project } of projects) {
      const ctx = await acting(scene, { who: by, daysAgo: 700 })
      const input = { ...project, intendedUse: [...project.intendedUse], isDefault: false }
      const endsOn = dayIn({ ...ctx, now: house.now }, endsInDays)
      made[key] = (await createProject(ctx, { ...input, endsOn })).id
    }
    await tellRequests(scene, made)
    for (const { fee, curator, ...of } of fees) {
      const ctx = await acting(scene, { who: curator, daysAgo: 90 })
      const { institution, collection: record } = providerKey(scene, { ...of, curator })
      await createFee(ctx, { ...fee, institution, ...(record && { record }) })
    }
    return {}
  })
}

const providerKey = (
  { landscape, records }: World,
  { institution, collection }: ProviderStory,
) => ({
  institution: idOf(landscape, `institution/${institution}`),
  ...(collection !== undefined && { collection: idOf(records, `record/${collection}`) }),
})

type Form = Pick<(typeof forms)[number], 'title' | 'fields'> & { of: ProviderStory }

/** A published form; of the first, the next version is being written. */
async function tellForm(scene: Scene, { title, fields, of }: Form): Promise<void> {
  const ctx = await acting(scene, { who: of.curator, daysAgo: 790 })
  const { institution, collection } = providerKey(scene, of)
  const owner = collection === undefined ? { institution } : { collection }
  const { id } = await createForm(ctx, { title, fields: [], ...owner })
  await changeForm(ctx, { fields }, { id, version: undefined })
  await publishForm(ctx, id)
  if (of.institution === forms[0]?.institution) await nextForm(ctx, id)
}

/** Everything in the order in which it happened: numbers and ledgers follow time. */
async function tellRequests(scene: Scene, made: Ids): Promise<void> {
  const ids = new Map<RequestStory, string>()
  const happened = requestStories
    .flatMap((story) => [
      ...(story.basketDaysAgo === undefined
        ? []
        : [{ story, daysAgo: story.basketDaysAgo, who: story.by, does: fillBasket(scene, story) }]),
      { story, daysAgo: story.daysAgo, who: story.by, does: undefined },
      ...story.next.map(([daysAgo, who, does]) => ({ story, daysAgo, who, does })),
    ])
    .toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const { story, does, daysAgo, who } of happened) {
    const ctx = await actingAt(scene, { who, daysAgo })
    if (does) await does(ctx, ids.get(story) ?? '')
    else ids.set(story, await begin(ctx, { scene, story, project: idOf(made, story.project) }))
  }
}

const recordOf = ({ records }: World, record: string) => idOf(records, `record/${record}`)

/** What is asked for later is put into the basket first. */
const fillBasket =
  (scene: Scene, { asks }: RequestStory): Step =>
  async (ctx) => {
    for (const { record, loan = false, ...item } of asks) {
      const input = { record: recordOf(scene, record), isLoan: loan, target: {}, ...item }
      // oxlint-disable-next-line no-await-in-loop -- one basket, filled one after the other
      await addItem(ctx, ownHolder(ctx), input)
    }
  }

/** The clock of the program is nobody of the demo. */
async function actingAt(scene: Scene, { who, daysAgo }: { who: string; daysAgo: number }) {
  if (who !== 'clock') return acting(scene, { who, daysAgo })
  const ctx = await acting(scene, { who: 'lin', daysAgo })
  return { ...ctx, actor: scene.house.actor }
}

type Begun = { scene: Scene; story: RequestStory; project: string }

/** A draft with its form answered. */
async function begin(ctx: Context, { scene, story, project }: Begun): Promise<string> {
  const { trx, landscape } = scene
  const { supervisor, destination, answers = {} } = story
  const purpose = purposeOf(await getProject(ctx, project))
  const asked = {
    purpose,
    answers,
    destination,
    supervisor: supervisor && idOf(landscape, `person/${supervisor}`),
  }
  const items = story.asks.map(({ record, loan = false, ...item }) => ({
    record: recordOf(scene, record),
    target: {},
    loan,
    ...item,
  }))
  const {
    ids: [id = ''],
  } =
    story.basketDaysAgo === undefined
      ? await createRequestsIn(trx, ctx, { items, ...asked })
      : await requestBasket(ctx, asked)
  const { institutionId, collectionId } = await getRequestRow(ctx, id)
  const form = await formFor(ctx, { institutionId, collectionId })
  if (story.next.length > 0 || story.answers)
    await keepAnswers(trx, ctx, {
      requestId: id,
      form,
      ...checkedAnswers(form, { answers }),
      files: [],
    })
  return id
}
