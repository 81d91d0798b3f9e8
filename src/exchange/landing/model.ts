import type { Kind } from '../../catalog/records/model/record.ts'
import type { Context } from '../../core/context.ts'
import type { Described } from '../described/model.ts'

/** A form in which programs take a record: one entry is its route, its link on the page and in Signposting. */
export type RecordFormat = {
  name: string
  /** What is put behind the address of the page: `.datacite.xml`. */
  extension: string
  /** Its media type, without parameters. */
  type: string
  /** Other types by which programs ask for it. */
  alsoAskedAs?: readonly string[]
  /** Unset: all. */
  kinds?: readonly Kind[]
  /** Whether a withdrawn record has it too: what only describes has, what holds the thing has not. */
  ofTombstones: boolean
  /** How many files are described in it at most; unset: 1,000. */
  maxFiles?: number
  write: (one: Described, ctx: Context) => Written | Promise<Written>
}
type Written = string | ReadableStream<Uint8Array>
