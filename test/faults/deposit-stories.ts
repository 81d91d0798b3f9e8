import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { testNow } from '../support/clock.ts'
import { publishable } from '../support/publishable.ts'
import { addFiles } from '../datasets/scene.ts'
import type { Story, World } from './dataset-scene.ts'

const promised = {
  title: { zh: '祁连山气象观测' },
  dataKind: 'observation',
  dueOn: '2099-12-31',
  grade: 'general',
  sharing: 'open',
}
const depositor = { token: 'demo-researcher' }
const unit = { token: 'demo-curator', headers: { 'if-match': '*' } }
/** A curator of the institution that is the centre. */
const centre = { token: 'demo-outsider', headers: { 'if-match': '*' } }
const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const Package = z.looseObject({
  state: z.string(),
  recordId: z.string().nullable(),
  receiptNumber: z.string().nullable(),
})

/** A package that is filled in and lacks nothing. */
async function prepared(world: World): Promise<{ path: string; recordId: string }> {
  const { make, ask, rows, scene } = world
  await openCentre(world)
  const { id: project } = await make(
    '/deposit-projects',
    {
      title: { zh: '祁连山冰川变化' },
      funder: '科学技术部',
      awardNumber: randomUUID(),
      leader: '李教授',
      institution: scene.house.own,
      centre: scene.house.other,
      items: [promised],
    },
    depositor,
  )
  const { text } = await ask('GET', `/deposit-projects/${project}/deposits`, undefined, depositor)
  const path = `/deposits/${Items.parse(JSON.parse(text)).items[0]?.id ?? ''}`
  const asDepositor = { ...depositor, headers: { 'if-match': '*' } }
  await make(`${path}/beginning`, {}, asDepositor)
  const { recordId } = await read(world, path)
  if (recordId === null) throw new Error('There is no package.')
  await ask('PATCH', `/datasets/${recordId}`, publishable.dataset, asDepositor)
  const [version] = await rows<{ id: string }>(
    'select id from dataset_version where record_id = $1',
    recordId,
  )
  const files = { 'day.csv': 'a,b\n1,2\n', 'stations/名单.csv': '站\n' }
  const services = { objects: world.objects, now: testNow }
  await addFiles({ db: world.db, services }, version?.id ?? '', files)
  const parts = { description: '见 readme', methods: '自动站', quality: '三级质控' }
  await ask('PUT', `${path}/parts`, { parts }, asDepositor)
  return { path, recordId }
}

async function openCentre({ ask, rows, scene }: World): Promise<void> {
  const { house } = scene
  await ask(
    'POST',
    '/deposit-centres',
    { institution: house.other, code: 'DHA' },
    { token: 'demo-admin' },
  )
  await rows(
    `insert into role_grant (person_id, role, institution_id, created_at)
     select $1, 'curator', $2, now() where not exists (
       select 1 from role_grant where person_id = $1 and institution_id = $2
     )`,
    house.people['demo-outsider'],
    house.other,
  )
}

async function read({ ask }: World, path: string) {
  const { text } = await ask('GET', path, undefined, { token: 'demo-admin' })
  return Package.parse(JSON.parse(text))
}

const audited = async ({ count }: World, action: string, path: string) => {
  const found = await count(
    'audit where action = $1 and entity_id = $2',
    action,
    path.split('/').at(-1),
  )
  return found === 1 ? [] : [`${action}: ${found} times`]
}

export const submission: Story = async (world, kill) => {
  const { path } = await prepared(world)
  const asked = { ...depositor, headers: { 'if-match': '*' } }
  const wrong = await world.askTwice(kill, `${path}/submission`, {}, asked)
  const { state } = await read(world, path)
  return [
    ...wrong,
    ...(state === 'unit_check' ? [] : [`the package is ${state}`]),
    ...(await audited(world, 'deposit.submission', path)),
  ]
}

/** One receipt, one number after the other, and the dataset published with it. */
export const acceptance: Story = async (world, kill) => {
  const { make, askTwice, rows, count } = world
  const { path, recordId } = await prepared(world)
  await make(`${path}/submission`, {}, { ...depositor, headers: { 'if-match': '*' } })
  await make(`${path}/approval`, {}, unit)
  const wrong = await askTwice(kill, `${path}/acceptance`, {}, centre)
  const { state, receiptNumber } = await read(world, path)
  const receipts = await rows<{ serial: number; number: string }>(
    'select serial, number from deposit_receipt order by serial',
  )
  const [numbering] = await rows<{ last: number }>('select last from deposit_numbering')
  const published = await count(
    'dataset_version where record_id = $1 and published_at is not null',
    recordId,
  )
  return [
    ...wrong,
    ...(state === 'receipted' && receipts.at(-1)?.number === receiptNumber
      ? []
      : [`the package is ${state} with ${receiptNumber}`]),
    ...(receipts.every(({ serial }, at) => serial === at + 1) && numbering?.last === receipts.length
      ? []
      : [`numbers ${receipts.map(({ serial }) => serial).join()} up to ${numbering?.last}`]),
    ...(published === 1 ? [] : [`${published} versions are published`]),
    ...(await audited(world, 'deposit.acceptance', path)),
  ]
}
