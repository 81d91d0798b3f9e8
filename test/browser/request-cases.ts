import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { PageCase } from './cases.ts'

export type FoundRequests = {
  permit: string
  record: string
  draft: string
  consent: string
  open: string
  decision: string
  absence: string
}

const Permits = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })

/** What the pages of sharing requests are about. */
export async function findRequests(origin: string): Promise<FoundRequests> {
  const { items } = Permits.parse(await (await fetch(`${origin}/api/v1/permits?limit=1`)).json())
  const { record, supervisor, wantConsent } = await askingForConsent(origin)
  const draft = await begun(origin, { items: [{ record }] })
  const sent = await begun(origin, { items: [{ record }], supervisor })
  const { number } = z
    .looseObject({ number: z.string() })
    .parse(await asked(origin, `/requests/${sent}/submission`, { body: {} }))
  // The demo goes on as it was.
  await wantConsent(false)
  return {
    ...(await decidedAtOnce(origin, record)),
    permit: items[0]?.id ?? '',
    record,
    draft,
    consent: await consentLetter(origin, number),
    absence: await absent(origin),
  }
}

/** An absence of a curator, half a year from now, for whom a researcher acts. */
async function absent(origin: string): Promise<string> {
  const as = 'demo-curator'
  const page = await fetch(`${origin}/requests/away`, {
    headers: { authorization: `Bearer ${as}` },
  })
  const found = /name="institution".*?<option value="([\da-f-]{36})"/s.exec(await page.text())
  const delegate = 'researcher@hexi.example'
  const body = { institution: found?.[1], from: day(180), until: day(190), delegate }
  return Id.parse(await asked(origin, '/steward-absences', { body, as })).id
}

/** A request that waits for its provider, and one answer that was given to several. */
async function decidedAtOnce(origin: string, record: string) {
  const [open, other] = [
    await begun(origin, { items: [{ record }] }),
    await begun(origin, { items: [{ record }] }),
  ]
  await asked(origin, `/requests/${open}/submission`, { body: {} })
  await asked(origin, `/requests/${other}/submission`, { body: {} })
  const body = { requests: [other], answer: 'rejected', reason: '暂不提供' }
  const decision = await asked(origin, '/request-decisions', { body, as: 'demo-admin' })
  return { open, decision: Id.parse(decision).id }
}

/** The day that is so many days from today. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const Id = z.looseObject({ id: z.string() })
const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })).min(1) })

type Sending = { body?: object; method?: string; as?: string }

/** Asks the API as somebody of the demo; the researcher where nothing else is said. */
export async function asked(origin: string, path: string, { body, method, as }: Sending = {}) {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: {
      authorization: `Bearer ${as ?? 'demo-researcher'}`,
      'content-type': 'application/json',
      'if-match': '*',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
  return text && JSON.parse(text)
}

const begun = async (origin: string, body: object): Promise<string> =>
  Items.parse(await asked(origin, '/requests', { body })).items[0]?.id ?? ''

/** A dataset on request whose provider asks for a supervisor's consent, and who may consent for the researcher. */
export async function askingForConsent(origin: string) {
  const found = await asked(origin, '/records?kind=dataset&access=on_request&limit=1')
  const record = Items.parse(found).items[0]?.id ?? ''
  const draft = await begun(origin, { items: [{ record }] })
  const { provider, collection } = z
    .looseObject({ provider: Id, collection: Id.nullable() })
    .parse(await asked(origin, `/requests/${draft}`))
  const of = collection ? `?collection=${collection.id}` : ''
  const wantConsent = async (needsConsent: boolean) =>
    asked(origin, `/request-providers/${provider.id}${of}`, {
      method: 'PUT',
      body: { answerDays: 10, quorum: 0, needsConsent, appealDays: 30 },
      as: 'demo-admin',
    })
  await wantConsent(true)
  const page = await fetch(`${origin}/requests/new?record=${record}`, {
    headers: { authorization: 'Bearer demo-researcher' },
  })
  const supervisor = /name="supervisor".*?<option value="([\da-f-]{36})"/s.exec(await page.text())
  return { record, supervisor: supervisor?.[1], wantConsent }
}

/** The letter that asks for consent to a request, by its number or id: the path of its link. */
export async function consentLetter(origin: string, number: string): Promise<string> {
  const textAt = async (path: string) =>
    (await fetch(origin + path, { headers: { authorization: 'Bearer demo-admin' } })).text()
  for (let tries = 0; tries < 120; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- until it is written
    const letters = [...(await textAt('/outbox')).matchAll(/"(\/outbox\/[\w-]+)"/g)]
    for (const [, path = ''] of letters.slice(0, 40)) {
      // oxlint-disable-next-line no-await-in-loop -- the newest first
      const letter = await textAt(path)
      const link = /\/consent\/[\w-]{20,}/.exec(letter)?.[0]
      if (link !== undefined && letter.includes(number)) return link
    }
    // oxlint-disable-next-line no-await-in-loop -- the same
    await pause(500)
  }
  throw new Error(`no letter asks for consent to ${number}`)
}

export const requestCases = ({
  permit,
  record,
  draft,
  consent,
  open,
  decision,
  absence,
}: FoundRequests): PageCase[] => [
  { name: 'requests-desk', path: '/requests/desk', as: 'demo-admin' },
  {
    name: 'requests-decision',
    path: `/requests/desk/decision?request=${open}`,
    as: 'demo-admin',
  },
  { name: 'requests-decided', path: `/requests/desk/decisions/${decision}`, as: 'demo-admin' },
  { name: 'requests-away', path: '/requests/away', as: 'demo-curator' },
  { name: 'requests-absence', path: `/requests/away/${absence}`, as: 'demo-curator' },
  { name: 'consents', path: '/consents', as: 'demo-pi' },
  { name: 'entitlements', path: '/entitlements', as: 'demo-researcher' },
  { name: 'consent-link', path: consent },
  { name: 'request-settings', path: '/requests/settings', as: 'demo-curator' },
  { name: 'request-new', path: `/requests/new?record=${record}`, as: 'demo-researcher' },
  { name: 'requests', path: '/requests', as: 'demo-researcher' },
  { name: 'request', path: `/requests/${draft}`, as: 'demo-researcher' },
  { name: 'request-edit', path: `/requests/${draft}/edit`, as: 'demo-researcher' },
  { name: 'fees', path: '/requests/fees', as: 'demo-curator' },
  { name: 'permits', path: '/permits' },
  { name: 'permits-of', path: '/permits?material=human_material', as: 'demo-admin' },
  { name: 'permit-new', path: '/permits/new', as: 'demo-admin' },
  { name: 'permit', path: `/permits/${permit}`, as: 'demo-admin' },
]
