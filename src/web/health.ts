import { Hono } from 'hono'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'

const patienceMs = 3000

const probes = new Set(['/healthz', '/readyz', '/metrics'])

/** Whether a balancer or monitor asks: it is always answered, by whatever name it calls. */
export const isProbe = (path: string): boolean => probes.has(path)

/** For balancers and monitors: is the process up, can it serve, what has it done. */
export const healthRoutes = new Hono<Env>()
  .get('/healthz', (c) => c.text('ok'))
  .get('/readyz', async (c) => {
    const { checkDatabase, objects, log } = c.var.services
    const parts = { database: checkDatabase, bucket: () => objects.check() }
    const answers = await Promise.all(
      Object.entries(parts).map(async ([part, check]) => {
        try {
          await within(check())
          return [part, 'ok'] as const
        } catch (error) {
          log.warn({ err: error, part }, 'not ready')
          const isFull = error instanceof Problem && error.kind === 'full'
          return [part, isFull ? 'full' : 'failed'] as const
        }
      }),
    )
    const ready = answers.every(([, answer]) => answer === 'ok')
    c.header('cache-control', 'no-store')
    return c.json({ ready, ...Object.fromEntries(answers) }, ready ? 200 : 503)
  })
  .get('/metrics', async (c) => {
    const { metrics } = c.var.services
    if (!metrics) return c.notFound()
    return c.text(await metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })

async function within(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
