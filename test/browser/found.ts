import { findDirectory, type FoundDirectory } from './directory-cases.ts'
import { findDeposits, type FoundDeposits } from './deposit-cases.ts'
import { findAgreements, type FoundAgreements } from './agreement-cases.ts'
import { findRequests, type FoundRequests } from './request-cases.ts'
import { findDatasets, type FoundDatasets } from './dataset-cases.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Kind, kinds } from '../../src/catalog/records/model/record.ts'
import type { Temporal } from '../../src/core/time.ts'
import { findImports, type FoundImports } from './import-cases.ts'
import { findCharges, type FoundCharges } from './charge-cases.ts'
import { approvedRequest, type FoundFulfilment } from './fulfilment-cases.ts'
import { findForms, type FoundForms } from './form-cases.ts'
import { findGermplasm, type FoundGermplasm } from './germplasm-cases.ts'
import { findSampleImport, type FoundSampleImport } from './sample-import-cases.ts'
import { findKeptSamples, type FoundKeptSamples } from './kept-sample-cases.ts'
import { findOrders, type FoundOrders } from './order-cases.ts'
import { findBookings, type FoundBookings } from './booking-cases.ts'
import type { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import { findSamples, type FoundSamples } from './sample-cases.ts'
import { findStock, type FoundStock } from './stock-cases.ts'
import { findStores, type FoundStores } from './store-cases.ts'
import { findTraits, type FoundTraits } from './trait-cases.ts'
import { type FoundUpkeep, findUpkeep } from './upkeep.ts'
import { findViability, type FoundViability } from './viability-cases.ts'

export type Who = keyof typeof demoSignIns

/** Things of a running demo that its pages are about. */
export type Found = {
  /** A day, by the clock of the demo, on which nothing is taken yet. */
  freeDay: string
  published: Record<Kind, string>
  withdrawn: string
  draft: string
  /** Of the published accession. */
  picture: string
  institution: string
  /** Whose instrument the published one is. */
  owner: string
  bookings: FoundBookings
  lab: string
  person: string
  /** Path of the newest letter. */
  letter: string
  links: Record<Link, string>
  upkeep: FoundUpkeep
  charges: FoundCharges
  orders: FoundOrders
  stock: FoundStock
  keptSamples: FoundKeptSamples
  sampleImports: FoundSampleImport
  stores: FoundStores
  viability: FoundViability
  traits: FoundTraits
  datasets: FoundDatasets
  deposits: FoundDeposits
  directory: FoundDirectory
  agreements: FoundAgreements
  requests: FoundRequests
  fulfilment: FoundFulfilment
  forms: FoundForms
  germplasm: FoundGermplasm
  imports: FoundImports
  samples: FoundSamples
  /** There is one only while something is to be done. */
  job?: string
}

const links = ['reset', 'verify', 'invitations'] as const
type Link = (typeof links)[number]

/** Asks a demo through its own doors for one of each thing, and has it write the letters whose links are pages. */
export async function findThings(origin: string, now: Temporal.Instant): Promise<Found> {
  const published = await Promise.all(
    kinds.map(async (kind) => [
      kind,
      await firstAt(origin, `/api/v1/records?kind=${kind}&has_image=true`),
    ]),
  )
  const records = z.record(z.enum(kinds), z.string()).parse(Object.fromEntries(published))
  const institution = await firstAt(origin, '/api/v1/institutions')
  const stock = await findStock(origin)
  const stores = await findStores(origin)
  const keptSamples = await findKeptSamples((path) => firstAt(origin, path))
  const job = await findFirst(origin, '/api/v1/jobs?state=waiting')
  return {
    freeDay: now
      .add({ hours: 22 * 24 })
      .toString()
      .slice(0, 10),
    published: records,
    withdrawn: await linkedFrom(origin, '/desk?state=withdrawn', /\/records\/([\da-f-]{36})/),
    draft: await linkedFrom(origin, '/desk?state=draft', /\/records\/([\da-f-]{36})/),
    picture: await linkedFrom(
      origin,
      `/records/${records.accession}/pictures`,
      /\/pictures\/([\da-f-]{36})/,
    ),
    institution,
    owner: await ownerOf(origin, records.instrument),
    bookings: await findBookings(origin, now),
    lab: await firstAt(origin, '/api/v1/labs'),
    person: await firstAt(origin, '/api/v1/people'),
    upkeep: await findUpkeep(origin, { instrument: records.instrument, now }),
    charges: await findCharges(origin),
    orders: await findOrders(origin),
    stock,
    stores,
    fulfilment: await approvedRequest(origin, stock, `PICK-${randomUUID().slice(0, 8)}`),
    viability: await findViability(origin),
    traits: await findTraits((path) => firstAt(origin, path)),
    germplasm: await findGermplasm((path) => firstAt(origin, path)),
    keptSamples,
    sampleImports: await findSampleImport(origin, keptSamples.people),
    datasets: await findDatasets(origin, { now, first: (path) => firstAt(origin, path) }),
    deposits: await findDeposits(origin),
    directory: await findDirectory((path) => firstAt(origin, path)),
    agreements: await findAgreements((path) => firstAt(origin, path)),
    requests: await findRequests(origin),
    forms: await findForms(origin, institution),
    imports: await findImports(origin, institution),
    samples: await findSamples(origin),
    ...(await lettersOf(origin, institution)),
    ...(job && { job }),
  }
}

const asAdmin = { authorization: 'Bearer demo-admin' }
const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) })

