import type { ChargeScene } from '../charges/scene.ts'
import { formOf, photo } from '../files/scene.ts'
import { answerOf, at } from '../bookings/scene.ts'
import { createJobs } from '../../src/jobs.ts'
import { aToken } from '../support/people.ts'
import { furnishForms } from './furnished-forms.ts'
import { furnishAbsences, furnishRequests } from './furnished-requests.ts'
import { furnishEntitlements } from './furnished-entitlements.ts'
import { furnishAgreements } from './furnished-agreements.ts'
import { furnishDirectory } from './furnished-directory.ts'
import { furnishConsents } from './furnished-consents.ts'
import { furnishFulfilment } from './furnished-fulfilment.ts'
import { furnishDatasets } from './furnished-datasets.ts'
import { furnishSamples } from './furnished-samples.ts'
import { furnishStores } from './furnished-stores.ts'
import { furnishViability } from './furnished-viability.ts'

type Who =
  | 'demo-admin'
  | 'demo-researcher'
  | 'demo-pi'
  | 'demo-steward'
  | 'demo-curator'
  | 'demo-outsider'

/** A file whose three altitudes are read as something else than was typed. */
async function sendImport(scene: ChargeScene, day: string): Promise<string> {
  const rows = [1, 2, 3].map((each) => `L${day}-${each},Medicago,19${each}0m`)
  const form = new FormData()
  form.set('file', new File([`ACCENUMB,GENUS,ELEVATION\n${rows.join('\n')}\n`], `${day}.csv`))
  const answer = await scene.as('demo-curator').post('/api/v1/imports', form)
  if (answer.status !== 202) throw new Error(await answer.text())
  return String((await answerOf(answer)).body.id)
}

/** Three or more of what has a list: of the scene's instrument, lab and institution, and of its researcher. */
export async function furnish(scene: ChargeScene) {
  const { instrument } = scene
  const here = `/instruments/${instrument}`
  const post = async (path: string, body: object, as: Who = 'demo-steward') => {
    const answer = await answerOf(scene.as(as).post(`/api/v1${path}`, body))
    if (answer.status > 299) throw new Error(`${path} ${JSON.stringify(answer.body)}`)
    return answer.body.id ?? ''
  }
  const days = ['03', '04', '05'] as const
  const bookings: string[] = []
  let imported = ''
  for (const day of days) {
    const other = await scene.add('instrument', {
      institution: scene.own,
      title: { zh: `显微镜 ${day}` },
      instrCategory: '010000',
      function: '成像',
    })
    await post(
      `/records/${instrument}/relations`,
      { to: other, type: 'References' },
      'demo-curator',
    )
    bookings.push(await scene.reserve(`${day} 04:00`, `${day} 05:00`))
    const service = await post(`${here}/services`, {
      title: { zh: `分析 ${day}` },
      unit: 'sample',
      turnaroundDays: 7,
    })
    await post(
      `${here}/services/${service}/orders`,
      { answers: {}, samples: [{ name: '土样', quantity: '3 g' }] },
      'demo-researcher',
    )
    await post(
      '/vouchers',
      {
        code: `gs-${day}`,
        title: { zh: '创新券' },
        institution: scene.own,
        lab: scene.lab,
        faceFen: 20_000,
        coverPercent: 50,
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
      },
      'demo-curator',
    )
    const unit = { '03': 'seed', '04': 'gram', '05': 'vial' }[day]
    const fee = { institution: scene.own, unit, external: 100 }
    await post('/requests/fees', fee, 'demo-curator')
    await post('/institutions', { name: { zh: `研究所 ${day}` } }, 'demo-admin')
    await post('/labs', { institution: scene.own, name: { zh: `课题组 ${day}` } }, 'demo-curator')
    await post(`${here}/outages`, {
      kind: 'maintenance',
      reason: '换灯丝',
      start: at(`${day} 10:00`),
      end: at(`${day} 11:00`),
    })
    await post(
      `${here}/problems`,
      { description: '真空度下降', severity: 'note' },
      'demo-researcher',
    )
    await post(`${here}/maintenance-plans`, {
      kind: 'maintenance',
      name: `换泵油 ${day}`,
      everyDays: 90,
      lastDoneAt: '2025-11-01T08:00Z',
    })
    const ended = await post(`${here}/maintenance-plans`, {
      kind: 'calibration',
      name: `校准 ${day}`,
      everyDays: 30,
    })
    await post(`${here}/maintenance-plans/${ended}/completions`, { note: '合格' })
    await post(`${here}/maintenance-plans/${ended}/ending`, {})
    await post(`/instruments/${other}/qualifications`, {
      email: 'researcher@hexi.example',
      kind: 'training',
    })
    await post(`${here}/trainings`, {
      title: `上机培训 ${day}`,
      place: '3 号楼 201',
      start: at(`${day} 01:00`),
      end: at(`${day} 03:00`),
      seats: 2,
      kinds: ['training'],
      validMonths: 24,
    })
    await aToken(scene.services, scene.people['demo-researcher'])
    await post('/calendar-feeds', { kind: 'instrument', instrument: other })
    imported = await sendImport(scene, day)
  }
  await createJobs(scene.services).run_import({ importId: imported })
  await scene.reserve('09 02:00', '09 03:00', { as: 'demo-steward' })
  for (const purpose of days)
    await post(
      `${here}/waitlist`,
      { from: at('09 02:00'), to: at('09 03:00'), minutes: 60, purpose },
      'demo-researcher',
    )
  for (const email of ['researcher', 'pi', 'curator'])
    await post(`${here}/qualifications`, { email: `${email}@hexi.example`, kind: 'training' })
  await scene.as('demo-pi').post(`/api/v1/labs/${scene.lab}/members`, {
    person: scene.people['demo-steward'],
    role: 'member',
  })
  await tell(scene, bookings)
  const grown = await furnishGermplasm(scene, post)
  const stock = await furnishStock(scene, post, grown.accession)
  await furnishViability(scene, post, { ...grown, ...stock })
  await furnishStores(scene, post, stock.place)
  const trials = await furnishTrials(scene, post, grown.accession)
  const data = await furnishDatasets(scene)
  await furnishIdentifiers(scene)
  const deposits = await furnishDeposits(scene, post)
  const agreements = await furnishAgreements(scene, post)
  await furnishConsents(scene, post)
  await furnishForms(scene, post)
  await furnishRequests(scene)
  await furnishAbsences(scene)
  const directory = await furnishDirectory(scene)
  const fulfilment = await furnishFulfilment(scene, post)
  await furnishEntitlements(scene)
  const kept = await furnishSamples(scene, post)
  return {
    instrument,
    booking: bookings[0] ?? '',
    imported,
    ...grown,
    ...stock,
    ...trials,
    ...data,
    ...deposits,
    ...agreements,
    ...directory,
    ...fulfilment,
    kept,
  }
}

