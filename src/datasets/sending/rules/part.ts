import {
  type Door,
  type PartAddress,
  Refused,
  type SentFile,
  type StartedUpload,
} from '../model.ts'
import { type Slots, tried } from './lanes.ts'
import { partAt } from './parts.ts'
import { isOutdated, isPassing, mostTries, pauseAfter } from './retries.ts'

/** A run of `sendFiles`. */
export type Work = {
  door: Door
  slots: Slots
  /** Hashing reads from the disk: two files at once keep a processor busy. */
  hashing: Slots
  /** What an address of the store itself has worked for in this run: its CORS may do for whole files only. */
  reach: Set<'whole' | 'part'>
}
export type Matched = SentFile & { upload: StartedUpload }

type Sent = { part: PartAddress; onSent: (bytes: number) => void }

/**
 * Sends one part until it has arrived, with longer and longer pauses. A bucket that a client cannot reach (no CORS, an
 * inner network) is gone round: the same bytes go through the service. Answers its tag, where it can be read.
 */
export async function sendPart(
  work: Work,
  { name, upload, bytes }: Matched,
  { part, onSent }: Sent,
): Promise<string | null> {
  const { door } = work
  const { start, end } = partAt(upload, part.number)
  const slice = bytes.slice(start, end)
  const of = { upload, name, start }
  let address: PartAddress | undefined = part
  for (let tries = 1; ; tries += 1) {
    door.signal.throwIfAborted()
    // oxlint-disable-next-line no-await-in-loop -- the next try follows a failure
    const { status, etag = null } = await putOnce(work, { of, tries, address, slice, onSent })
    if (hasArrived(status)) return etag
    onSent(0)
    refuseUnlessPassing(status, tries)
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (isOutdated(status)) address = await freshAddress(door, upload.id, part.number)
    if (!address) return null
    // Where the store does not answer at all, the way through the service is tried at once.
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (tries > 1 || status !== undefined) await door.pause(pauseAfter(tries, Math.random()))
  }
}

function refuseUnlessPassing(status: number | undefined, tries: number): void {
  if (tries >= mostTries || !(isPassing(status) || isOutdated(status)))
    throw new Refused(status, refusedPart)
}

type Try = {
  of: { upload: StartedUpload; name: string; start: number }
  tries: number
  address: PartAddress
  slice: Blob
  onSent: (bytes: number) => void
}

/** Every second try goes through the service, until an address of the store has worked once. */
async function putOnce(
  { door, reach }: Work,
  { of: { upload, name, start }, tries, address, slice, onSent }: Try,
): Promise<{ status?: number; etag?: string | null }> {
  const what = upload.partCount === 1 ? 'whole' : 'part'
  const isOwn = !reach.has(what) && tries % 2 === 0
  const own = { url: `uploads/${upload.id}/parts/${address.number}/content`, headers: {} }
  try {
    const { url, headers } = isOwn ? own : address
    const answer = await door.put({ url, headers, isOwn, name, start }, slice, onSent)
    if (!isOwn && hasArrived(answer.status)) reach.add(what)
    return answer
  } catch (error) {
    if (error instanceof Refused) throw error
    return {}
  }
}

/** Undefined where the part has arrived after all. */
async function freshAddress(door: Door, id: string, number: number) {
  const wanted = { parts: [], wanted: 1, from: number }
  const { parts } = await asked<StartedUpload>(door, 'POST', `uploads/${id}/parts`, wanted)
  return parts.find((part) => part.number === number)
}

/** 409 and 412: an earlier try had arrived, only its answer was lost. */
const hasArrived = (status = 0): boolean =>
  (status >= 200 && status < 300) || status === 409 || status === 412

const refusedPart = {
  zh: '存储未能接收这一部分。请稍后重试，已上传的部分不会重新发送。',
  en: 'The storage did not accept this part. Try again later; parts already uploaded are not sent again.',
}

/** One call, until it is answered. */
export async function asked<Answer>(
  door: Door,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await tried(door, async () => door.call(method, path, body))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the server documents of this address
  return answer as Answer
}
