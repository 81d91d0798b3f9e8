import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { zonedMoment } from '../../core/letters.ts'
import { defaultZone, isLater, type Temporal } from '../../core/time.ts'
import type { WorkingCalendar } from '../../core/working-days.ts'
import { workingDaysFrom } from '../../deposits/centres/actions.ts'
import { enqueueLetter, tellPeople } from '../../mail/actions.ts'
import { inOneLine } from '../../mail/rules.ts'
import { administratorsToTell } from '../../people/roles/actions/roles.ts'
import {
  giveCommandIn,
  type Held,
  holdRequest,
  staffToTell,
  whoIsThere,
} from '../requests/actions/command.ts'
import { titleOf } from '../requests/actions/read.ts'
import { dutiesOf } from '../reports/actions/duties.ts'
import type { Asked } from '../requests/rules/decide.ts'
import { currentMembers, turnOf } from '../requests/rules/state.ts'
import { awakeRequests, entitledTo, isAwake, noteDeed, sleepUntil } from './queries.ts'
import { type Deed, deedsOf, type Facts, seriesOf } from './rules.ts'
import { mailboxLetter } from './words.ts'

const batch = 200
/** Working days and settings may change meanwhile: nothing is left alone for longer. */
const longestSleep = { hours: 7 * 24 }
/** A command brings further ones: closing follows an answer, and no chain is longer. */
const mostSteps = 20

/**
 * Does what time brings for requests: reminders, escalation, ends. Each request in its own transaction: what fails for
 * one holds up no other.
 */
export async function runClock(ctx: Context): Promise<void> {
  const now = ctx.now()
  const calendar = await workingDaysFrom(ctx.db, now.subtract({ hours: 24 * 800 }))
  const failures: unknown[] = []
  for (let after: string | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const ids: string[] = await awakeRequests(ctx.db, { now, after, limit: batch })
    for (const id of ids)
      // oxlint-disable-next-line no-await-in-loop -- one request after the other: others work too
      await transact(ctx, (trx) => wake(trx, ctx, { id, now, calendar })).catch((error: unknown) =>
        failures.push(error),
      )
    after = ids.at(-1) ?? null
    if (ids.length < batch) break
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The clock failed for some requests.')
}

type Waking = { id: string; now: Temporal.Instant; calendar: WorkingCalendar }

async function wake(trx: Trx, ctx: Context, { id, now, calendar }: Waking): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each command changes what is due next
    const held = await holdRequest(trx, ctx, { id })
    // Another process was first.
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (step === 0 && !(await isAwake(trx, id, now))) return
    const { deeds, next } = deedsOf(seriesOf(await factsOf(trx, held, calendar)), now)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (await doOne(trx, ctx, { held, deeds })) continue
    const latest = now.add(longestSleep)
    // oxlint-disable-next-line no-await-in-loop -- the last statement
    await sleepUntil(trx, id, next && isLater(latest, next) ? next : latest)
    return
  }
}

/** Commands first: who is no longer waited for is not reminded. False once all was done. */
async function doOne(
  trx: Trx,
  ctx: Context,
  { held, deeds }: { held: Held; deeds: readonly Deed[] },
): Promise<boolean> {
  const order = deeds.toSorted(
    (one, other) => Number(commandOf(other) !== null) - Number(commandOf(one) !== null),
  )
  for (const deed of order)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (await noteDeed(trx, held.row.id, { deed, at: ctx.now() })) {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await act(trx, ctx, { held, deed })
      // Whoever is told that it went further up is not reminded on the same day too.
      const stands = deed.kind === 'escalation' ? order.find(({ kind }) => kind === 'turn') : null
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      if (stands) await noteDeed(trx, held.row.id, { deed: stands, at: ctx.now() })
      return true
    }
  return false
}

async function factsOf(
  trx: Trx,
  { row, request, settings }: Held,
  calendar: WorkingCalendar,
): Promise<Facts> {
  const { turn, turnSince, dueAt } = row
  const { appealDays } = settings
  const reportsDue = await dutiesOf(trx, row.id)
  return { request, turn, turnSince, dueAt, appealDays, reportsDue, calendar }
}

/** What the clock asks of a request; null of what it only says. */
function commandOf({ kind, itemId = '' }: Deed): Asked | null {
  if (kind === 'escalation' || kind === 'expiry' || kind === 'release') return { command: kind }
  if (kind === 'closure') return { command: kind, note: null }
  return kind === 'access_end' ? { command: kind, itemId } : null
}

type Doing = { held: Held; deed: Deed }

async function act(trx: Trx, ctx: Context, { held, deed }: Doing): Promise<void> {
  const wish = commandOf(deed)
  if (wish) await giveCommandIn(trx, ctx, { key: { id: held.row.id }, wish })
  if (deed.kind === 'escalation') await escalate(trx, ctx, { held, deed })
  if (!wish) await remind(trx, ctx, { held, deed })
}

const factsFor = async (trx: Trx, { held: { row }, deed: { end, itemId } }: Doing) => ({
  requestId: row.id,
  number: row.number,
  provider: inOneLine(row.provider.name),
  title: itemId === undefined ? null : inOneLine(await titleOf(trx, row.id, itemId)),
  until: end ? zonedMoment(end, defaultZone) : null,
})

async function remind(trx: Trx, ctx: Context, doing: Doing): Promise<void> {
  const { kind, step } = doing.deed
  const people = await remindedOf(trx, doing, ctx.now())
  if (people.length === 0) return
  const facts = { ...(await factsFor(trx, doing)), isLate: step.startsWith('late') }
  const to = { people }
  if (kind === 'turn' || kind === 'expiring' || kind === 'put_off')
    await tellPeople(trx, ctx, { letter: 'request_reminder', to, facts: { ...facts, what: kind } })
  if (kind === 'access_ending' || kind === 'loan' || kind === 'report')
    await tellPeople(trx, ctx, { letter: 'received_reminder', to, facts: { ...facts, what: kind } })
}

async function remindedOf(
  trx: Trx,
  { held, deed }: Doing,
  now: Temporal.Instant,
): Promise<string[]> {
  const { row, request } = held
  const { kind, itemId = '' } = deed
  const members = currentMembers(request)
  if (kind === 'access_ending') return entitledTo(trx, itemId)
  if (kind === 'loan') return members
  if (kind === 'put_off' || (kind === 'turn' && turnOf(request) !== 'requester'))
    return (await staffToTell(trx, { row, after: request, now })).filter(
      (id) => !members.includes(id),
    )
  return kind === 'turn' ? members : [request.requesterId]
}

/**
 * Whoever else decides for the provider first, then those who look after the installation; and at once where nobody is
 * left to decide.
 */
async function escalate(trx: Trx, ctx: Context, { held, deed }: Doing): Promise<void> {
  const { row, request, settings } = held
  const all = await whoIsThere(trx, row, ctx.now())
  const told = await staffToTell(trx, { row, after: request, now: ctx.now() })
  const others = all.filter((id) => !told.includes(id) && !currentMembers(request).includes(id))
  const isLast = deed.step !== '1' || all.length === 0
  const people = [...others, ...(isLast ? await administratorsToTell(trx) : [])]
  const facts = await factsFor(trx, { held, deed })
  if (people.length > 0)
    await tellPeople(trx, ctx, { letter: 'request_overdue', to: { people }, facts })
  if (settings.mailbox !== null && all.length === 0)
    await enqueueLetter(trx, ctx, {
      to: settings.mailbox,
      lang: 'zh',
      ...mailboxLetter(facts, ctx.baseUrl),
    })
}
