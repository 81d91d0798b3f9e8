import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { writing } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { dayAt, defaultZone } from '../../../core/time.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { oneLine } from '../../../mail/rules.ts'
import { giveCommandIn, type Held, personNamed } from '../../requests/actions/command.ts'
import type { HandOver } from '../model.ts'
import { handledBy, noteToldBut } from '../queries.ts'
import { notDecider } from '../../requests/words/refusals.ts'
import { absenceWords as words } from '../words.ts'

/** How many go over in one transaction. */
const mostAtOnce = 200

/**
 * Hands whatever somebody works on over to another who decides: each request has its event, and who takes them has one
 * letter. What the other may not decide stays.
 */
export async function handOverAll(ctx: Context, { person, of, reason }: HandOver) {
  const actor = writing(ctx)
  return transact(ctx, async (trx) => {
    const to = await personNamed(trx, person)
    const from = of === undefined ? actor.personId : await personNamed(trx, of, 'of')
    if (from === to) throw invalidField('person', words.samePerson)
    const now = ctx.now()
    const today = dayAt(now, defaultZone)
    const found = await handledBy(trx, actor, { of: from, to, now, today, limit: mostAtOnce })
    if (found.length === 0) throw new Problem('conflict', words.nothing)
    let handedOver = 0
    for (const { id, decides } of found)
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      if (decides && (await handedOne(trx, ctx, { id, from, to, reason }))) handedOver += 1
    if (handedOver === 0) throw invalidField('person', notDecider)
    await tellPeople(trx, ctx, {
      letter: 'requests_handed_over',
      to: { people: [to] },
      facts: { count: handedOver, by: oneLine(actor.name), reason: oneLine(reason) },
    })
    return { handedOver, kept: found.length - handedOver }
  })
}

type One = { id: string; from: string; to: string; reason: string }

/** Whether it went over: who is on its other side does not get it, and what somebody else took meanwhile stays. */
async function handedOne(trx: Trx, ctx: Context, { id, from, to, reason }: One): Promise<boolean> {
  let told = 0
  try {
    await giveCommandIn(trx, ctx, {
      key: { id },
      wish: (_, held) => {
        refuseOthers(held, from)
        // What is not told of yet is told by the letters of the request itself.
        told = held.row.toldCount === held.row.eventCount ? held.row.toldCount : -1
        return { command: 'reassignment', personId: to, note: reason }
      },
    })
  } catch (error) {
    // Refusals come before anything is written.
    if (!(error instanceof Problem)) throw error
    return false
  }
  await noteToldBut(trx, id, told)
  return true
}

function refuseOthers({ request: { assigneeId, claim } }: Held, from: string): void {
  if (assigneeId !== from && claim?.personId !== from) throw new Problem('conflict', words.noLonger)
}
