import { sql } from 'kysely'
import { tellOfRequest } from '../../src/requests/conversation/jobs.ts'
import { tellPeople } from '../../src/notices/jobs.ts'
import type { JobPayloads } from '../../src/core/ports.ts'
import type { Services } from '../../src/web/services.ts'
import { houseContext } from './people.ts'

/** Notes what waits to be told of requests, without waiting for more. */
export async function tellRequests(services: Services, { times = 1 } = {}): Promise<void> {
  const waiting = await sql<{ payload: JobPayloads['tell_request'] }>`
    delete from graphile_worker._private_jobs job
    using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'tell_request'
    returning job.payload
  `.execute(services.db)
  for (const { payload } of waiting.rows)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as letters are read
    for (let time = 0; time < times; time += 1) await tellOfRequest(houseContext(services), payload)
}

/** Tells people what waits to be told, `times` over, oldest first. */
export async function tellWaiting(services: Services, { times = 1 } = {}): Promise<void> {
  await tellRequests(services, { times })
  const { rows } = await sql<{ id: string; payload: JobPayloads['tell_people'] }>`
    delete from graphile_worker._private_jobs job
    using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'tell_people'
    returning job.id, job.payload
  `.execute(services.db)
  const facts = rows.toSorted((one, other) => Number(one.id) - Number(other.id))
  for (const { payload } of facts)
    for (let time = 0; time < times; time += 1) await tellPeople(houseContext(services), payload)
}