/** An identifier each of three records, as a registry would have been told of them. */
async function furnishIdentifiers({ db, services }: ChargeScene) {
  const records = await db.selectFrom('record').select('id').orderBy('id').limit(3).execute()
  const rows = records.map(({ id }, index) => ({
    record_id: id,
    scheme: 'doi',
    value: `10.5072/hexi.${index}`,
    reserved_at: services.now(),
  }))
  await db.insertInto('minted_identifier').values(rows).execute()
}

/** Three centres; three projects, the last of which promises three things, one of them in check with three remarks. */
async function furnishDeposits(scene: ChargeScene, post: Post) {
  let project = ''
  for (const [index, institution] of [scene.own, scene.other, ''].entries()) {
    const of =
      institution || (await post('/institutions', { name: { zh: '数据中心' } }, 'demo-admin'))
    await post('/deposit-centres', { institution: of, code: `C${index}` }, 'demo-admin')
    const items = ['气象', '水文', '冰川'].map((zh) => ({
      title: { zh },
      dataKind: 'observation',
      dueOn: '2027-06-30',
      sharing: 'open',
    }))
    project = await post(
      '/deposit-projects',
      {
        title: { zh: '祁连山' },
        funder: '科学技术部',
        awardNumber: `2023YFF${index}`,
        leader: '李',
        institution: scene.own,
        centre: scene.own,
        items,
      },
      'demo-researcher',
    )
  }
  const items = await scene.db
    .selectFrom('deposit_item')
    .where('project_id', '=', project)
    .select('id')
    .execute()
  for (const { id } of items)
    await scene
      .as('demo-researcher')
      .post(`/api/v1/deposits/${id}/beginning`, {}, { 'if-match': '*' })
  await scene.db.updateTable('deposit_item').set({ state: 'unit_check' }).execute()
  const deposit = items[0]?.id ?? ''
  for (const text of ['缺少单位', '缺少坐标', '缺少质控'])
    await post(`/deposits/${deposit}/remarks`, { text }, 'demo-curator')
  return { project, deposit }
}

