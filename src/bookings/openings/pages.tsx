import { dayIn, type Temporal, defaultZone } from '../../core/time.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { ZoneLine } from '../calendar/pages/bar.tsx'
import { timelineWords as words } from '../calendar/words.ts'
import { type FreeInstrument, freeInstruments } from './actions.ts'
import { bookingPaths } from '../words/paths.ts'
import { currentTerms } from '../../catalog/vocabularies/actions.ts'
import type { Context } from '../../core/context.ts'
import type { Period } from '../../core/periods.ts'
import { langTag, type Text } from '../../core/text.ts'
import { spanText } from '../../core/wall-clock.ts'
import { instrumentTitle } from '../../instruments/rules/title.ts'
import { chooseInstitution } from '../../people/institutions/actions.ts'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { type Choice, FormField } from '../../web/components/form-field.tsx'
import { PageHead } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { formatNumber } from '../../web/format.ts'
import { Local, useLang, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'

/** Which instruments somebody looks for; an empty field of the form narrows nothing. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .catch(undefined)
    .transform((typed) => typed || undefined)

export const filterInQuery = {
  q: text(200),
  category: text(20),
  region: text(6),
  institution: text(40),
}
export type FilterInQuery = { [name in keyof typeof filterInQuery]?: string | undefined }

export type FilterChoices = { [name in 'category' | 'region' | 'institution']: Choice[] }

/** What the form offers. */
export async function filterChoices(ctx: Context): Promise<FilterChoices> {
  const [categories, regions, institutions] = await Promise.all([
    currentTerms(ctx, 'instrument_category'),
    currentTerms(ctx, 'region'),
    chooseInstitution(ctx),
  ])
  return {
    category: categoryChoices(categories),
    // Provinces that are told down to their prefectures.
    region: regions
      .filter(
        ({ code }) =>
          code.length === 4 || regions.some((one) => one.parent === code && one.code.length === 4),
      )
      .map(({ code, label }) => ({ value: code, label })),
    institution: institutions.map(({ id, name }) => ({ value: id, label: name })),
  }
}

type Term = { code: string; label: Text; parent: string | null }

/** Classes with their subclasses below them; finer codes are found by words. */
function categoryChoices(terms: readonly Term[]): Choice[] {
  return terms
    .filter(({ parent }) => parent === null)
    .flatMap((root) => [
      { value: root.code, label: words.allOf(root.label), group: root.label },
      ...terms
        .filter(({ parent }) => parent === root.code)
        .map(({ code, label }) => ({ value: code, label, group: root.label })),
    ])
}

/** Fields of a form that narrows instruments. */
export function FilterFields({
  filter,
  choices,
}: {
  filter: FilterInQuery
  choices: FilterChoices
}) {
  return (
    <>
      <FormField type="search" name="q" label={words.words} value={filter.q} maxLength={200} />
      {(['category', 'region', 'institution'] as const).map((name) => (
        <FormField
          type="select"
          name={name}
          label={words[name]}
          value={filter[name]}
          choices={choices[name]}
        />
      ))}
    </>
  )
}

type C = HonoContext<Env>

const lengths = [30, 60, 120, 180, 240, 480] as const
const Day = z.string().optional().catch(undefined).transform(dayIn)

const OpeningsInQuery = z.object({
  minutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(31 * 1440)
    .catch(120),
  from: Day,
  to: Day,
  ...filterInQuery,
})

/** Found of all instruments together, shown of each. */
const most = { found: 200, shown: 4, instruments: 25 } as const

/** “Any microscope in Lanzhou for two hours this week”: who fits, and when they are free first. */
export const openingsPages = new Hono<Env>().get(
  bookingPaths.openings,
  parsed('query', OpeningsInQuery),
  async (c) => {
    const { ctx } = c.var
    const asked = daysOf(c, c.req.valid('query'))
    const [choices, found] = await Promise.all([filterChoices(ctx), search(c, asked)])
    return page(
      c,
      {
        title: words.openings[ctx.lang],
        crumbs: [{ text: words.title, href: bookingPaths.calendar }, { text: words.openings }],
        bundle: 'calendar',
        description: words.openingsLead[ctx.lang],
      },
      <>
        <PageHead title={words.openings} lead={words.openingsLead} />
        <Question asked={asked} choices={choices} />
        <ZoneOfAnswer c={c} />
        <Found found={found} />
      </>,
    )
  },
)

type Asked = FilterInQuery & { minutes: number; from: Temporal.PlainDate; to: Temporal.PlainDate }

/** A week from today where no days are said; at most a quarter of a year. */
function daysOf(c: C, { from, to, ...asked }: z.output<typeof OpeningsInQuery>): Asked {
  const first = from ?? c.var.ctx.now().toZonedDateTimeISO(defaultZone).toPlainDate()
  const wished = to ?? first.add({ days: 6 })
  const days = Math.min(Math.max(first.until(wished).days, 0), 90)
  return { ...asked, from: first, to: first.add({ days }) }
}

async function search({ var: { ctx } }: C, { from, to, ...asked }: Asked) {
  const start = from.toZonedDateTime(defaultZone).toInstant()
  const end = to.add({ days: 1 }).toZonedDateTime(defaultZone).toInstant()
  return freeInstruments(ctx, { ...asked, window: { start, end }, limit: most.found })
}

function Question({ asked, choices }: { asked: Asked; choices: FilterChoices }) {
  const t = useText()
  return (
    <form class="wanted" action={bookingPaths.openings} aria-label={t(words.find)}>
      <FilterFields filter={asked} choices={choices} />
      <FormField
        type="select"
        name="minutes"
        label={words.minutes}
        value={asked.minutes}
        choices={lengths.map((minutes) => ({ value: String(minutes), label: lengthText(minutes) }))}
        required
      />
      <FormField type="date" name="from" label={words.from} value={asked.from.toString()} />
      <FormField type="date" name="to" label={words.to} value={asked.to.toString()} />
      <Button look="primary">{t(words.find)}</Button>
    </form>
  )
}

const lengthText = (minutes: number) =>
  minutes === 30 ? words.halfHour : words.minutesOf(String(minutes / 60))

const ZoneOfAnswer = ({ c }: { c: C }) => (
  <ZoneLine zone={defaultZone} now={c.var.ctx.now()} ofMany />
)

function Found({ found }: { found: readonly FreeInstrument[] }) {
  const t = useText()
  const lang = useLang()
  if (found.length === 0) return <NothingFree />
  const shown = found.slice(0, most.instruments)
  return (
    <section class="openings" aria-labelledby="found">
      <h2 id="found">{t(words.found(formatNumber(shown.length, lang)))}</h2>
      <ul>
        {shown.map((one) => (
          <Instrument {...one} />
        ))}
      </ul>
      {found.length > shown.length && <p class="quiet">{t(words.more)}</p>}
    </section>
  )
}

function Instrument({ instrument, slots }: FreeInstrument) {
  const t = useText()
  const { id, titleZh, titleEn, institutionZh, institutionEn } = instrument
  return (
    <li>
      <div>
        <h3>
          <a href={paths.record(id)}>
            <Local text={{ zh: titleZh, en: titleEn }} />
          </a>
        </h3>
        <p class="quiet">
          <Local text={{ zh: institutionZh, en: institutionEn }} /> ·{' '}
          <a href={bookingPaths.instrumentCalendar(id)}>{t(words.itsCalendar)}</a>
        </p>
      </div>
      <ul class="slots">
        {slots.slice(0, most.shown).map((slot) => (
          <li>
            <Slot instrument={instrument} slot={slot} />
          </li>
        ))}
      </ul>
    </li>
  )
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
      label={t(words.bookAt(title, time))}
    >
      {time}
    </ButtonLink>
  )
}

function NothingFree() {
  const t = useText()
  return (
    <Empty title={words.nothingFree} text={words.nothingFreeHint} icon="clock">
      <ButtonLink href={bookingPaths.openings}>{t(words.all)}</ButtonLink>
    </Empty>
  )
}
