/**
 * A file of 2 GiB (`--megabytes 512` for less) by `hexi upload`, whose process is killed at 60 % and started again, into
 * an S3 bucket and into the folder store, against the bare SDK's upload in parts of the same file into an empty bucket
 * right before each, through the same counting proxy: no part that had arrived is sent twice. (The few under way when it
 * is killed may have arrived without an answer that it read: a store that does not list its parts cannot tell.)
 */
import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Agent, createServer, request } from 'node:http'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { Client } from 'pg'
import { z } from 'zod'
import { ask, type FaultScene, openFaultScene } from '../faults/scene.ts'
import { startBucket } from '../support/bucket.ts'
import { publishable } from '../support/publishable.ts'

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '2048' } } })
const mebibyte = 1024 * 1024
const partBytes = 8 * mebibyte
const sizeBytes = Number(values.megabytes) * mebibyte
const partCount = Math.ceil(sizeBytes / partBytes)
const goals = { ratio: 0.85, megabytes: 200 }
const atOnce = 4

/** A file of which no two blocks are the same. */
async function writeLarge(path: string): Promise<void> {
  const file = await open(path, 'w')
  const block = crypto.getRandomValues(new Uint8Array(65_536))
  const chunk = Buffer.concat(Array.from({ length: 16 }, () => block))
  for (let at = 0; at < sizeBytes; at += chunk.length) {
    chunk.writeDoubleLE(at, 0)
    // oxlint-disable-next-line no-await-in-loop -- one file
    await file.write(chunk)
  }
  await file.close()
}

