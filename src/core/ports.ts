import type { Trx } from './database.ts'
import type { Extent } from './place.ts'
import type { PreviewFacts, PreviewReason } from './preview.ts'

/** Bytes on their way; web streams, so that Node and Workers agree. */
export type Bytes = ReadableStream<Uint8Array>

/** An inclusive byte range, as HTTP's `Range: bytes=first-last`. `last` beyond the end is clipped. */
export type ByteRange = { first: number; last?: number }

export type ObjectHead = { sizeBytes: number; contentType: string; etag: string; modifiedAt: Date }
export type ObjectBody = ObjectHead & { body: Bytes; range?: { first: number; last: number } }
export type PartTag = { number: number; etag: string }
export type StoredPart = PartTag & { sizeBytes: number }

/**
 * The bucket: write-once bytes under server-made keys (`[a-z0-9/_.-]`, no `..`, at most 512 characters).
 * `find…` answers undefined for a key that is not there; every other failure throws: a conflict
 * (`object_exists`) for a taken key, not-found for an upload that is over, an Error for a wrong key.
 */
export type Objects = {
  /** Stores bytes under a new key; refuses with `object_exists` when the key is taken. */
  put(
    key: string,
    body: Uint8Array | Bytes,
    about: { contentType: string; sizeBytes: number },
  ): Promise<{ etag: string }>
  findHead(key: string): Promise<ObjectHead | undefined>
  /** How many bytes are stored under a key. */
  findSize(key: string): Promise<number | undefined>
  /** The body must be read or cancelled. A range that begins beyond the end is refused (`range_beyond_end`). */
  find(key: string, range?: ByteRange): Promise<ObjectBody | undefined>
  /** Reads from the beginning until the object ends or `into` is full; answers how many bytes that were. */
  readInto(key: string, into: Uint8Array): Promise<number | undefined>
  /** Removes a key; removing what is not there is fine. */
  remove(key: string): Promise<void>
  /**
   * An address that reads the object without signing in, for `seconds` at most. Addresses of the
   * filesystem store begin with `/` where the service's own address is not set.
   */
  signedGet(key: string, options: { seconds: number; downloadAs?: string }): Promise<string>
  /**
   * Where a client PUTs one new object, for `seconds` at most, and the headers it has to send with it. Bytes may be put
   * there again as long as it holds where `signedPutOverwrites`.
   */
  signedPut(
    key: string,
    options: { seconds: number; contentType?: string },
  ): Promise<{ address: string; headers: Record<string, string> }>
  /**
   * Whether a signed address of a whole object takes bytes once more and replaces those that are there: what was
   * verified is copied to a key that no address was signed for.
   */
  signedPutOverwrites: boolean
  startMultipart(key: string, about: { contentType: string }): Promise<{ uploadId: string }>
  putPart(
    key: string,
    uploadId: string,
    number: number,
    body: Uint8Array | Bytes,
    sizeBytes: number,
  ): Promise<PartTag>
  signedPart(
    key: string,
    uploadId: string,
    number: number,
    options: { seconds: number },
  ): Promise<string>
  /**
   * The parts that have arrived so far, by number; the last try of each. None of an upload that is over, and undefined
   * where the store cannot say.
   */
  findParts(key: string, uploadId: string): Promise<StoredPart[] | undefined>
  /** Joins the parts in order of number. Completing twice answers the same; a lost part is refused. */
  completeMultipart(
    key: string,
    uploadId: string,
    parts: readonly PartTag[],
  ): Promise<{ etag: string }>
  /** Ends an unfinished upload; ending what is not there is fine. */
  abortMultipart(key: string, uploadId: string): Promise<void>
  /** Throws when the bucket does not answer (for `/readyz`). */
  check(): Promise<void>
}

export const imageSizes = { thumb: 160, small: 400, medium: 800, large: 1600 } as const
export type ImageSize = keyof typeof imageSizes
export const imageFormats = ['avif', 'webp', 'jpeg'] as const
export type ImageFormat = (typeof imageFormats)[number]

/** What a picture is, read from its bytes and never from its name. Width and height are after orientation. */
export type PictureFacts = {
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' | 'gif'
  width: number
  height: number
}

