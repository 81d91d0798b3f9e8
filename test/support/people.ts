import { sql } from 'kysely'
import type { Context } from '../../src/core/context.ts'
import { Temporal } from '../../src/core/time.ts'
import { createInstitution } from '../../src/people/institutions/actions.ts'
import { createPerson } from '../../src/people/accounts/actions/people.ts'
import { grantRole } from '../../src/people/roles/actions/roles.ts'
import { createToken } from '../../src/people/tokens/actions.ts'
import type { NewPerson } from '../../src/people/accounts/model/person.ts'
import type { JobPayloads } from '../../src/core/ports.ts'
import { writeAccountLetter } from '../../src/people/jobs.ts'
import type { Services } from '../../src/web/services.ts'

/** A good password of the tests' people. */
export const password = 'tulip cargo osmium'

/** The house itself, for setting a scene. */
export const houseContext = (services: Services, job = 'test'): Context => ({
  db: services.db,
  objects: services.objects,
  images: services.images,
  jobs: services.jobs,
  passwords: services.passwords,
  actor: { type: 'system', job },
  lang: 'zh',
  now: services.now,
  baseUrl: services.baseUrl,
  requestId: 'test',
})

/** A person who can sign in; unnamed things are made up. */
export async function somebody(
  services: Services,
  given: Partial<NewPerson> & { email: string },
): Promise<{ id: string; email: string }> {
  const { id } = await createPerson(houseContext(services), {
    name: given.email.split('@', 1)[0] ?? 'somebody',
    password,
    lang: 'zh',
    isAdmin: false,
    ...given,
  })
  return { id, email: given.email }
}

export async function anInstitution(
  services: Services,
  name: string,
  { approvesMembers = true } = {},
): Promise<string> {
  const ctx = houseContext(services)
  const { id } = await createInstitution(ctx, { name: { zh: name, en: null }, approvesMembers })
  return id
}

export async function aRole(
  services: Services,
  personId: string,
  role: 'curator' | 'steward',
  institution: string,
): Promise<void> {
  await grantRole(houseContext(services), personId, { role, institution })
}

/** A bearer token of a person. */
export async function aToken(
  services: Services,
  personId: string,
  scopes: ('read' | 'write' | 'admin')[] = ['write'],
): Promise<string> {
  const { token } = await createToken(houseContext(services), { name: 'test', scopes, personId })
  return token
}

/** A clock that stands still until it is moved. */
export function stoppedClock(start = '2026-11-23T08:00:00Z') {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    pass: (duration: Temporal.DurationLike) => {
      now = now.add(duration)
    },
  }
}

/** Writes the letters that people asked for, oldest first, as the job does. */
async function writeAsked(services: Services): Promise<void> {
  const { rows } = await sql<{ id: string; payload: JobPayloads['write_account_letter'] }>`
    delete from graphile_worker._private_jobs job
    using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'write_account_letter'
    returning job.id, job.payload
  `.execute(services.db)
  for (const { payload } of rows.toSorted((one, other) => Number(one.id) - Number(other.id)))
    await writeAccountLetter(houseContext(services), payload)
}

/** The newest letter to an address, read from the outbox. */
export async function newestLetter(services: Services, to: string) {
  await writeAsked(services)
  return services.db
    .selectFrom('mail')
    .where('to_address', '=', to)
    .select(['subject', 'body'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** The path of the link in a letter. */
export const linkIn = (body: string | undefined): string =>
  /https?:\/\/[^/\s]+(\/(?:reset|verify|invitations)\/[\w-]+)/.exec(body ?? '')?.[1] ?? ''

/** What was written down of changes, oldest first. */
export async function auditOf({ db }: Services): Promise<string[]> {
  const rows = await db.selectFrom('audit').select('action').orderBy('id').execute()
  return rows.map(({ action }) => action)
}

/** The secret that an answer sets in the session cookie. */
export const sessionCookieIn = (answer: Response): string =>
  /(?:__Host-)?hexi_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
