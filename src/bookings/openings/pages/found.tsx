import type { BookableRow } from '../../policies/actions.ts'
import { timelineWords } from '../../calendar/words.ts'
import { bookingPaths } from '../../words/paths.ts'
import { accessNames } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import type { Period } from '../../../core/periods.ts'
import { langTag } from '../../../core/text.ts'
import { defaultZone } from '../../../core/time.ts'
import { spanText } from '../../../core/wall-clock.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import type { Choice } from '../../../web/components/form-field.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { formatNumber, formatYuan } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { FreeInstrument } from '../actions.ts'
import { openingWords as words } from '../words.ts'
import type { FoundFree } from './asked.ts'

/** What each use would cost the person who looks, in 分, by instrument; one without prices is not in it. */
export type PricesFor = (
  ctx: Context,
  uses: readonly { instrument: BookableRow; period: Period }[],
) => Promise<ReadonlyMap<string, number>>

type Shown = { prices: ReadonlyMap<string, number>; regions: readonly Choice[] }

export function Found({ found: { exact, near }, ...shown }: Shown & { found: FoundFree }) {
  const t = useText()
  const lang = useLang()
  if (exact.length + near.length === 0) return <NothingFree />
  return (
    <>
      <section class="openings" aria-labelledby="found">
        {exact.length > 0 ? (
          <h2 id="found">{t(words.exact(formatNumber(exact.length, lang)))}</h2>
        ) : (
          <>
            <h2 id="found">{t(words.noneExact)}</h2>
            <p class="quiet">{t(words.noneExactHint)}</p>
          </>
        )}
        <List all={exact} {...shown} />
      </section>
      {near.length > 0 && (
        <section class="openings" aria-labelledby="near">
          <h2 id="near">{t(words.near)}</h2>
          <List all={near} {...shown} />
        </section>
      )}
    </>
  )
}

const List = ({ all, ...shown }: Shown & { all: readonly FreeInstrument[] }) =>
  all.length === 0 ? (
    <></>
  ) : (
    <ul>
      {all.map((one) => (
        <Instrument {...one} {...shown} />
      ))}
    </ul>
  )

const mostSlots = 4

function Instrument({ instrument, slots, prices, regions }: FreeInstrument & Shown) {
  const t = useText()
  const { id, titleZh, titleEn, institutionZh, institutionEn, access } = instrument
  const region = regions.find(
    ({ value }) => instrument.region?.startsWith(value) && value.length === 4,
  )
  return (
    <li>
      <div>
        <h3>
          <a href={paths.record(id)}>
            <Local text={{ zh: titleZh, en: titleEn }} />
          </a>
        </h3>
        <p class="quiet">
          <Local text={{ zh: institutionZh, en: institutionEn }} />
          {region && ` · ${t(region.label)}`} · {t(accessNames[access])}
          <Price fen={prices.get(id)} /> ·{' '}
          <a href={bookingPaths.instrumentCalendar(id)}>{t(timelineWords.itsCalendar)}</a>
        </p>
      </div>
      <ul class="slots">
        {slots.slice(0, mostSlots).map((slot) => (
          <li>
            <Slot instrument={instrument} slot={slot} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function Price({ fen }: { fen: number | undefined }) {
  const t = useText()
  const lang = useLang()
  if (fen === undefined) return <></>
  return <> · {t(fen === 0 ? words.free : words.price(formatYuan(fen, lang)))}</>
}

function Slot({ instrument, slot }: { instrument: FreeInstrument['instrument']; slot: Period }) {
  const t = useText()
  const lang = useLang()
  const title = instrumentTitle(instrument)
  const times = { start: slot.start.epochMilliseconds, end: slot.end.epochMilliseconds }
  const time = spanText(times, { zone: defaultZone, locale: langTag(lang) })
  return (
    <ButtonLink
      href={bookingPaths.bookInstrument(instrument.id, slot)}
      dense
      label={t(timelineWords.bookAt(title, time))}
    >
      {time}
    </ButtonLink>
  )
}

function NothingFree() {
  const t = useText()
  return (
    <Empty title={timelineWords.nothingFree} text={timelineWords.nothingFreeHint} icon="clock">
      <ButtonLink href={bookingPaths.openings}>{t(timelineWords.all)}</ButtonLink>
    </Empty>
  )
}
