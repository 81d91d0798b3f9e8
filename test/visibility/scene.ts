import { boolean, constantFrom, nat, uniqueArray } from 'fast-check'
import { z } from 'zod'
import { audiences } from '../../src/catalog/records/model/record.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { chargeScene } from '../charges/scene.ts'
import { publishable } from '../support/publishable.ts'
import type { Instrument, Owned } from './oracle.ts'
import { everybody, names } from './viewers.ts'

const Made = z.looseObject({ id: z.string() })

/** A house in which instruments are booked and ordered from, a collection, and everybody who may look. */
export async function visibleWorld() {
  const scene = await chargeScene()
  const collection = await scene.add('collection', {
    ...publishable.collection,
    title: { en: 'Whole' },
  })
  const send = async (method: 'post' | 'put' | 'patch', path: string, { as, body }: Sent) => {
    const answer = await scene.as(as)[method](path, body, { 'if-match': '*' })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return text
  }
  return {
    ...scene,
    ...(await everybody(scene, collection)),
    collection,
    /** Does something by the ways in which people do it; an administrator where nobody is named. */
    post: async (path: string, body: unknown = {}, as = 'demo-admin') => {
      const text = await send('post', `/api/v1${path}`, { as, body })
      return text === '' ? '' : (Made.safeParse(JSON.parse(text)).data?.id ?? '')
    },
    patch: (path: string, body: unknown, as = 'demo-admin') =>
      send('patch', `/api/v1${path}`, { as, body }),
    put: (path: string, body: unknown) => send('put', `/api/v1${path}`, { as: 'demo-admin', body }),
  }
}

type Sent = { as: string; body: unknown }
export type World = Awaited<ReturnType<typeof visibleWorld>>

const viewerCount = 14

/** Some of those who look, by their numbers. */
export const someViewers = uniqueArray(nat({ max: viewerCount - 1 }), {
  minLength: 5,
  maxLength: 5,
})
/** For examples in which all who look see something different. */
export const everyViewer = Array.from({ length: viewerCount }, (_, number) => number)
export const among = ({ viewers }: World, numbers: readonly number[]) => {
  if (viewers.length !== viewerCount) throw new Error('Somebody who looks is never asked.')
  return viewers.filter((_, number) => numbers.includes(number))
}

export const instrumentFacts = {
  place: constantFrom('own' as const, 'other' as const),
  audience: constantFrom(...audiences),
  inCollection: boolean(),
  isWithdrawn: boolean(),
}
export const ownedFacts = {
  person: constantFrom(names.researcher, names.researcher, names.colleague, names.outsider),
  forLab: boolean(),
  labPlace: constantFrom('own' as const, 'other' as const),
}

/** Only who belongs to the lab does something in its name. */
export const ofLab = <F extends Owned>(facts: F): F => ({
  ...facts,
  forLab: facts.forLab && facts.person === names.researcher,
})

/** An instrument that everybody may see yet, so that everybody may book it. */
export async function addInstrument(
  world: World,
  { place, inCollection }: Instrument,
): Promise<string> {
  const id = await world.post('/instruments', {
    ...publishable.instrument,
    institution: world[place],
    title: { en: `Instrument ${newWord()}` },
    ...(inCollection && { collection: world.collection }),
  })
  await world.post(`/instruments/${id}/publication`)
  return id
}

/** Gives it its audience, or withdraws it, after all that happened there. */
export async function settleInstrument(
  world: World,
  id: string,
  { audience, isWithdrawn }: Instrument,
): Promise<void> {
  await world.patch(`/instruments/${id}`, { audience })
  if (isWithdrawn) await world.post(`/instruments/${id}/withdrawal`, { reason: '仪器已经报废。' })
}

/** A lab of its own for what is looked at: its sums are known. */
export async function addLab({ db, clock, ids, ...world }: World, labPlace: 'own' | 'other') {
  const created_at = clock.now
  const { id } = await db
    .insertInto('lab')
    .values({ institution_id: world[labPlace], name_en: `Lab ${newWord()}`, created_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('lab_member')
    .values(
      ([names.pi, names.researcher, names.labmate] as const).map((name) => ({
        lab_id: id,
        person_id: ids[name],
        role: name === names.pi ? 'pi' : 'member',
        created_at,
      })),
    )
    .execute()
  return id
}
