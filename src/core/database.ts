import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../db/schema.ts'

export type Db = Kysely<Database>
/** A function that locks or writes takes one of these: it cannot run outside a transaction. */
export type Trx = Transaction<Database>
