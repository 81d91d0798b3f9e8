import type { Text } from '../../core/text.ts'

/** States of an upload that still holds its name. */
export const liveStates = ['open', 'completing', 'verifying'] as const
export const uploadStates = [...liveStates, 'attached', 'failed', 'cancelled', 'expired'] as const
export type UploadState = (typeof uploadStates)[number]

/** What the API answers of an upload, as far as a sender looks at it. */
export type SentUpload = {
  id: string
  name: string
  sizeBytes: number
  state: UploadState
  /** Why it failed, in both languages. */
  failure: Text | null
  partSizeBytes: number
  partCount: number
  receivedCount: number
  receivedBytes: number
}

/** Where one part is sent: a PUT of its bytes with these headers, and no others. */
export type PartAddress = { number: number; url: string; headers: Record<string, string> }

export type StartedUpload = SentUpload & {
  /** Missing parts, the first of them. */
  parts: PartAddress[]
}

/** A file to send: its name in the version, with its folders, and its bytes (a `File` of a browser is one). */
export type SentFile = { name: string; bytes: Blob }

export type Progress = {
  name: string
  /** `sending`, then `checking` by the server, then `attached` or `failed`. */
  state: 'sending' | 'checking' | 'attached' | 'failed'
  /** With what had arrived before this run began. */
  sentBytes: number
  detail?: Text
}

/**
 * What sending needs of where it runs. A browser and `hexi upload` have one each:
 * `sendFiles(files, door)` does everything else, and may be called again at any time to go on where it was.
 */
export type Door = {
  /** How many parts are on their way at once; 4 is good. */
  atOnce: number
  /** Ends the run: `sendFiles` rejects with its reason. Nothing is lost; pausing is stopping and calling it again. */
  signal: AbortSignal
  /**
   * JSON of an address below the version, as `uploads` or `uploads/ID/parts`; rejects with {@link Refused}, whose status
   * is undefined where there was no answer.
   */
  call: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>
  /**
   * PUTs bytes, which begin at `start` of the file of that name. `address.url` may begin with `/`; with `isOwn` it is
   * below the version and goes with whatever signs `call` in. Answers the status and the ETag where it can be read;
   * rejects where there was no answer.
   */
  put: (
    address: {
      url: string
      headers: Record<string, string>
      isOwn: boolean
      name: string
      start: number
    },
    bytes: Blob,
    onSent: (bytes: number) => void,
  ) => Promise<{ status: number; etag: string | null }>
  /** SHA-256 of a whole file, hexadecimal: read once more beside sending, never in memory as a whole. */
  sha256: (bytes: Blob) => Promise<string>
  /** Parts that the store answered for, by upload: what a sender that is killed had not told the server yet. */
  answered?: AnsweredParts
  /** Waits, and ends early when `signal` does. */
  pause: (ms: number) => Promise<void>
  report: (progress: Progress) => void
}

/** A part that has arrived, with its tag where that can be read. */
export type Arrived = { number: number; etag?: string }

export type AnsweredParts = {
  read: (uploadId: string) => Promise<Arrived[]>
  /** Is done when it returns. */
  add: (uploadId: string, part: Arrived) => void
  /** Of an upload that is complete, and asks for them no more. */
  forget: (uploadId: string) => Promise<void>
}

/** A refusal of the API. */
export class Refused extends Error {
  readonly status: number | undefined
  readonly detail: Text

  constructor(status: number | undefined, detail: Text) {
    super(detail.en)
    this.status = status
    this.detail = detail
  }
}

export type Outcome = { name: string; state: 'attached' | 'failed'; detail?: Text }
