import { z } from 'zod'
import { Temporal } from '../../src/core/time.ts'
import { addDataset, addVersion } from '../datasets/scene.ts'
import { testHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

const Created = z.looseObject({ id: z.string() })

/** The id of what was created. */
export function idIn(text: string): string | undefined {
  return text.startsWith('{') ? Created.safeParse(JSON.parse(text)).data?.id : undefined
}

const now = Temporal.Instant.from('2026-11-25T00:30Z')

/**
 * A house in which there is something of everything, and whose curator keeps its bookings too. What goes wrong inside
 * is added to `errors`.
 */
export async function fullHouse(errors: unknown[]) {
  const log = {
    request: () => {},
    info: () => {},
    warn: () => {},
    error: ({ err }: { err?: unknown }) => errors.push(err instanceof Error ? err.stack : err),
  }
  const house = await testHouse({ now: () => now, log })
  const ids = new Map<string, string[]>()
  const add = (collection: string, id: string) => {
    ids.set(collection, [...(ids.get(collection) ?? []), id])
    return id
  }
  await house.db
    .insertInto('role_grant')
    .values({
      person_id: house.people['demo-curator'],
      role: 'steward',
      institution_id: house.own,
      created_at: now,
    })
    .execute()
  const post = async (path: string, body: object, as = 'demo-admin') => {
    const answer = await house.as(as).post(`/api/v1${path}`, body, { 'if-match': '*' })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    const id = idIn(text)
    return id === undefined ? '' : add(path.split('/').at(-1) ?? '', id)
  }
  for (const id of [house.own, house.other]) add('institutions', id)
  for (const id of Object.values(house.people)) add('people', id)
  for (const id of Object.values(house.people)) add('members', id)
  for (const kind of ['instrument', 'instrument', 'dataset', 'accession', 'collection'] as const) {
    const title = { en: `A ${kind}` }
    // oxlint-disable-next-line no-await-in-loop -- each has its place in the order
    const id = await house.add(kind, { ...publishable[kind], institution: house.own, title })
    for (const collection of [`${kind}s`, 'records']) add(collection, id)
  }
  add('libraries', 'forage')
  await addData(house, add)
  const form = new FormData()
  form.set('file', new File(['ACCENUMB,GENUS\nA1,Medicago\nA2,\n'], 'a.csv'))
  const sent = await house.as('demo-curator').post('/api/v1/imports', form)
  add('imports', idIn(await sent.text()) ?? '')
  await addLab({ house, post, add })
  const first = (collection: string) => ids.get(collection)?.[0] ?? ''
  const ofBank = {
    institution: house.own,
    accession: first('accessions'),
    collection: first('collections'),
  }
  const lot = await addStock(post, ofBank)
  await addViability(post, { lot, keeper: house.other })
  await addCharacters(post, ofBank)
  await addDeposits({ house, post, add })
  await addAgreement(post, house.own)
  await post('/requests/fees', { institution: house.own, unit: 'seed', external: 100 })
  await addForms(post, house.own)
  await addSamples({ house, post, add }, ofBank.collection)
  await addDirectory(post, ofBank)
  await addWork(post, ids.get('instruments') ?? [], house.people['demo-researcher'])
  return { ...house, ids, add }
}
export type FullHouse = Awaited<ReturnType<typeof fullHouse>>

/** A dataset with a published version and a draft, each with files. */
async function addData(house: Setting['house'], add: Setting['add']) {
  const { id, number } = await addDataset(house, { input: { access: 'open' } })
  const draft = await addVersion(house, id, { files: { 'new/day.csv': 'day\n1\n' } })
  const files = await house.db.selectFrom('dataset_file').select('id').execute()
  add('versioned', id)
  for (const file of files) add('files', file.id)
  for (const collection of ['datasets', 'records']) add(collection, id)
  for (const version of [number, draft.number]) add('versions', String(version))
}

type Setting = {
  house: Awaited<ReturnType<typeof testHouse>>
  post: (path: string, body: object, as?: string) => Promise<string>
  add: (collection: string, id: string) => string
}

async function addLab({ house, post, add }: Setting): Promise<void> {
  const lab = await post('/labs', { institution: house.own, name: { en: 'Cryosphere' } })
  for (const token of ['demo-pi', 'demo-researcher'] as const) {
    const role = token === 'demo-pi' ? 'pi' : 'member'
    // oxlint-disable-next-line no-await-in-loop -- a member after the other
    await post(`/labs/${lab}/members`, { person: house.people[token], role })
  }
  add(
    'statements',
    await post('/vouchers', {
      code: 'GS-2026-018',
      title: { en: 'Innovation voucher' },
      institution: house.own,
      lab,
      faceFen: 100_000,
      coverPercent: 50,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    }),
  )
}

/** A project that promises three things: one of them begun, one in check with a remark, one receipted. */
async function addDeposits({ house, post, add }: Setting): Promise<void> {
  await post('/deposit-centres', { institution: house.own, code: 'GSG' })
  const item = { dataKind: 'observation', dueOn: '2027-06-30', sharing: 'open' }
  const project = await post('/deposit-projects', {
    title: { en: 'Glaciers' },
    funder: 'MOST',
    awardNumber: '2023YFF1',
    leader: 'Li',
    institution: house.own,
    centre: house.own,
    items: ['Weather', 'Water', 'Ice'].map((en) => ({ title: { en }, ...item })),
  })
  add('deposit-projects', project)
  const { items } = ItemsOfPlan.parse(
    await (await house.as('demo-admin').get(`/api/v1/deposit-projects/${project}/deposits`)).json(),
  )
  for (const { id } of items) {
    add('deposits', id)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await post(`/deposits/${id}/beginning`, {})
  }
  const [, checked, received] = items
  await house.db
    .updateTable('deposit_item')
    .set({ state: 'unit_check' })
    .where('id', '=', checked?.id ?? '')
    .execute()
  await post(`/deposits/${checked?.id}/remarks`, { text: 'Say in which unit.' })
  add('days', '2026-10-01')
  await house.db
    .insertInto('deposit_receipt')
    .values(receiptOf(house.own, received?.id ?? ''))
    .execute()
  add('receipts', 'GSG-2026-0001')
}

const ItemsOfPlan = z.object({ items: z.array(Created) })

const en = (text: string) => ({ zh: null, en: text })

const receiptOf = (centre: string, item: string) => {
  return {
    number: 'GSG-2026-0001',
    centre_id: centre,
    year: 2026,
    serial: 1,
    item_id: item,
    issued_at: now,
    said: JSON.stringify({
      centre: en('Centre'),
      institution: en('Unit'),
      project: en('Glaciers'),
      awardNumber: '2023YFF1',
      funder: 'MOST',
      leader: 'Li',
      title: en('Ice'),
      dataKind: 'observation',
      sharing: 'open',
      embargoUntil: null,
      recordId: item,
      versionNumber: 1,
    }),
    grade: 'general',
    file_count: 0,
    size_bytes: 0,
    manifest: '',
    manifest_sha256: '0'.repeat(64),
  }
}

/** A form of the institution that is published, the draft of its next version, and a project. */
async function addForms(post: Setting['post'], institution: string) {
  const fields = [{ key: 'use', type: 'text', label: en('Use'), required: true }]
  const form = await post('/request-forms', { title: en('Asked'), institution, fields })
  await post(`/request-forms/${form}/publication`, {})
  await post(`/request-forms/${form}/next`, {})
  await post('/projects', { title: 'Drought', purpose: 'Crossing' })
}

/** A donor with a consent, samples, a kit, and a source of a collection of animals. */
async function addSamples({ house, post, add }: Setting, collection: string) {
  const donor = { code: 'D-1', sex: 'female' }
  const donorId = await post(`/collections/${collection}/donors`, donor)
  await post(`/donors/${donorId}/consents`, {
    form: 'ICF 2.1',
    uses: ['health'],
    givenOn: '2020-05-01',
  })
  const sample = { family: 'human', type: 'plasma', amount: 500, unit: 'microlitre' }
  for (const code of ['S-1', 'S-2'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await post(`/collections/${collection}/samples`, { ...sample, code, donor: 'D-1' })
  await post(`/collections/${collection}/kits`, { code: 'K-1' })
  const animals = await house.add('collection', {
    sampleSource: 'animal',
    sampleTypes: ['serum'],
    institution: house.own,
    title: en('Animals'),
  })
  const source = { code: 'Q-1', kind: 'animal', taxon: 'Bos grunniens' }
  add('sample-sources', await post(`/collections/${animals}/sources`, source))
}

/** A biobank with a collection, a network that it is a member of, and a research resource. */
async function addDirectory(
  post: Setting['post'],
  { institution, collection }: { institution: string; collection: string },
) {
  const named = { institution, name: en('Kept') }
  const biobank = await post('/biobanks', named)
  const of = { juristicPerson: 'Union', status: 'active' }
  const network = await post('/networks', { ...named, ...of })
  await post(`/networks/${network}/members`, { kind: 'biobank', member: biobank })
  const resource = await post('/research-resources', named)
  await post(`/research-resources/${resource}/collections`, { collection })
}

/** An agreement with a draft of its text. */
const addAgreement = async (post: Setting['post'], institution: string) =>
  post('/agreements', {
    title: en('Terms'),
    kind: 'other',
    institution,
    body: { zh: '# 一\n{{items}}', en: '# A\n{{items}}' },
  })

type OfBank = { institution: string; accession: string }

/** A name of the taxonomy, a mission, what an accession came through, and what was seen of it in a trial. */
async function addCharacters(post: Setting['post'], { institution, accession }: OfBank) {
  await post('/synonyms', { words: 'alfalfa\nlucerne' })
  await post('/taxa', { scientificName: 'Medicago', rank: 'genus' })
  await post('/missions', { institution, code: 'GS-1999' })
  const named = { code: 'H', name: { en: 'Height' } }
  await post('/traits', { ...named, category: 'agronomic', scale: 'numerical' })
  const trial = await post('/trials', { ...named, institution, season: '2025' })
  const observations = [{ accession, trait: 'H', value: '1' }]
  await post(`/trials/${trial}/observations`, { observations })
  const at = `/accessions/${accession}`
  await post(`${at}/introduction-steps`, { stage: 'introduced', day: '2011', place: 'Lima' })
  await post(`${at}/parents`, { role: 'female', name: 'Longzhong' })
}

/** Places, lots of an accession, and lines of a ledger; the first lot is of seeds. */
async function addStock(post: Setting['post'], { institution, accession }: OfBank) {
  const room = { institution, type: 'room', code: '203' }
  await post('/places', room)
  await post('/places', { ...room, type: 'drawer', code: 'A', parent: '203' })
  const lots = `/accessions/${accession}/lots`
  const lot = await post(lots, { code: 'X-1', unit: 'seed', quantity: 900, place: '203/A' })
  await post(lots, { code: 'X-2', unit: 'gram', quantity: 12.5, thousandSeedGrams: 2.1 })
  await post(`/lots/${lot}/entries`, { kind: 'reserve', quantity: 20, reason: 'A course' })
  return lot
}

/** How seeds are tested, a test that has begun, and what of a lot is kept elsewhere. */
async function addViability(
  post: Setting['post'],
  { lot, keeper }: { lot: string; keeper: string },
) {
  const protocol = await post('/test-protocols', {
    code: 'GS-MEDICAGO',
    name: { en: 'Medicago' },
    speciesGroup: 'Medicago',
    temperature: '20',
    firstCountDay: 4,
    lastDay: 10,
    replicates: 4,
    seedsPerReplicate: 25,
  })
  await post(`/lots/${lot}/viability-tests`, { protocol })
  await post(`/lots/${lot}/safety-duplicates`, { institution: keeper, depositedOn: '2026-01-15' })
}

const hours = (from: string, to: string) => ({
  start: `2026-11-${from}:00Z`,
  end: `2026-11-${to}:00Z`,
})

/** Bookings, orders and upkeep of each instrument. */
async function addWork(post: Setting['post'], instruments: readonly string[], person: string) {
  const researcher = 'demo-researcher'
  for (const id of instruments) {
    const here = (path: string) => `/instruments/${id}/${path}`
    const training = { title: 'Safety', place: 'Hall 2', seats: 5, kinds: ['safety'] }
    const work: [path: string, body: object, as?: string][] = [
      [here('bookings'), { ...hours('26T01', '26T03'), purpose: 'Thin sections' }, researcher],
      [here('bookings'), { ...hours('27T01', '27T03'), purpose: 'Thin sections' }, researcher],
      [here('holds'), hours('28T01', '28T03'), researcher],
      [here('problems'), { severity: 'note', description: 'It hums.' }, researcher],
      [
        here('services'),
        {
          title: { en: 'Analysis' },
          unit: 'sample',
          turnaroundDays: 7,
          prices: { external: 5000 },
          fields: [],
        },
      ],
      [here('trainings'), { ...training, ...hours('30T01', '30T03') }],
      [here('maintenance-plans'), { name: 'Clean it', kind: 'maintenance', everyDays: 30 }],
      [here('outages'), { reason: 'Moved', kind: 'other', ...hours('29T01', '29T03') }],
      [here('qualifications'), { kind: 'safety', person }],
    ]
    for (const [path, body, as] of work) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const made = await post(path, body, as)
      // oxlint-disable-next-line no-await-in-loop -- the same
      if (path === here('services')) await post(`${path}/${made}/orders`, {}, researcher)
    }
  }
  await post('/calendar-feeds', { kind: 'person' }, researcher)
}
