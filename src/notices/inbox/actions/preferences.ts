import { signedIn, writing } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { type Letters, noticeKinds } from '../model.ts'
import { switchedOff, switchOff } from '../queries/preferences.ts'
import { lettersWithout } from '../rules.ts'

/** Which letters I want: all but those that I switched off. */
export async function myLetters(ctx: Context): Promise<Letters> {
  return lettersWithout(await switchedOff(ctx.db, signedIn(ctx).personId))
}

export async function chooseLetters(ctx: Context, letters: Letters): Promise<Letters> {
  const { personId } = writing(ctx)
  const kinds = noticeKinds.filter((kind) => !letters[kind])
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
