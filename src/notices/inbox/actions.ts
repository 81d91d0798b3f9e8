import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { signedIn, writing } from '../../core/permission.ts'
import { forEachLetter, letterKinds, letterNames } from '../../letters.ts'
import type { Letters } from './model.ts'
import { listNotices, type NoticeRow, switchedOff, switchOff } from './queries.ts'

/** What I was told, newest first, whether by letter or not. */
export async function myNotices(ctx: Context, paging: Paging) {
  const { personId } = signedIn(ctx)
  const { items, ...page } = await listNotices(ctx.db, { personId, ...paging })
  return { ...page, items: items.map(presentNotice) }
}

const presentNotice = ({ instrumentId, title, bookingId, start, end, ...row }: NoticeRow) => ({
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