/** Why a file is not taken as a picture. */
export type PictureRefusal =
  | 'empty'
  | 'heic'
  | 'svg_or_html'
  | 'unknown_format'
  | 'too_many_pixels'
  | 'too_much_memory'
  | 'not_displayable'
  | 'damaged'

export type Derivative = {
  size: ImageSize
  format: ImageFormat
  width: number
  height: number
  bytes: Uint8Array
}

/** Reading and making pictures. Reached from Node entries only; a Worker has {@link noImages}. */
export type Images = {
  /** Reads the header only: magic bytes decide; too many pixels, or too much to decode, are refused before decoding. */
  inspect(bytes: Uint8Array): Promise<PictureFacts | { refused: PictureRefusal }>
  /** Decodes every pixel once; says whether the whole picture is sound. */
  verify(bytes: Uint8Array): Promise<'sound' | 'damaged'>
  /**
   * These sizes (all, unless named) in all formats, the smallest first; upright, without metadata, never enlarged.
   * Takes SVG too, so it is called with what this program stored, never with what was just sent.
   */
  derive(bytes: Uint8Array, sizes?: readonly ImageSize[]): AsyncIterable<Derivative>
  /** A tiny picture to show while loading (thumbhash, base64) and the dominant colour (`#rrggbb`). */
  impression(bytes: Uint8Array): Promise<Impression>
}

export type Impression = {
  thumbhash: string
  colour: string
  /** Set where samples were stretched to what a screen shows. */
  levels?: Levels
}

/** The samples of an original that are shown as black and as white; everything between is shown evenly. */
export type Levels = { black: number; white: number }

export type ReadRange = (range: Required<ByteRange>) => Promise<Uint8Array>

/** What the bytes of a file show. */
export type PreviewRead = {
  facts: PreviewFacts
  variables: readonly string[]
  extent?: Extent | null
  /** A PNG of what is in it. */
  picture?: { png: Uint8Array; width: number; height: number } | null
}

/** Reading files of any format and anybody. Reached from Node entries only. */
export type Previews = {
  /** Reads as much of a file as it takes to show it; throws only what `readRange` throws. */
  read(
    file: { name: string; sizeBytes: number },
    readRange: ReadRange,
  ): Promise<PreviewRead | { refused: PreviewReason }>
}

/**
 * Every background job and its payload: each area declares its own beside its handlers, and `src/jobs.ts` has to have a
 * handler for each. Named verb_object, as the worker lists them.
 */
export interface JobPayloads {}
export type JobName = keyof JobPayloads

/** The queue: a job is a row, written in the transaction of the fact that asks for it. */
export type Jobs = {
  add<Name extends JobName>(
    trx: Trx,
    name: Name,
    payload: JobPayloads[Name],
    options?: {
      runAt?: Date
      /** A job of the same key takes this one's place while it waits; with `once`, it stays as it is, failed or not. */
      key?: string
      once?: boolean
      maxTries?: number
      priority?: number
    },
  ): Promise<void>
}

/** Wakes whoever waits for news of a person, in whichever process they come up. */
export type Signals = {
  /** Answers how to stop; undefined where too many wait already, for this person or in all. */
  hear(personId: string, wake: () => void): (() => void) | undefined
  /** Whether news wake by themselves now. Whoever waits looks now and then in any case, and more often where not. */
  isHearing(): boolean
  /** Whether this process is to stop: who waits leaves. */
  isOver(): boolean
  end(): Promise<void>
}

/** argon2id; slow on purpose. */
export type Passwords = {
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
}

/** One letter as the mail port sends it. Plain text only; addresses and subject carry no line breaks. */
export type Letter = {
  to: string
  subject: string
  text: string
  messageId: string
  attachments?: readonly { name: string; contentType: string; text: string }[]
}
export type Mail = { send(letter: Letter): Promise<void> }

/** What works off each kind of job. A handler may run twice for one job: it must not matter. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> }

/** When a job starts by itself, as a crontab pattern in UTC. */
export type Schedule = { job: JobName; pattern: string }
