import type { NewRecord } from '../src/catalog/records/model/shapes.ts'
import type { Kind } from '../src/catalog/records/model/record.ts'
import type { Text } from '../src/core/text.ts'

/** A record of the demo, told before anything of it is in the database. */
export type RecordStory = {
  /** The demo's own name for it, `instrument/imp/cyclotron`; never shown. */
  key: string
  kind: Kind
  institution: string
  /** The day it was written down. */
  on: string
  /** Published on that day where nothing is said. */
  state?: 'draft' | 'withdrawn'
  /** What the tombstone says. */
  reason?: string
  picture?: Picture
  input: Omit<NewRecord, 'institution' | 'collection'> & OwnFields
}

/** Fields of the kind, by the keys of its model; `createRecord` holds them to it. */
type OwnFields = { [key: string]: unknown }

/** What the drawing of a record shows: a subject of `pictures/draw.ts`, and what is said below it. */
export type Picture = { subject: string; caption: Text }

/** Relations name records by their keys, and types by vocabulary `relation_type`. */
export type RelationStory = readonly [from: string, type: string, to: string]
