import { randomInt } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import { markDeposit } from '../../../src/catalog/records/actions/edit.ts'
import { kindDefinitions } from '../../../src/kinds.ts'
import { type TestHouse, testHouse } from '../../support/house.ts'
import { aRole, aToken, houseContext, somebody } from '../../support/people.ts'
import { publishable } from '../../support/publishable.ts'
import { grantRole } from '../../../src/people/roles/actions/roles.ts'
import type { Facts, Viewer } from './oracle.ts'

const Made = z.looseObject({ id: z.string() })

/** Two institutions, a public record and a public collection of the first, and everybody who may look. */
export async function visibleWorld() {
  const house = await testHouse()
  const neighbour = await house.add('accession', {
    ...publishable.accession,
    title: { en: 'Neighbour' },
  })
  const collection = await house.add('collection', {
    ...publishable.collection,
    title: { en: 'Whole' },
  })
  const viewers = [...demoViewers, ...(await addOthers(house, collection))]
  const depositing = await addDepositingLab(house)
  const picture = await sharp({
    create: { width: 40, height: 30, channels: 3, background: 'teal' },
  })
    .png()
    .toBuffer()
  return { ...house, neighbour, collection, viewers, depositing, picture: new Uint8Array(picture) }
}

export type World = Awaited<ReturnType<typeof visibleWorld>>

const demoViewers: readonly Viewer[] = [
  { name: 'nobody in particular', token: undefined },
  { name: 'an outsider', token: 'demo-outsider', belongsTo: 'other' },
  { name: 'a researcher', token: 'demo-researcher', belongsTo: 'own' },
  { name: 'a PI', token: 'demo-pi', belongsTo: 'own' },
  { name: 'a steward', token: 'demo-steward', belongsTo: 'own' },
  { name: 'the curator', token: 'demo-curator', belongsTo: 'own', curates: 'own' },
  { name: 'an administrator', token: 'demo-admin', belongsTo: 'own', isAdmin: true },
]

async function addOthers(
  { services, other }: Awaited<ReturnType<typeof testHouse>>,
  collection: string,
): Promise<Viewer[]> {
  const [newcomer, curator, keeper, depositor, member] = await Promise.all(
    ['newcomer', 'curator', 'keeper', 'depositor', 'member'].map(async (name) =>
      somebody(services, { email: `${name}@elsewhere.test` }),
    ),
  )
  if (!newcomer || !curator || !keeper || !depositor || !member)
    throw new Error('Somebody is missing.')
  await aRole(services, curator.id, 'curator', other)
  await grantRole(houseContext(services), keeper.id, { role: 'curator', collection })
  const tokenOf = async ({ id }: { id: string }) => aToken(services, id)
  return [
    { name: 'a newcomer of no institution', token: await tokenOf(newcomer) },
    { name: 'the other’s curator', token: await tokenOf(curator), curates: 'other' },
    { name: 'the depositor', token: await tokenOf(depositor), deposits: true },
    { name: 'a member of the depositing lab', token: await tokenOf(member), deposits: true },
    { name: 'the collection’s curator', token: await tokenOf(keeper), keepsCollection: true },
  ]
}

/** Who makes the deposits of this world, and their lab. */
async function addDepositingLab({ db, own, services }: TestHouse) {
  const people = await db
    .selectFrom('person')
    .where('email', 'in', ['depositor@elsewhere.test', 'member@elsewhere.test'])
    .select(['id', 'email'])
    .execute()
  const idOf = (name: string) => people.find(({ email }) => email.startsWith(name))?.id ?? ''
  const { id: labId } = await db
    .insertInto('lab')
    .values({ institution_id: own, name_en: 'Depositing lab', created_at: services.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('lab_member')
    .values({
      lab_id: labId,
      person_id: idOf('member'),
      role: 'member',
      created_at: services.now(),
    })
    .execute()
  return { depositor_id: idOf('depositor'), depositing_lab_id: labId }
}

async function deposit(world: World, id: string, stage: NonNullable<Facts['deposited']>) {
  if (stage === 'no') return
  await world.db.transaction().execute(async (trx) => {
    await trx.updateTable('record').set(world.depositing).where('id', '=', id).execute()
    await markDeposit(trx, id, {
      ...(stage !== 'open' && { submittedAt: world.services.now() }),
      ...(stage === 'passed on' && { depositedWith: world.other }),
    })
  })
}

/** A word that nobody else wrote. */
export const newWord = () =>
  Array.from({ length: 12 }, () => 'abcdefghijklmnopqrstuvwxyz'.charAt(randomInt(26))).join('')

/** Words that are in this record alone: in its title, its texts, its number, and what is said of its picture. */
export type Secrets = { title: string; text: string; number: string; caption: string }

export type Subject = {
  id: string
  path: string
  imageId: string
  secrets: Secrets
  /** A public record that is part of this one, when it is a collection. */
  partId: string | undefined
}

/** Makes a record as the facts say, by the ways in which people make one. */
export async function addSubject(world: World, facts: Facts): Promise<Subject> {
  const admin = world.as('demo-admin')
  const path = `/api/v1/${kindDefinitions[facts.kind].path}`
  const secrets = { title: newWord(), text: newWord(), number: newWord(), caption: newWord() }
  const made = async (at: string, body: unknown) => {
    const answer = await admin.post(at, body)
    if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? { id: '' } : Made.parse(await answer.json())
  }
  const { id } = await made(path, inputOf(world, facts, secrets))
  const form = new FormData()
  form.set('file', new File([world.picture], 'picture.png', { type: 'image/png' }))
  form.set('captionEn', secrets.caption)
  const image = await made(`/api/v1/records/${id}/images`, form)
  await made(`/api/v1/records/${world.neighbour}/relations`, { to: id, type: 'References' })
  const partId = facts.kind === 'collection' ? await addPart(world, id) : undefined
  if (facts.kind === 'dataset') await deposit(world, id, facts.deposited ?? 'no')
  const reason = '重复登记，改用另一条记录。'
  if (facts.history !== 'draft') await made(`${path}/${id}/publication`, {})
  if (facts.history === 'withdrawn') await made(`${path}/${id}/withdrawal`, { reason })
  if (facts.history === 'narrowed')
    await admin.patch(`${path}/${id}`, { audience: facts.audience }, { 'if-match': '*' })
  return { id, path: `${path}/${id}`, imageId: image.id, secrets, partId }
}

const inputOf = (world: World, facts: Facts, { title, text, number }: Secrets) => ({
  ...publishable[facts.kind],
  institution: world[facts.place],
  title: { zh: `记录${title}`, en: `Record ${title}` },
  summary: { en: `About ${text}` },
  keywords: [text],
  identifiers: [{ scheme: 'local', value: number }],
  audience: facts.history === 'narrowed' ? 'public' : facts.audience,
  ...(facts.inCollection && { collection: world.collection }),
})

async function addPart({ as }: World, collection: string): Promise<string> {
  const admin = as('demo-admin')
  const input = { ...publishable.accession, title: { en: 'Part' }, collection }
  const created = await admin.post('/api/v1/accessions', input)
  const { id } = Made.parse(await created.json())
  await admin.post(`/api/v1/accessions/${id}/publication`, {})
  return id
}
