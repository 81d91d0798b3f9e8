import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'
import { isProbe } from './health.ts'

const words = {
  tooLarge: (bytes: number) => ({
    zh: `请求体超过 ${bytes / 1_000_000} MB，没有读取。请减少内容后重试。`,
    en: `The request is over ${bytes / 1_000_000} MB and was not read. Send less at a time.`,
  }),
  tooSlow: {
    zh: '请求未在时限内到达，未做任何修改。请检查网络后重试。',
    en: 'The request did not arrive in time. Nothing was changed. Check your connection and try again.',
  },
  busy: {
    zh: '服务器繁忙，未做任何修改。请稍后重试。',
    en: 'The server is busy. Nothing was changed. Try again in a moment.',
  },
}

/** JSON and forms without files. */
const usualBytes = 1_000_000
const usualSeconds = 20
/** What a form may hold beside its file. */
const besideFile = 1_000_000

/**
 * Reads a body before anybody is asked who they are or what they want: bounded in bytes and in time. Files are left to
 * the route that takes them, which reads no more of them than it keeps.
 */
export const bounded =
  (mostBytes = usualBytes): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!hasBody(c)) return next()
    const fileBytes = c.get('fileBytes')
    const most = fileBytes === undefined ? mostBytes : Math.max(fileBytes + besideFile, mostBytes)
    if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge(c, most)
    if (fileBytes === undefined) await inTime(c, readWhole(c, most))
    else if (c.req.header('content-length') === undefined) countOnTheWay(c, most)
    return next()
  }

/** Lets a route take files: put before {@link bounded}. */
export const takesFile =
  (bytes: number): MiddlewareHandler<Env> =>
  (c, next) => {
    c.set('fileBytes', bytes)
    return next()
  }

const hasBody = (c: HonoContext) => c.req.method !== 'GET' && c.req.method !== 'HEAD'

function tooLarge(c: HonoContext, most: number): Problem {
  closeAfterwards(c)
  return new Problem('too-large', words.tooLarge(most))
}

/** What is left of the body is not waited for. */
const closeAfterwards = (c: HonoContext) => c.header('connection', 'close')

/** A length that was announced is kept by HTTP itself; a body without one is counted. */
async function readWhole(c: HonoContext, most: number): Promise<void> {
  const { raw } = c.req
  if (c.req.header('content-length') === undefined && raw.body) {
    const { method } = raw
    c.req.raw = new Request(raw, { method, body: await counted(c, raw.body, most) })
  }
  await (/\bjson\b/i.test(c.req.header('content-type') ?? '') ? c.req.text() : c.req.arrayBuffer())
}

async function counted(c: HonoContext, body: ReadableStream<Uint8Array>, most: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw tooLarge(c, most)
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks)
}

/** The same while its route reads it. */
function countOnTheWay(c: HonoContext, most: number): void {
  const { raw } = c.req
  let size = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length
      if (size > most) controller.error(tooLarge(c, most))
      else controller.enqueue(chunk)
    },
  })
  const body = raw.body?.pipeThrough(counting)
  if (!body) return
  const init: RequestInit & { duplex: 'half' } = { method: raw.method, body, duplex: 'half' }
  c.req.raw = new Request(raw, init)
}

async function inTime(c: HonoContext, reading: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      closeAfterwards(c)
      reject(new Problem('slow', words.tooSlow))
    }, usualSeconds * 1000)
  })
  try {
    await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}

/** How many requests a process works on at once, and how many may wait. */
export type Load = { atOnce: number; waiting: number }

const unbounded = { atOnce: Infinity, waiting: 0 }
const longestWaitMs = 10_000
const retryAfterSeconds = 2

/**
 * Works on so many requests at once, lets so many wait, and refuses the others at once: answers stay quick for those
 * who are served, and who is refused knows when to come again. What only asks what an address takes does not count.
 */
export function limited({ atOnce, waiting }: Load = unbounded): MiddlewareHandler<Env> {
  let underWay = 0
  const queue = new Set<() => void>()
  const begin = async () => {
    if (underWay < atOnce) {
      underWay += 1
      return
    }
    if (queue.size >= waiting) throw busy()
    await turn(queue)
  }
  const end = () => {
    const [next] = queue
    if (next) next()
    else underWay -= 1
  }
  return async (c, next) => {
    if (isProbe(c.req.path) || c.req.method === 'OPTIONS') return next()
    try {
      await begin()
    } catch (error) {
      if (!isForPage(c)) throw error
      c.header('retry-after', String(retryAfterSeconds))
      return c.html(busyPage, 503)
    }
    try {
      return await next()
    } finally {
      end()
    }
  }
}

/** Resolves when whoever ends hands their place on. */
const turn = async (queue: Set<() => void>) =>
  new Promise<void>((resolve, reject) => {
    const begin = () => {
      clearTimeout(timer)
      queue.delete(begin)
      resolve()
    }
    const timer = setTimeout(() => {
      queue.delete(begin)
      reject(busy())
    }, longestWaitMs)
    queue.add(begin)
  })

const isForPage = (c: HonoContext<Env>) =>
  c.req.method === 'GET' && !c.req.path.startsWith('/api/') && c.get('refusalAnswer') === undefined

/** Made once: to refuse has to cost less than to serve. */
const busyPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>503 · 河西 Hexi</title><h1>503</h1><p>${words.busy.zh}</p><p lang="en">${words.busy.en}</p></html>`

const busy = () => new Problem('unavailable', words.busy, { retryAfterSeconds })
