import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Services } from '../../src/web/services.ts'
import { scene } from '../people/scene.ts'
import { aToken, auditOf, somebody } from '../support/people.ts'

test('an administrator sees what was given up, with its last error', async () => {
  await using s = await queueScene()
  const [job] = await s.deadJobs(1)
  const list = await (await s.ask('GET', '/api/v1/jobs?state=dead', { token: s.admin })).json()
  expect(list).toMatchObject({
    items: [{ id: job, task: 'send_mail', state: 'dead', lastError: 'no route to host' }],
    next: null,
    total: { value: 1, relation: 'eq' },
  })
  const page = await (await s.ask('GET', '/admin/jobs', { token: s.admin })).text()
  expect(page).toContain('no route to host')
  expect(page).toContain('发送邮件')
})

test('what an error says is shown as text, never as markup', async () => {
  await using s = await queueScene()
  await s.deadJobs(1, '<img src=x onerror=alert(1)>')
  const page = await (await s.ask('GET', '/admin/jobs', { token: s.admin })).text()
  expect(page).not.toContain('<img src=x')
  expect(page).toContain('&lt;img src=x')
})

test('a job that is tried again has all its tries, from now on, and the audit says so', async () => {
  await using s = await queueScene()
  const [job = ''] = await s.deadJobs(1)
  const answer = await s.ask('POST', `/api/v1/jobs/${job}/retry`, { token: s.admin })
  expect(await answer.json()).toMatchObject({ id: job, state: 'waiting', attempts: 0 })
  const list = await (await s.ask('GET', '/api/v1/jobs', { token: s.admin })).json()
  expect(list).toMatchObject({ items: [{ id: job, state: 'waiting', attempts: 0 }] })
  expect(await auditOf(s.services)).toContain('job.retry')
})

test('a discarded job is gone, and discarding it again finds nothing', async () => {
  await using s = await queueScene()
  const [job = ''] = await s.deadJobs(1)
  const discard = () => s.ask('DELETE', `/api/v1/jobs/${job}`, { token: s.admin })
  expect((await discard()).status).toBe(204)
  expect((await discard()).status).toBe(404)
  expect((await auditOf(s.services)).filter((action) => action === 'job.discard')).toHaveLength(1)
})

test('a running job is left alone', async () => {
  await using s = await queueScene()
  const [job = ''] = await s.deadJobs(1)
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w'`.execute(
    s.services.db,
  )
  for (const [method, path] of [
    ['POST', `/api/v1/jobs/${job}/retry`],
    ['DELETE', `/api/v1/jobs/${job}`],
  ] as const)
    expect((await s.ask(method, path, { token: s.admin })).status).toBe(409)
})

test('nobody but administrators sees or decides jobs', async () => {
  await using s = await queueScene()
  const [job = ''] = await s.deadJobs(1)
  const ways = [
    ['GET', '/api/v1/jobs'],
    ['POST', `/api/v1/jobs/${job}/retry`],
    ['DELETE', `/api/v1/jobs/${job}`],
    ['GET', '/admin'],
    ['GET', '/admin/jobs'],
    ['POST', `/admin/jobs/${job}/removal`],
  ] as const
  for (const [method, path] of ways) {
    expect((await s.ask(method, path, { token: s.other })).status).toBe(403)
    const stranger = await s.ask(method, path)
    expect([401, 303]).toContain(stranger.status)
  }
  expect(await s.count()).toBe(1)
})

test('the list is read page by page, newest first', async () => {
  await using s = await queueScene()
  const jobs = await s.deadJobs(5)
  const seen: string[] = []
  let path: string | null = '/api/v1/jobs?limit=2'
  while (path) {
    const list: { items: { id: string }[]; next: string | null } = await (
      await s.ask('GET', path, { token: s.admin })
    ).json()
    seen.push(...list.items.map(({ id }) => id))
    path = list.next && `/api/v1/jobs?limit=2&after=${list.next}`
  }
  expect(seen).toEqual(jobs.toReversed())
})

test('forms do the same as the API and say what was done', async () => {
  await using s = await queueScene()
  const [one = '', other = ''] = await s.deadJobs(2)
  const retried = await s.ask('POST', `/admin/jobs/${one}/retry`, { token: s.admin })
  expect(retried.status).toBe(303)
  const cookie = retried.headers.get('set-cookie')?.split(';')[0] ?? ''
  const shown = await s.ask('GET', '/admin/jobs', { token: s.admin, headers: { cookie } })
  expect(await shown.text()).toContain('“发送邮件”将重新执行')
  const asked = await s.ask('GET', `/admin/jobs/${other}/removal`, { token: s.admin })
  expect(await asked.text()).toContain('不能恢复')
  await s.ask('POST', `/admin/jobs/${other}/removal`, { token: s.admin })
  expect(await s.count()).toBe(1)
})

test('an id that the queue cannot have is nothing there', async () => {
  await using s = await queueScene()
  for (const id of ['0', '-1', 'x', '99999999999999999999'])
    expect((await s.ask('POST', `/api/v1/jobs/${id}/retry`, { token: s.admin })).status).toBe(404)
})

async function queueScene() {
  const house = await scene()
  const { services } = house
  const admin = await somebody(services, { email: 'admin@lab.example', isAdmin: true })
  const other = await somebody(services, { email: 'other@lab.example' })
  await sql`delete from graphile_worker._private_jobs`.execute(services.db)
  return {
    ...house,
    admin: await aToken(services, admin.id, ['admin']),
    other: await aToken(services, other.id),
    deadJobs: (count: number, error = 'no route to host') => deadJobs(services, count, error),
    count: async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from graphile_worker._private_jobs`.execute(services.db)
      return rows[0]?.count
    },
  }
}

async function deadJobs({ db }: Services, count: number, error: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select (graphile_worker.add_job('send_mail', json_build_object('mailId', each), max_attempts => 3)).id::text
    from generate_series(1, ${count}::int) as each`.execute(db)
  await sql`
    update graphile_worker._private_jobs set attempts = max_attempts, last_error = ${error}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
