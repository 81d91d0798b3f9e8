import { earliestStart } from '../../../bookings/use/rules.ts'
import { bookingPaths } from '../../../bookings/words/paths.ts'
import type { Actor } from '../../../core/actor.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import type { Kiosk, NextAtKiosk } from '../actions.ts'
import { isSoon } from '../rules.ts'
import { kioskWords as words } from '../words.ts'
import { clockAt, spanOf, Turn } from './board.tsx'

type Props = { kiosk: Kiosk; actor: Actor; next: NextAtKiosk }

/** Nothing to start and nothing to finish: when something will be, or how to come by it. */
export function NothingNow({ kiosk, actor, next }: Props) {
  const { toCome, instrument, now } = kiosk
  const { zone } = instrument
  if (toCome)
    return (
      <section class="kiosk-do">
        <Turn use={toCome} actor={actor} now={now} zone={zone} />
        <Local as="p" text={words.startFrom(clockAt(earliestStart(toCome), { now, zone }))} />
      </section>
    )
  return (
    <section class="kiosk-do">
      <Local as="p" text={words.notYours} />
      <BookNext kiosk={kiosk} next={next} />
    </section>
  )
}

/** Now where that may be, or else when; and why not, where it may not be at all. */
function BookNext({ kiosk: { instrument, now }, next }: { kiosk: Kiosk; next: NextAtKiosk }) {
  const lang = useLang()
  const { id, zone } = instrument
  if (!next) return <Local as="p" text={words.noneFree} />
  const { period, objections } = next
  if (objections.length > 0)
    return (
      <>
        <Local as="p" text={words.cannotBook} />
        <ul>
          {objections.map(({ detail }) => (
            <Local as="li" text={detail} />
          ))}
        </ul>
      </>
    )
  const isNow = isSoon(period, now)
  const time = spanOf(period, { now, zone, lang })
  return (
    <>
      {!isNow && <Local as="p" text={words.nextFree} />}
      <div class="kiosk-big">
        <ButtonLink
          look="primary"
          href={bookingPaths.bookInstrument(id, period)}
          text={isNow ? words.bookNow : words.bookAt(time)}
        />
      </div>
      {isNow && <p class="numeric">{time}</p>}
    </>
  )
}
