import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { signedIn, writing } from '../../core/permission.ts'
import { forEachLetter, letterKinds, letterNames } from '../../letters.ts'
import { type Letters, mostCounted, type Reading } from './model.ts'
import {
  findInbox,
  listNotices,
  markRead,
  noticesAfter,
  type NoticeRow,
  switchedOff,
  switchOff,
  turnInbox,
} from './queries.ts'

/** What I was told, newest first, whether by letter or not, and how much of it I have not read. */
export async function myNotices(ctx: Context, paging: Paging) {
  const { personId } = signedIn(ctx)
  const { items, ...page } = await listNotices(ctx.db, { personId, ...paging })
  const { unread } = await findInbox(ctx.db, personId, mostCounted)
  return { ...page, unread, items: items.map(presentNotice) }
}

/** How many notices I have not read, and the revision of my inbox at which that was so. */
export const myInbox = async (ctx: Context) =>
  findInbox(ctx.db, signedIn(ctx).personId, mostCounted)

/** What I was told after a revision, first told first; `isAll` where nothing more came up to now. */
export async function myNoticesAfter(ctx: Context, revision: number) {
  const { personId } = signedIn(ctx)
  const rows = await noticesAfter(ctx.db, { personId, revision, most: mostAtOnce })
  return { notices: rows.map(presentNotice), isAll: rows.length < mostAtOnce }
}
const mostAtOnce = 100

/** Notes that I read these, or all up to a revision, or all; answers what is left. */
export async function readNotices(ctx: Context, { ids, until }: Reading) {
  const { personId } = writing(ctx)
  return transact(ctx, async (trx) => {
    if (await markRead(trx, personId, { ids, until, at: ctx.now() })) await turnInbox(trx, personId)
    const { unread } = await findInbox(trx, personId, mostCounted)
    return { unread }
  })
}

const presentNotice = <Row extends NoticeRow>({
  instrumentId,
  title,
  bookingId,
  start,
  end,
  ...row
}: Row) => ({
  ...row,
  title: letterKinds[row.kind].name,
  instrument: instrumentId === null ? null : { id: instrumentId, title },
  booking: bookingId === null || !start || !end ? null : { id: bookingId, start, end },
})

/** Which letters I want: all but those that I switched off. */
export async function myLetters(ctx: Context): Promise<Letters> {
  return lettersWithout(await switchedOff(ctx.db, signedIn(ctx).personId))
}

export async function chooseLetters(ctx: Context, letters: Letters): Promise<Letters> {
  const { personId } = writing(ctx)
  const kinds = letterNames.filter((kind) => !letters[kind])
  return transact(ctx, async (trx) => {
    const before = await switchedOff(trx, personId)
    await switchOff(trx, personId, { kinds, at: ctx.now() })
    await recordChange(trx, ctx, {
      action: 'person.choose_letters',
      entity: 'person',
      entityId: personId,
      before: { off: before },
      after: { off: kinds.toSorted() },
    })
    return lettersWithout(kinds)
  })
}

const lettersWithout = (off: readonly string[]): Letters =>
  forEachLetter((kind) => !off.includes(kind))
