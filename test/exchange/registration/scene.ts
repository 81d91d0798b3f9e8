import { sql } from 'kysely'
import { expect } from 'vitest'
import { createJobs } from '../../../src/jobs.ts'
import { testHouse } from '../../support/house.ts'
import { publishable } from '../../support/publishable.ts'
import { startRegistries } from '../../support/registries.ts'

export const soil = {
  ...publishable.dataset,
  title: { zh: '祁连山土壤水分', en: 'Soil moisture of the Qilian mountains' },
  summary: { zh: '2014—2019 年逐日土壤水分。', en: null },
}

type Minted = { id: string; value: string; state: string; told: string | null; failure: unknown }

/** A house with accounts at two registries, and a curator who asks for identifiers. */
export async function registrationScene() {
  const registries = await startRegistries()
  const house = await testHouse({ registries: registries.registries })

  const curator = () => house.as('demo-curator')

  async function reserve(record: string, scheme: 'doi' | 'cstr'): Promise<Minted> {
    const answer = await curator().post(`/api/v1/records/${record}/identifiers`, { scheme })
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer.json()
  }

  /** The registry’s jobs that wait, each done once; answers what failed. */
  async function work(): Promise<unknown[]> {
    const { rows } = await sql<{ payload: { identifierId: string } }>`
      delete from graphile_worker._private_jobs job
      using graphile_worker._private_tasks task
      where task.id = job.task_id and task.identifier = 'register_identifier'
      returning job.payload
    `.execute(house.db)
    const failed: unknown[] = []
    for (const { payload } of rows)
      await createJobs(house.services)
        .register_identifier(payload)
        .catch((error: unknown) => failed.push(error))
    return failed
  }

  async function waiting(): Promise<Date[]> {
    const { rows } = await sql<{ at: string }>`
      select run_at::text as at from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'register_identifier'
    `.execute(house.db)
    return rows.map(({ at }) => new Date(at))
  }

  async function stateOf(value: string): Promise<Minted> {
    const { items } = await (await curator().get('/api/v1/identifiers?limit=200')).json()
    const found = items.find((one: Minted) => one.value === value)
    if (!found) throw new Error(`no ${value}`)
    return found
  }

  const published = async (scheme: 'doi' | 'cstr') => {
    const id = await house.add('dataset', soil)
    const { value, id: identifier } = await reserve(id, scheme)
    return { id, value, identifier }
  }

  async function matching(id: string) {
    const { headers } = await curator().get(`/api/v1/datasets/${id}`)
    return { 'if-match': headers.get('etag') ?? '' }
  }

  async function edit(id: string, change: object) {
    const answer = await curator().patch(`/api/v1/datasets/${id}`, change, await matching(id))
    expect(answer.status).toBe(200)
  }

  async function withdraw(id: string) {
    const path = `/api/v1/datasets/${id}/withdrawal`
    const answer = await curator().post(path, { reason: '仪器读数失准' }, await matching(id))
    expect(answer.status).toBe(200)
  }

  return {
    registries,
    house,
    curator,
    reserve,
    work,
    waiting,
    stateOf,
    published,
    matching,
    edit,
    withdraw,
    [Symbol.asyncDispose]: async () => {
      await house[Symbol.asyncDispose]()
      await registries[Symbol.asyncDispose]()
    },
  }
}

export type RegistrationScene = Awaited<ReturnType<typeof registrationScene>>
