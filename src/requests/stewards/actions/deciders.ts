import type { Db } from '../../../core/database.ts'
import type { Provider } from '../../providers/model.ts'
import {
  delegateFor as delegateOf,
  isDecider as decidesAbout,
  presentOf as presentAt,
} from '../queries.ts'

type Reading = { db: Db }
type Asked = Parameters<typeof decidesAbout>[1]

/** Whether somebody decides about a request on a day. */
export const isDecider = async ({ db }: Reading, asked: Asked) => decidesAbout(db, asked)

/** Who acts on a day for somebody who is away from the institution of a request. */
export const delegateFor = async ({ db }: Reading, asked: Asked) => delegateOf(db, asked)

/** Who is there on a day to decide for a provider, or acts for who is away. */
export const presentOf = async ({ db }: Reading, provider: Provider, today: string) =>
  presentAt(db, provider, today)
