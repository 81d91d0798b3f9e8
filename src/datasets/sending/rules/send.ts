import type { Door, Outcome, SentFile, SentUpload, StartedUpload } from '../model.ts'
import { groupsOf, partCountOf } from './parts.ts'
import { arrivals, slotsOf } from './lanes.ts'
import { asked, type Matched, sendPart, type Work } from './part.ts'
import { Refused } from '../model.ts'

/** Addresses that are asked for at once. */
const pageOfParts = 100
/** Parts that are noted at once. */
const partsInOneCall = 2_000
const pollMs = 500
const longestPollMs = 5_000

/**
 * Sends files into a draft version and waits until the server has verified them. What had arrived before, in this run or
 * another, is not sent again: its state is the server's. Rejects where nothing could be begun, or when it is stopped; a
 * single file that fails is an outcome.
 *
 *     const outcomes = await sendFiles([{ name: 'stations/2024/day.csv', bytes: file }], door)
 */
export async function sendFiles(files: readonly SentFile[], door: Door): Promise<Outcome[]> {
  const [slots, hashing] = [slotsOf(door.atOnce), slotsOf(2)]
  const work: Work = { door, slots, hashing, reach: new Set() }
  const open = new Map((await liveUploads(door)).map((one) => [keyOf(one.name), one]))
  const isResumed = ({ name, bytes }: SentFile) => open.get(keyOf(name))?.sizeBytes === bytes.size
  const outcomes: Outcome[] = []
  const resumed = files.filter(isResumed)
  const fresh = files.filter((file) => !isResumed(file))
  for (const group of groupsOf(resumed.map(sized))) {
    // oxlint-disable-next-line no-await-in-loop -- one group after the other; its parts go at once
    const matched = await Promise.all(group.map(async (file) => resume(work, file, open)))
    // oxlint-disable-next-line no-await-in-loop -- the same
    outcomes.push(...(await sendGroup(work, matched)))
  }
  for (const group of groupsOf(fresh.map(sized))) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const matched = await beginOrResume(work, group, open)
    // oxlint-disable-next-line no-await-in-loop -- the same
    outcomes.push(...(await sendGroup(work, matched)))
  }
  return outcomes
}

const keyOf = (name: string) => name.normalize('NFC')
const sized = (file: SentFile) => ({ ...file, sizeBytes: file.bytes.size })

/** All that is unfinished in the version. */
async function liveUploads(door: Door): Promise<SentUpload[]> {
  const found: SentUpload[] = []
  let after: string | null = ''
  while (after !== null) {
    const path: string = `uploads?limit=200${after && `&after=${encodeURIComponent(after)}`}`
    // oxlint-disable-next-line no-await-in-loop -- the next page is named by this one
    const page = await asked<{ items: SentUpload[]; next: string | null }>(door, 'GET', path)
    found.push(...page.items)
    after = page.next
  }
  return found
}

async function resume(
  { door }: Work,
  file: SentFile,
  open: ReadonlyMap<string, SentUpload>,
): Promise<Matched> {
  const { id = '' } = open.get(keyOf(file.name)) ?? {}
  // A store that does not list its parts leaves it to the sender to know what has arrived.
  const known = (await door.answered?.read(id)) ?? []
  for (let at = 0; at < known.length; at += partsInOneCall) {
    const parts = known.slice(at, at + partsInOneCall)
    // oxlint-disable-next-line no-await-in-loop -- one call after the other, each of a size that the service takes
    await asked(door, 'POST', `uploads/${id}/parts`, { parts })
  }
  const upload = await asked<StartedUpload>(door, 'POST', `uploads/${id}/parts`, {
    parts: [],
    wanted: pageOfParts,
  })
  return { ...file, upload }
}

/** Announces files; what is unfinished under their names and of another size ends. */
async function begin(
  { door }: Work,
  group: readonly SentFile[],
  open: ReadonlyMap<string, SentUpload>,
): Promise<Matched[]> {
  for (const { name } of group) {
    const other = open.get(keyOf(name))
    // oxlint-disable-next-line no-await-in-loop -- rare
    if (other) await asked(door, 'DELETE', `uploads/${other.id}`)
  }
  const files = group.map(({ name, bytes }) => ({ name, sizeBytes: bytes.size }))
  const { items } = await asked<{ items: StartedUpload[] }>(door, 'POST', 'uploads', { files })
  return group.flatMap((file, at) => {
    const upload = items[at]
    return upload ? [{ ...file, upload }] : []
  })
}

/** The same once more where a call of a run that was stopped has begun some of them after all. */
async function beginOrResume(
  work: Work,
  group: readonly SentFile[],
  open: ReadonlyMap<string, SentUpload>,
): Promise<Matched[]> {
  try {
    return await begin(work, group, open)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error
    const now = new Map((await liveUploads(work.door)).map((one) => [keyOf(one.name), one]))
    const isThere = ({ name, bytes }: SentFile) => now.get(keyOf(name))?.sizeBytes === bytes.size
    const begun = group.filter(isThere)
    if (begun.length === 0) throw error
    const rest = group.filter((file) => !isThere(file))
    const resumed = await Promise.all(begun.map(async (file) => resume(work, file, now)))
    return rest.length === 0 ? resumed : [...resumed, ...(await begin(work, rest, now))]
  }
}