async function textAt(origin: string, path: string): Promise<string> {
  const answer = await fetch(origin + path, { headers: asAdmin })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.text()
}

const findFirst = async (origin: string, path: string): Promise<string | undefined> =>
  Items.parse(JSON.parse(await textAt(origin, path))).items[0]?.id

async function firstAt(origin: string, path: string): Promise<string> {
  const id = await findFirst(origin, path)
  if (!id) throw new Error(`the demo has nothing at ${path}`)
  return id
}

const Owned = z.object({ institution: z.object({ id: z.string() }) })

/** The institution of a record. */
const ownerOf = async (origin: string, record: string): Promise<string> =>
  Owned.parse(JSON.parse(await textAt(origin, `/api/v1/records/${record}`))).institution.id

async function linkedFrom(origin: string, path: string, link: RegExp): Promise<string> {
  const found = link.exec(await textAt(origin, path))?.[1]
  if (!found) throw new Error(`nothing is linked from ${path}`)
  return found
}

async function lettersOf(origin: string, institution: string) {
  const email = `guest-${randomUUID()}@hexi.example`
  await send(`${origin}/register`, new URLSearchParams({ name: 'Guest', email }))
  await send(`${origin}/forgot`, new URLSearchParams({ email: 'researcher@hexi.example' }))
  await send(`${origin}/api/v1/invitations`, JSON.stringify({ email, institution, role: 'member' }))
  // A job writes what was asked for at `/register` and `/forgot`.
  for (let tries = 0; ; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- until all are written
    const { letter, bodies } = await lettersAt(origin)
    const found = links.map((name) => [name, linkIn(bodies, name)] as const)
    const missing = found.find(([, link]) => link === undefined)
    if (!missing)
      return { letter, links: z.record(z.enum(links), z.string()).parse(Object.fromEntries(found)) }
    if (tries === mostTries) throw new Error(`no letter carries a link to /${missing[0]}`)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await sleep(500)
  }
}

const mostTries = 120

async function lettersAt(origin: string) {
  const outbox = await textAt(origin, '/outbox')
  const paths = [...outbox.matchAll(/"(\/outbox\/[\w-]+)"/g)].map(([, path = '']) => path)
  const bodies = await Promise.all(paths.slice(0, 40).map(async (path) => textAt(origin, path)))
  return { letter: paths[0] ?? '', bodies }
}

async function send(address: string, body: string | URLSearchParams): Promise<void> {
  const headers = { ...asAdmin, 'content-type': 'application/json' }
  const answer = await fetch(address, {
    method: 'POST',
    body,
    ...(typeof body === 'string' && { headers }),
  })
  // Asked too often lately: then the letters of those times are still there.
  if (!answer.ok && answer.status !== 429) throw new Error(`${address} answered ${answer.status}`)
}

function linkIn(bodies: readonly string[], name: Link): string | undefined {
  const link = new RegExp(`https?://[^/\\s]+(/${name}/[\\w-]+)`)
  return bodies.flatMap((body) => link.exec(body)?.[1] ?? [])[0]
}
