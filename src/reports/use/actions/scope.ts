import { isoOf, defaultZone } from '../../../core/time.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import type { Context } from '../../../core/context.ts'
import { permissionWords } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { type AskedPeriod } from '../model/period.ts'
import { type ReportedInstrument, reportedInstruments } from '../../sharing/queries/instruments.ts'
import { type LabName, labsNamed } from '../queries/use.ts'
import type { Scope } from '../queries/spans.ts'
import { askedPeriod, bucketsIn } from '../rules/period.ts'
import { type Reach, reachOf } from '../../sharing/rules/reach.ts'
import { useWords as words } from '../words/use.ts'

export type UseAsked = {
  from?: string | undefined
  to?: string | undefined
  institution?: string | undefined
  lab?: string | undefined
  instrument?: string | undefined
}

/** What a report is about: found once, and asked several things. */
export type UseScope = {
  asked: AskedPeriod
  lab: string | undefined
  reach: Reach
  instruments: readonly ReportedInstrument[]
  zones: readonly string[]
  now: string
}

/** The instruments that the viewer may count, and how much of their use they may know. */
export async function useScope(ctx: Context, query: UseAsked): Promise<UseScope> {
  const asked = askedPeriod(query, ctx.now(), defaultZone)
  const instruments = await reportedInstruments(ctx.db, ctx.actor, query)
  if (query.instrument !== undefined && instruments.length === 0)
    throw new Problem('not-found', instrumentWords.noInstrument)
  const reach = reachOf(ctx.actor, { lab: query.lab, instruments })
  if (query.lab !== undefined && reach === 'public') throw notForYou(ctx, words.labsForStaff)
  const zones = [...new Set(instruments.map(({ zone }) => zone))]
  return { asked, lab: query.lab, reach, instruments, zones, now: isoOf(ctx.now()) }
}

/** Guests sign in first; who is known learns whose it is. */
export const notForYou = ({ actor }: Context, detail: typeof words.labsForStaff): Problem =>
  actor.type === 'anonymous'
    ? new Problem('unauthenticated', permissionWords.signIn)
    : new Problem('forbidden', detail)

/** The labs whose use somebody may see as a member. */
export const ownLabs = async ({ db, actor }: Context): Promise<LabName[]> =>
  actor.type === 'person' && actor.labs.length > 0
    ? labsNamed(
        db,
        actor.labs.map(({ labId }) => labId),
      )
    : []

/** The period in one piece for each zone. */
export const whole = ({ instruments, zones, asked, lab, now }: UseScope): Scope => ({
  instruments,
  buckets: bucketsIn(zones, asked, 'all'),
  lab,
  now,
})
