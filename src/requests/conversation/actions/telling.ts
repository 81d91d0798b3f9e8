import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { JobPayloads } from '../../../core/ports.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { inOneLine, oneLine } from '../../../mail/rules.ts'
import { type Held, holdRequest, staffToTell } from '../../requests/actions/command.ts'
import { eventsAfter, peopleNamed } from '../../requests/actions/read.ts'
import { noteTold } from '../queries.ts'
import { lettersOf, type ToTell } from '../rules.ts'

/**
 * Tells the sides of a request of all that happened since they were told, in one letter each. How far they were told is
 * noted in the same transaction: done twice it tells once, and what is killed half-way is told by the next try.
 */
export async function tellOfRequest(
  ctx: Context,
  { requestId }: JobPayloads['tell_request'],
): Promise<void> {
  await transact(ctx, async (trx) => {
    const held = await holdRequest(trx, ctx, { id: requestId })
    const { row, request } = held
    if (row.toldCount >= row.eventCount) return
    const events = await eventsAfter(trx, row.id, row.toldCount)
    // A draft is its requester’s alone.
    const staff = request.submittedAt
      ? await staffToTell(trx, { row, after: request, now: ctx.now() })
      : []
    const letters = lettersOf({ events, after: request, staff })
    const names = await peopleNamed(
      trx,
      events.flatMap(({ by }) => by ?? []),
    )
    for (const letter of letters)
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await tellOne(trx, ctx, { held, letter, names })
    await noteTold(trx, row.id, row.eventCount)
  })
}

type One = { held: Held; letter: ToTell; names: ReadonlyMap<string, string> }

const tellOne = async (trx: Trx, ctx: Context, { held: { row }, letter, names }: One) =>
  tellPeople(trx, ctx, {
    letter: letter.letter,
    to: { people: letter.people },
    facts: {
      requestId: row.id,
      number: row.number,
      provider: inOneLine(row.provider.name),
      events: [...new Set(letter.events.map(({ type }) => type))],
      by: [
        ...new Set(
          letter.events.map(({ by }) => (by === null ? 'Hexi' : oneLine(names.get(by) ?? ''))),
        ),
      ].join(', '),
    },
  })