/** One large file, or many small ones: sent, hashed beside it, completed together and waited for. */
async function sendGroup(work: Work, group: readonly Matched[]): Promise<Outcome[]> {
  const { door } = work
  const sent = await Promise.all(group.map(async (file) => sendOne(work, file)))
  const failed = sent.flatMap(({ refused }) => refused ?? [])
  const uploads = sent.flatMap(({ completion }) => completion ?? [])
  if (uploads.length > 0) await asked(door, 'POST', 'uploads/completion', { uploads })
  for (const { upload } of group)
    // oxlint-disable-next-line no-await-in-loop -- a file with parts is a group of its own
    if (upload.partCount > 1) await door.answered?.forget(upload.id)
  const waiting = group.filter((_, at) => !sent[at]?.refused)
  for (const { name, bytes } of waiting)
    door.report({ name, state: 'checking', sentBytes: bytes.size })
  return [...failed, ...(await verified(door, waiting))]
}

type Sending = { completion?: { id: string; sha256: string }; refused?: Outcome }

/** Sends what is missing of a file; what was completed before is only waited for. */
async function sendOne(work: Work, file: Matched): Promise<Sending> {
  const { door, hashing } = work
  const { name, bytes, upload } = file
  if (upload.state !== 'open') return {}
  try {
    const [sha256] = await Promise.all([
      hashing(async () => door.sha256(bytes)),
      sendParts(work, file),
    ])
    return { completion: { id: upload.id, sha256 } }
  } catch (error) {
    if (!(error instanceof Refused) || error.status === undefined) throw error
    const refused = { name, state: 'failed', detail: error.detail } as const
    door.report({ ...refused, sentBytes: 0 })
    return { refused }
  }
}

async function sendParts(work: Work, file: Matched): Promise<void> {
  const { door } = work
  const { upload, name } = file
  const { id, receivedBytes } = upload
  const sentOf = new Map<number, number>([[0, receivedBytes]])
  const onSent = (number: number) => (bytes: number) => {
    sentOf.set(number, bytes)
    const sentBytes = [...sentOf.values()].reduce((sum, each) => sum + each, 0)
    door.report({ name, state: 'sending', sentBytes })
  }
  const arrived = arrivals(async (parts) =>
    partCountOf(upload) === 1 ? undefined : asked(door, 'POST', `uploads/${id}/parts`, { parts }),
  )
  let { parts } = upload
  for (let from = 1; parts.length > 0;) {
    // oxlint-disable-next-line no-await-in-loop -- the next addresses are signed when these were used
    await Promise.all(
      parts.map((part) =>
        work.slots(async () => {
          const etag = await sendPart(work, file, { part, onSent: onSent(part.number) })
          const one = { number: part.number, ...(etag !== null && { etag }) }
          if (upload.partCount > 1) door.answered?.add(id, one)
          arrived.add(one)
        }),
      ),
    )
    from = Math.max(...parts.map(({ number }) => number)) + 1
    if (from > upload.partCount) break
    const next = { parts: [], wanted: pageOfParts, from }
    // oxlint-disable-next-line no-await-in-loop -- the same
    ;({ parts } = await asked<StartedUpload>(door, 'POST', `uploads/${id}/parts`, next))
  }
  await arrived.done()
}

/** Waits until the server has read every stored byte of a group. */
async function verified(door: Door, group: readonly Matched[]): Promise<Outcome[]> {
  const waiting = new Map(group.map((file) => [file.upload.id, file]))
  const outcomes: Outcome[] = []
  for (let pauseMs = pollMs; waiting.size > 0; pauseMs = Math.min(pauseMs * 1.5, longestPollMs)) {
    // Completing again changes nothing, and answers how far each is.
    const uploads = [...waiting.keys()].map((id) => ({ id }))
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    const { items } = await asked<Completed>(door, 'POST', 'uploads/completion', { uploads })
    for (const upload of items) {
      const file = waiting.get(upload.id)
      if (!file || upload.state === 'completing' || upload.state === 'verifying') continue
      waiting.delete(upload.id)
      outcomes.push(outcomeOf(door, file, upload))
    }
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (waiting.size > 0) await door.pause(pauseMs)
  }
  return outcomes
}

type Completed = { items: SentUpload[] }

/** Still open after it was completed: the store has lost a part, or never had it. */
function outcomeOf(door: Door, { name, bytes }: Matched, upload: SentUpload): Outcome {
  const detail = upload.state === 'open' ? notArrived : upload.failure
  const state = upload.state === 'attached' ? 'attached' : 'failed'
  const outcome = { name, state, ...(detail && { detail }) } as const
  door.report({ ...outcome, sentBytes: bytes.size })
  return outcome
}

const notArrived = {
  zh: '部分分块未上传，请重新上传；已上传的部分不会重新发送。',
  en: 'Some parts were not uploaded. Upload the file again; only the missing parts are sent.',
}
