import { z } from 'zod'
import { type Kind, kinds } from '../../src/catalog/model/record.ts'
import type { demoSignIns } from '../../src/people/rules/demo.ts'

export type Who = keyof typeof demoSignIns

/** Things of a running demo that its pages are about. */
export type Found = {
  published: Record<Kind, string>
  withdrawn: string
  draft: string
  /** Of the published accession. */
  picture: string
  institution: string
  lab: string
  person: string
  /** Path of the newest letter. */
  letter: string
  links: Record<Link, string>
  /** There is one only while something is to be done. */
  job?: string
}

const links = ['reset', 'verify', 'invitations'] as const
type Link = (typeof links)[number]

/** Asks a demo through its own doors for one of each thing, and has it write the letters whose links are pages. */
export async function findThings(origin: string): Promise<Found> {
  const demo = asking(origin)
  const [instrument, dataset, accession, collection] = await Promise.all(
    kinds.map(async (kind) => demo.first(`/api/v1/records?kind=${kind}&has_image=true`)),
  )
  const published = { instrument, dataset, accession, collection }
  const institution = await demo.first('/api/v1/institutions')
  const letters = await demo.letters(institution)
  const job = await demo.findFirst('/api/v1/jobs?state=waiting')
  return {
    published: z.record(z.enum(kinds), z.string()).parse(published),
    withdrawn: await demo.linked('/desk?state=withdrawn', /\/records\/([\da-f-]{36})/),
    draft: await demo.linked('/desk?state=draft', /\/records\/([\da-f-]{36})/),
    picture: await demo.linked(`/records/${accession}/pictures`, /\/pictures\/([\da-f-]{36})/),
    institution,
    lab: await demo.first('/api/v1/labs'),
    person: await demo.first('/api/v1/people'),
    ...letters,
    ...(job && { job }),
  }
}

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) })

function asking(origin: string) {
  const bearer = (who: Who) => ({ authorization: `Bearer ${who}` })
  const text = async (path: string, who: Who) => {
    const answer = await fetch(origin + path, { headers: bearer(who) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }
  const findFirst = async (path: string) =>
    Items.parse(JSON.parse(await text(path, 'demo-admin'))).items[0]?.id
  const linked = async (path: string, link: RegExp, who: Who = 'demo-curator') => {
    const found = link.exec(await text(path, who))?.[1]
    if (!found) throw new Error(`nothing is linked from ${path}`)
    return found
  }
  return {
    findFirst,
    linked: async (path: string, link: RegExp) => linked(path, link, 'demo-admin'),
    first: async (path: string) => {
      const id = await findFirst(path)
      if (!id) throw new Error(`the demo has nothing at ${path}`)
      return id
    },
    letters: async (institution: string) => {
      const send = async (path: string, body: Record<string, string>, headers = {}) => {
        const answer = await fetch(origin + path, {
          method: 'POST',
          headers,
          body: 'authorization' in headers ? JSON.stringify(body) : new URLSearchParams(body),
        })
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
      }
      const email = `guest-${Date.now()}@hexi.example`
      const api = { ...bearer('demo-admin'), 'content-type': 'application/json' }
      await send('/register', { name: 'Guest', email })
      await send('/forgot', { email: 'researcher@hexi.example' })
      await send('/api/v1/invitations', { email, institution, role: 'member' }, api)
      const outbox = await text('/outbox', 'demo-admin')
      const paths = [...outbox.matchAll(/"(\/outbox\/[\w-]+)"/g)].map(([, path = '']) => path)
      const bodies = await Promise.all(
        paths.slice(0, 12).map(async (path) => text(path, 'demo-admin')),
      )
      const entries = links.map((name) => [name, linkIn(bodies, name)])
      return {
        letter: paths[0] ?? '',
        links: z.record(z.enum(links), z.string()).parse(Object.fromEntries(entries)),
      }
    },
  }
}

function linkIn(bodies: readonly string[], name: Link): string {
  const link = new RegExp(`https?://[^/\\s]+(/${name}/[\\w-]+)`)
  for (const body of bodies) {
    const found = link.exec(body)?.[1]
    if (found) return found
  }
  throw new Error(`no letter carries a link to /${name}`)
}
