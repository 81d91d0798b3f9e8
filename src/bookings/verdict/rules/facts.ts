import { Temporal } from '../../../core/time.ts'
import type { BookingFacts, InstrumentFacts, Qualification, Taken } from '../model/facts.ts'
import type { Policy, QualificationKind } from '../../policies/model.ts'
import { periodOf } from '../../../core/periods.ts'

/** An instrument's row as far as its facts go. */
export type InstrumentLike = {
  visibility: string
  access: string
  status: string | null
  decommissionDate: string | null
  zone: string
}

type Times = readonly [startMs: number, endMs: number]

/** What the database says of one booking of one instrument, moments in milliseconds. */
export type SituationLike = InstrumentLike & {
  policy: Policy
  taken: readonly (readonly [...Times, takenFromMs: number, takenToMs: number, kind: string])[]
  mine: readonly Times[]
  ofLab: readonly Times[]
  qualifications: readonly (readonly [kind: QualificationKind, expiresMs: number | null])[]
}

/** Codes of vocabulary `nrii_status` of instruments that are not given: 待修 and 待报废. */
const unfit = new Set(['6', '7'])

export function instrumentFacts(row: InstrumentLike, now: Temporal.Instant): InstrumentFacts {
  const today = now.toZonedDateTimeISO(row.zone).toPlainDate().toString()
  return {
    isPublished: row.visibility === 'published',
    isOutOfUse:
      (row.status !== null && unfit.has(row.status)) ||
      (row.decommissionDate !== null && row.decommissionDate <= today),
    isClosed: row.access === 'closed',
    zone: row.zone,
  }
}

type Asked = Pick<BookingFacts, 'now' | 'audience' | 'hasProject' | 'before' | 'isInUse'>

/** The facts that the rules take, of what the database answered and of who asks for what. */
export function bookingFacts(situation: SituationLike, asked: Asked): BookingFacts {
  return {
    ...asked,
    instrument: instrumentFacts(situation, asked.now),
    policy: situation.policy,
    qualifications: situation.qualifications.map(([kind, expiresMs]): Qualification => ({
      kind,
      expiresAt: expiresMs === null ? null : Temporal.Instant.fromEpochMilliseconds(expiresMs),
    })),
    mine: situation.mine.map(([start, end]) => periodOf(start, end)),
    ofLab: situation.ofLab.map(([start, end]) => periodOf(start, end)),
    taken: situation.taken.map(([start, end, from, to, kind]): Taken => ({
      kind: kind === 'outage' ? 'outage' : kind === 'hold' ? 'hold' : 'booking',
      period: periodOf(start, end),
      taken: periodOf(from, to),
    })),
  }
}
