import type { Actor } from '../../../core/actor.ts'
import type { Period } from '../../../core/periods.ts'
import { type Lang, langTag, type Text } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { spanText, wallClockOf } from '../../../core/wall-clock.ts'
import { StateBadge, type Tone } from '../../../web/components/badges.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import type { Kiosk, UseRow } from '../actions.ts'
import { isTheirs, mayKnow } from '../rules.ts'
import { kioskWords as words } from '../words.ts'

type TurnProps = { use: UseRow; actor: Actor; now: Temporal.Instant; zone: string }

/** Whose time it is, when, and for what. */
export function Turn({ use, actor, now, zone }: TurnProps) {
  return (
    <>
      <Local as="h2" text={isTheirs(actor, use) ? words.yours : words.ofOther(use.personName)} />
      <p>
        <strong>
          <Span use={use} now={now} zone={zone} />
        </strong>{' '}
        {use.purpose}
      </p>
    </>
  )
}

/** Who is on and who is next, with names for who may know them. */
export const KioskBoard = ({ kiosk, actor }: { kiosk: Kiosk; actor: Actor }) => (
  <dl class="kiosk-board">
    <Now kiosk={kiosk} actor={actor} />
    <Next kiosk={kiosk} actor={actor} />
  </dl>
)

function Now({ kiosk, actor }: { kiosk: Kiosk; actor: Actor }) {
  const { current, outage, now, instrument, isStaff } = kiosk
  const { zone } = instrument
  const { tone, text } = stateOf(kiosk)
  return (
    <div>
      <Local as="dt" text={words.now} />
      <dd>
        <StateBadge tone={tone} text={text} />
        {current && (
          <p>
            <Who use={current} actor={actor} isStaff={isStaff} />{' '}
            <Local text={words.until(clock(current.end, { now, zone }))} />
          </p>
        )}
        {!current && outage && (
          <p>
            {outage.reason} · <Local text={words.until(clock(outage.end, { now, zone }))} />
            {outage.isEstimate && (
              <span class="quiet">
                {' '}
                (<Local text={words.estimate} />)
              </span>
            )}
          </p>
        )}
      </dd>
    </div>
  )
}

function stateOf({ current, outage, now }: Kiosk): { tone: Tone; text: Text } {
  if (current)
    return Temporal.Instant.compare(current.end, now) <= 0
      ? { tone: 'danger', text: words.overtime }
      : { tone: 'caution', text: words.inUse }
  return outage ? { tone: 'danger', text: words.out } : { tone: 'good', text: words.free }
}

function Next({ kiosk, actor }: { kiosk: Kiosk; actor: Actor }) {
  const { next, instrument, isStaff, now } = kiosk
  return (
    <div>
      <Local as="dt" text={words.next} />
      <dd>
        {next ? (
          <p>
            <Span use={next} now={now} zone={instrument.zone} />{' '}
            <Who use={next} actor={actor} isStaff={isStaff} />
          </p>
        ) : (
          <Local as="p" class="quiet" text={words.noNext} />
        )}
      </dd>
    </div>
  )
}

function Who({ use, actor, isStaff }: { use: UseRow; actor: Actor; isStaff: boolean }) {
  return mayKnow(actor, use, isStaff) ? <span>{use.personName}</span> : <></>
}

/** `05:00–06:00`, and with its day where that is another. */
function Span({ use, now, zone }: { use: UseRow } & When) {
  return <span class="numeric">{spanOf(use, { now, zone, lang: useLang() })}</span>
}

/** By the clock of the instrument; with its day where that is another. */
export function spanOf(use: Period, { now, zone, lang }: When & { lang: Lang }): string {
  const times = { start: use.start.epochMilliseconds, end: use.end.epochMilliseconds }
  const today = wallClockOf(now.epochMilliseconds, zone).slice(0, 10)
  const [from, to] = [wallClockOf(times.start, zone), wallClockOf(times.end, zone)]
  const isToday = from.slice(0, 10) === today && to.slice(0, 10) === today
  if (isToday) return `${from.slice(11)}–${to.slice(11)}`
  return spanText(times, { zone, locale: langTag(lang) })
}

type When = { now: Temporal.Instant; zone: string }

const clock = (at: Temporal.Instant, when: When) => clockAt(at.epochMilliseconds, when)

/** `16:00`, and with its date on another day. */
export function clockAt(atMs: number, { now, zone }: When): string {
  const [at, today] = [wallClockOf(atMs, zone), wallClockOf(now.epochMilliseconds, zone)]
  const time = at.slice(11)
  return at.slice(0, 10) === today.slice(0, 10) ? time : `${at.slice(5, 10)} ${time}`
}
