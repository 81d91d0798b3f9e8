import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { signedIn, writing } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { newSecret, secretHash } from '../../core/secrets.ts'
import { isId } from '../../core/shapes.ts'
import { getInstrument } from '../../instruments/actions.ts'
import type { NewFeed } from './model.ts'
import {
  type FeedRow,
  getFeed,
  insertFeed,
  instrumentsOf,
  listFeeds,
  revokeFeedOf,
} from './queries.ts'
import { feedWords as words } from './words.ts'

const mostFeeds = 50
const mostChoices = 12

export const myFeeds = (ctx: Context, paging: Paging) =>
  listFeeds(ctx.db, { personId: signedIn(ctx).personId, ...paging })

/** The instruments that one's form offers: those that one booked lately. */
export const instrumentsToFollow = (ctx: Context) =>
  instrumentsOf(ctx.db, signedIn(ctx).personId, mostChoices)

/** Makes a feed of what its person may see, and answers its address, this once: only a hash of it is kept. */
export async function makeFeed(ctx: Context, input: NewFeed): Promise<FeedRow & { url: string }> {
  const { personId } = writing(ctx)
  const { kind } = input
  const labId = kind === 'lab' ? labOf(ctx, input.lab) : null
  const instrumentId =
    kind === 'instrument' ? (await getInstrument(ctx, input.instrument)).id : null
  const secret = newSecret()
  return transact(ctx, async (trx) => {
    const { total } = await listFeeds(trx, { personId, limit: 1 })
    if (total.value >= mostFeeds) throw new Problem('conflict', words.tooMany(mostFeeds))
    const { id } = await insertFeed(trx, {
      token_hash: secretHash(secret),
      person_id: personId,
      kind,
      lab_id: labId,
      instrument_id: instrumentId,
      created_at: ctx.now(),
    })
    const of = { entity: 'calendar_feed', entityId: id } as const
    const after = { kind, labId, instrumentId }
    await recordChange(trx, ctx, { action: 'calendar_feed.create', ...of, after })
    return { ...(await getFeed(trx, id)), url: `${ctx.baseUrl}/calendar/${secret}.ics` }
  })
}

/** From then on its address answers nothing. */
export async function revokeFeed(ctx: Context, { id }: { id: string }): Promise<void> {
  const { personId } = writing(ctx)
  await transact(ctx, async (trx) => {
    const at = ctx.now()
    const before = isId(id) ? await revokeFeedOf(trx, { id, personId, at }) : undefined
    if (!before) throw new Problem('not-found', words.noFeed)
    const of = { entity: 'calendar_feed', entityId: id, before } as const
    await recordChange(trx, ctx, { action: 'calendar_feed.revoke', ...of })
  })
}

function labOf(ctx: Context, id: string): string {
  const isMine = signedIn(ctx).labs.some(({ labId }) => labId === id)
  const message = words.notYourLab
  if (!isMine) throw new Problem('invalid', message, { issues: [{ path: 'lab', message }] })
  return id
}
