import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import type { Objects } from '../../src/core/ports.ts'
import { filesIn } from '../../src/ports/archive.ts'
import { publishable } from '../support/publishable.ts'
import type { Who } from './found.ts'
import { openHouse } from './house.ts'
import { type Look, visitor } from './visits.ts'

const zh: Look = { lang: 'zh', theme: 'light', width: 1280 }
export const mebibyte = 1024 * 1024
/** For what waits for bytes on a slow line. */
export const patience = { timeout: 60_000 }

const Made = z.looseObject({ id: z.string() })
const Files = z.object({ items: z.array(z.object({ name: z.string(), sha256: z.string() })) })
const Uploads = z.object({
  items: z.array(z.looseObject({ id: z.string(), name: z.string(), receivedCount: z.int() })),
})

const Parts = z.object({
  items: z.array(z.looseObject({ number: z.int(), receivedAt: z.string().nullable() })),
})

/** A folder of files on the disk: empty, small, of several parts, with 汉字; and those named, a number being a size. */
export async function aFolder(more: Record<string, string | number> = {}) {
  const folder = join(await mkdtemp(join(tmpdir(), 'hexi-sent-')), '观测')
  const contents = {
    'empty.txt': '',
    'stations/一月.csv': 'day,value\n1,2\n',
    'stations/deep/day.csv': 70_000,
    'scene.bin': 20 * mebibyte + 3,
    ...more,
  }
  const hashes: Record<string, string> = {}
  for (const [name, content] of Object.entries(contents)) {
    const bytes = typeof content === 'number' ? randomBytes(content) : Buffer.from(content)
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
    hashes[`观测/${name}`] = hashOf(bytes)
  }
  return { folder, hashes, end: async () => rm(dirname(folder), { recursive: true }) }
}

/** A house with somebody who looks at it, and drafts to send into. */
export async function openScene(browser: Browser, objects?: Objects) {
  const house = await openHouse(objects ? { objects } : {})
  const visits = visitor(browser, { origin: house.origin, now: house.services.now })
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${house.origin}/api/v1${path}`, {
      headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    house,
    visits,
    /** An empty draft of a dataset, and what is in it by now. */
    draft: async () => {
      const title = { zh: '上传试验', en: 'Upload' }
      const { institution } = house.found
      const input = { ...publishable.dataset, title, institution, access: 'open' }
      const { id } = Made.parse(await ask('/datasets', input))
      await ask(`/datasets/${id}/versions`, {})
      const version = `/datasets/${id}/versions/1`
      return {
        record: `/records/${id}`,
        page: `/records/${id}/versions/1/upload`,
        hashes: async () =>
          Object.fromEntries(
            Files.parse(await ask(`${version}/files`)).items.map(({ name, sha256 }) => [
              name,
              sha256,
            ]),
          ),
        uploads: async () => Uploads.parse(await ask(`${version}/uploads`)).items,
        /** Numbers of the parts that the service knows to have arrived of a file under way. */
        partsNoted: async (name: string) => {
          const { items } = Uploads.parse(await ask(`${version}/uploads`))
          const upload = items.find((one) => one.name === name)
          if (!upload) return []
          const parts = Parts.parse(await ask(`${version}/uploads/${upload.id}/parts?limit=200`))
          return parts.items.flatMap(({ number, receivedAt }) => (receivedAt ? [number] : []))
        },
      }
    },
    limit: async (institution: string, limitGb: number | undefined) =>
      fetch(`${house.origin}/api/v1/institutions/${institution}/storage`, {
        method: 'PUT',
        headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
        body: JSON.stringify(limitGb === undefined ? {} : { limitGb }),
      }),
    open: async (look: Partial<Look> = {}, who: Who | 'nobody' = 'demo-admin') =>
      (await visits.windowOf({ ...zh, ...look }, who === 'nobody' ? undefined : who)).newPage(),
  }
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const choose = async (page: Page, folder: string) =>
  page.locator('input[data-pick=folder]').setInputFiles(folder)
export const said = (page: Page) => page.locator('hexi-uploader [role=status]')

/** The same as people do it: by the button, and what the system then shows. */
export async function pickFolder(page: Page, folder: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件夹' }).click(),
  ])
  await chooser.setFiles(folder)
}

/** Of each entry of an archive on the disk, by its name. */
export async function hashesInZip(path: string): Promise<Record<string, string>> {
  const entries = filesIn(await readFile(path)) ?? []
  const hashed = entries.map(async (file) => [file.name, hashOf(await file.read())] as const)
  return Object.fromEntries(await Promise.all(hashed))
}

/** As a slow line, so that something can be done while files are on their way. */
export async function slowDown(page: Page, uploadThroughput: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput }
  await session.send('Network.emulateNetworkConditions', line)
}

const numberIn = (url: string) => new URL(url).searchParams.getAll('number').map(Number)

/** Numbers of parts that a page sends of files in parts, and those that were taken. */
export function partsSentBy(page: Page) {
  const seen: Record<'begun' | 'taken', number[]> = { begun: [], taken: [] }
  page.on('request', (sent) => {
    if (sent.method() === 'PUT') seen.begun.push(...numberIn(sent.url()))
  })
  page.on('response', (answer) => {
    if (answer.request().method() === 'PUT' && answer.ok())
      seen.taken.push(...numberIn(answer.url()))
  })
  return seen
}

/** Drops something of the disk where a page takes it, as the system's own windows do. */
export async function dropOn(page: Page, selector: string, path: string): Promise<void> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`nothing is shown at ${selector}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
}

/** The same bucket at another address, whose answers have only those fields of their heads. */
export async function frontOf(endpoint: string, has: (field: string) => boolean) {
  const { hostname, port, pathname } = new URL(endpoint)
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked
    const passed = request({ hostname, port, method, path: url, headers }, (got) => {
      const kept = Object.entries(got.headers).filter(([name]) => has(name))
      answer.writeHead(got.statusCode ?? 500, Object.fromEntries(kept))
      got.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The bucket has no front')
  return {
    endpoint: `http://127.0.0.1:${address.port}${pathname}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