type Post = (path: string, body: object, as?: Who) => Promise<string>

/** Three names of the taxonomy, three missions, and what one of them collected, one of it introduced in three steps. */
async function furnishGermplasm(scene: ChargeScene, post: Post) {
  const accessions: string[] = []
  let mission = ''
  for (const genus of ['Chenopodium', 'Medicago', 'Olea']) {
    await post('/taxa', { scientificName: genus, rank: 'genus' }, 'demo-curator')
    const coded = { institution: scene.own, code: `GS-${genus}` }
    const id = await post('/missions', coded, 'demo-curator')
    if (genus === 'Olea') mission = id
    const passport = { accenumb: `T ${genus}`, genus, species: 'sp.', collmissid: 'GS-Olea' }
    accessions.push(await scene.add('accession', { title: { zh: genus }, ...passport }))
  }
  const [accession = ''] = accessions
  for (const [stage, day] of [
    ['introduced', '2011'],
    ['quarantine', '2012'],
    ['demonstration', '2016'],
  ])
    await post(
      `/accessions/${accession}/introduction-steps`,
      { stage, day, place: '天祝' },
      'demo-curator',
    )
  return { accession, mission }
}

/** A room with drawers, and lots of one accession that lie there. */
async function furnishStock(scene: ChargeScene, post: Post, accession: string) {
  const add = (code: string, more: object = {}) =>
    post('/places', { institution: scene.own, type: 'room', code, ...more }, 'demo-curator')
  const place = await add('203')
  const lots: string[] = []
  for (const code of ['A', 'B', 'C']) {
    await add(code)
    await add(code, { type: 'drawer', parent: '203' })
    const body = { code: `ZXM-${code}`, unit: 'seed', quantity: 900, place: `203/${code}` }
    lots.push(await post(`/accessions/${accession}/lots`, body, 'demo-curator'))
    await post(`/lots/${lots[0]}/entries`, { kind: 'out', quantity: 10 }, 'demo-curator')
    await post(
      `/lots/${lots[0]}/entries`,
      { kind: 'reserve', quantity: 5, reason: '引种' },
      'demo-curator',
    )
  }
  return { place, lot: lots[0] ?? '' }
}

/** Three traits, three trials, three plots of an accession, and three pictures of the last trait. */
async function furnishTrials(scene: ChargeScene, post: Post, accession: string) {
  let [trial, trait] = ['', '']
  for (const code of ['T1', 'T2', 'T3']) {
    const named = { code, name: { zh: code } }
    trait = await post(
      '/traits',
      { ...named, category: 'agronomic', scale: 'numerical' },
      'demo-curator',
    )
    trial = await post(
      '/trials',
      { ...named, institution: scene.own, season: '2025' },
      'demo-curator',
    )
  }
  const observations = ['T1', 'T2', 'T3'].map((code) => ({ accession, trait: code, value: '1' }))
  await post(`/trials/${trial}/observations`, { observations }, 'demo-curator')
  for (const colour of ['#774433', '#447733', '#334477']) {
    const images = `/api/v1/records/${accession}/images`
    const picture = await answerOf(
      scene.as('demo-curator').post(images, formOf(await photo(colour))),
    )
    const shows = { picture: picture.body.id, trait }
    await post(`/accessions/${accession}/trait-pictures`, shows, 'demo-curator')
  }
  return { trial, trait }
}

const tell = async ({ db, instrument, people, clock }: ChargeScene, bookings: readonly string[]) =>
  db
    .insertInto('notice')
    .values(
      bookings.map((id) => ({
        instrument_id: instrument,
        booking_id: id,
        booking_starts_at: clock.now,
        booking_ends_at: clock.now.add({ hours: 1 }),
        fact_id: id,
        subject_zh: '预约已确认',
        subject_en: 'Booking confirmed',
        path: `/bookings/${id}`,
        person_id: people['demo-researcher'],
        kind: 'confirmed',
        occurred_at: clock.now,
        told_at: clock.now,
        by_letter: true,
      })),
    )
    .execute()