/** Passes everything on, and counts the parts that were answered with 200; `last` is what each connection began last. */
async function countingProxy(target: URL) {
  const counts = new Map<string, number>()
  const last = new Map<Socket, string>()
  const agent = new Agent({ keepAlive: true })
  const server = createServer((asked, answered) => {
    const number = /[?&](?:partNumber|number)=(\d+)/.exec(asked.url ?? '')?.[1]
    if (asked.method === 'PUT' && number !== undefined) last.set(asked.socket, number)
    const passed = request(
      {
        agent,
        host: target.hostname,
        port: target.port,
        path: asked.url,
        method: asked.method,
        headers: asked.headers,
      },
      (answer) => {
        answered.writeHead(answer.statusCode ?? 502, answer.headers)
        if (asked.method === 'PUT' && number !== undefined && answer.statusCode === 200)
          counts.set(number, (counts.get(number) ?? 0) + 1)
        answer.pipe(answered)
      },
    )
    passed.on('error', () => answered.destroy())
    asked.on('error', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    counts,
    last,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

type Proxy = Awaited<ReturnType<typeof countingProxy>>
type Bucket = Awaited<ReturnType<typeof startBucket>>

/** Work with an empty bucket, through the counting proxy. */
async function withBucket<T>(work: (bucket: Bucket, proxy: Proxy) => Promise<T>): Promise<T> {
  const bucket = await startBucket()
  const { origin, pathname } = new URL(bucket.endpoint)
  const proxy = await countingProxy(new URL(origin))
  try {
    return await work({ ...bucket, endpoint: proxy.origin + pathname }, proxy)
  } finally {
    proxy.stop()
    await bucket.stop()
  }
}

/** Seconds of the SDK alone, four parts at once. */
async function bareSeconds({ endpoint, bucket, region, ...keys }: Bucket, path: string) {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  const started = performance.now()
  const at = { Bucket: bucket, Key: 'bare' }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(at))
  const file = await open(path)
  const Parts: { PartNumber: number; ETag: string | undefined }[] = []
  let next = 1
  const lane = async () => {
    while (next <= partCount) {
      const PartNumber = next++
      const start = (PartNumber - 1) * partBytes
      const Body = Buffer.alloc(Math.min(partBytes, sizeBytes - start))
      // oxlint-disable-next-line no-await-in-loop -- a part after the other, in each of four lanes
      await file.read(Body, 0, Body.length, start)
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { ETag } = await client.send(
        new UploadPartCommand({ ...at, UploadId, PartNumber, Body }),
      )
      Parts.push({ PartNumber, ETag })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  Parts.sort((a, b) => a.PartNumber - b.PartNumber)
  await client.send(
    new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }),
  )
  await file.close()
  client.destroy()
  return (performance.now() - started) / 1000
}

const Made = z.looseObject({ id: z.string() })

/** `hexi upload`, killed at 60 % and started again: seconds until all was sent, and until it was verified. */
async function hexiSeconds(
  scene: FaultScene,
  served: { address: string; via: string; proxy: Proxy },
  path: string,
) {
  const json = { 'content-type': 'application/json' }
  const post = async (at: string, body: object) => {
    const to = `${served.address}/api/v1${at}`
    const sent = { method: 'POST', token: 'demo-curator', headers: json }
    return (await ask(to, { ...sent, body: JSON.stringify(body) })).text
  }
  const fields = { ...publishable.dataset, institution: scene.house.own, title: { en: 'Large' } }
  const { id } = Made.parse(JSON.parse(await post('/datasets', fields)))
  await post(`/datasets/${id}/versions`, {})
  const database = new Client({ connectionString: scene.url })
  await database.connect()
  const stateOf = async () => {
    const { rows } = await database.query<{ state: string; parts: number }>(
      `select state, (select count(*)::int from dataset_upload_part where upload_id = dataset_upload.id) as parts
       from dataset_upload where record_id = $1`,
      [id],
    )
    return rows[0] ?? { state: 'none', parts: 0 }
  }
  const command = ['upload', '--dataset', id, '--url', served.via, '--token', 'demo-curator', path]
  const started = performance.now()
  const first = scene.command(...command)
  while ((await stateOf()).parts < partCount * 0.6) await sleep(20)
  first.child.kill('SIGKILL')
  await first.ended
  const underWay = new Set(served.proxy.last.values())
  const second = scene.command(...command)
  while (['none', 'open'].includes((await stateOf()).state)) await sleep(20)
  const sent = (performance.now() - started) / 1000
  const { code, err } = await second.ended
  if (code !== 0) throw new Error(err)
  await database.end()
  return { sent, verified: (performance.now() - started) / 1000, underWay }
}

/** MB that a process holds now (`VmRSS`), or has held at most (`VmHWM`), as the kernel counts them. */
function megabytesOf(pid: number | undefined, which: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes] = new RegExp(`${which}:\\s+(\\d+)`).exec(status) ?? []
  return Number(kilobytes ?? 0) / 1000
}

/** The most that a process holds from now on, looked at every 20 ms. */
function watchMemory(pid: number | undefined) {
  const before = megabytesOf(pid, 'VmRSS')
  let most = before
  const watching = setInterval(() => (most = Math.max(most, megabytesOf(pid, 'VmRSS'))), 20)
  return {
    before,
    end: () => {
      clearInterval(watching)
      return most
    },
  }
}

type Case = {
  name: string
  env: Record<string, string>
  proxy?: Proxy
}

/** Where the store is the service itself, its own address is what the sender goes to through the proxy. */
async function measure(scene: FaultScene, { name, env, proxy: ofStore }: Case, path: string) {
  const { address, child } = await scene.serve({ HEXI_JOBS: 'yes', ...env })
  const proxy = ofStore ?? (await countingProxy(new URL(address)))
  const via = ofStore ? address : proxy.origin
  const started = megabytesOf(child.pid, 'VmHWM')
  const memory = watchMemory(child.pid)
  const { underWay, ...seconds } = await hexiSeconds(scene, { address, via, proxy }, path)
  const megabytes = memory.end()
  const again = [...proxy.counts].flatMap(([number, count]) => (count > 1 ? [number] : []))
  const twice = again.filter((number) => !underWay.has(number)).length
  const unread = again.length - twice
  child.kill('SIGTERM')
  if (!ofStore) proxy.stop()
  const { before } = memory
  return { name, ...seconds, twice, unread, parts: proxy.counts.size, megabytes, before, started }
}

const bareInto = async (path: string) => withBucket(async (bucket) => bareSeconds(bucket, path))

const intoBucket = async (scene: FaultScene, path: string) =>
  withBucket(async (bucket, proxy) => {
    const env = {
      S3_ENDPOINT: bucket.endpoint,
      S3_BUCKET: bucket.bucket,
      S3_REGION: bucket.region,
      S3_ACCESS_KEY_ID: bucket.accessKeyId,
      S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
    }
    return measure(scene, { name: 'bucket', env, proxy }, path)
  })

const intoFolder = async (scene: FaultScene, path: string) =>
  measure(scene, { name: 'folder', env: {} }, path)

const mb = (megabytes: number) => megabytes.toFixed(0)

function report(bare: number, result: Awaited<ReturnType<typeof measure>>): void {
  const { name, sent, verified, twice, unread, parts, megabytes, before, started } = result
  const ratio = bare / sent
  const isReached =
    ratio >= goals.ratio && twice === 0 && parts === partCount && megabytes < goals.megabytes
  if (!isReached) process.exitCode = 1
  console.log(
    `upload  ${name} ${values.megabytes} MiB sent in ${sent.toFixed(1)} s, verified after ${verified.toFixed(1)} s  ` +
      `bare SDK ${bare.toFixed(1)} s  ratio ${ratio.toFixed(2)} (≥ ${goals.ratio})  ${twice} of ${parts} parts twice, ` +
      `${unread} more of those under way when it was killed  ` +
      `server ${mb(megabytes)} MB at most meanwhile (< ${goals.megabytes}), ${mb(before)} before, ` +
      `${mb(started)} at most while it started  ${isReached ? 'reached' : 'MISSED'}`,
  )
}

const scene = await openFaultScene()
try {
  const path = join(scene.folder, 'large.bin')
  await writeLarge(path)
  for (const into of [intoBucket, intoFolder]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const bare = await bareInto(path)
    // oxlint-disable-next-line no-await-in-loop -- the same
    report(bare, await into(scene, path))
  }
} finally {
  await scene.close()
}
