import { type Context as HonoContext, Hono } from 'hono'
import { ZoneLine } from '../../calendar/pages/bar.tsx'
import { timelineWords } from '../../calendar/words.ts'
import { bookingPaths } from '../../words/paths.ts'
import type { Context } from '../../../core/context.ts'
import { langTag, type LocalText, type Text } from '../../../core/text.ts'
import { defaultZone, type Temporal } from '../../../core/time.ts'
import { dayText } from '../../../core/wall-clock.ts'
import { Button } from '../../../web/components/button.tsx'
import { Chips } from '../../../web/components/facets.tsx'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { openingWords as words } from '../words.ts'
import { type Asked, askedIn, findFree, OpeningsInQuery, todayOf, usualMinutes } from './asked.ts'
import { type FilterChoices, filterChoices, FilterSelects } from './fields.tsx'
import { Found, type PricesFor } from './found.tsx'

type C = HonoContext<Env>

/** “Any microscope in Lanzhou for two hours this week”: who fits, and when they are free first. */
export const openingsPages = (pricesFor: PricesFor) =>
  new Hono<Env>().get(bookingPaths.openings, parsed('query', OpeningsInQuery), async (c) => {
    const { ctx } = c.var
    const asked = askedIn(ctx, c.req.valid('query'))
    const [choices, found] = await Promise.all([filterChoices(ctx), findFree(ctx, asked)])
    const free = [...found.exact, ...found.near]
    const prices = await pricesFor(
      ctx,
      free.flatMap(({ instrument, slots: [period] }) => (period ? [{ instrument, period }] : [])),
    )
    return page(
      c,
      {
        title: words.title,
        lead: timelineWords.openingsLead,
        crumbs: [{ text: timelineWords.title, href: bookingPaths.calendar }],
        bundle: 'calendar',
        description: timelineWords.openingsLead[ctx.lang],
      },
      <>
        <Question asked={asked} choices={choices} />
        <Narrowed c={c} asked={asked} choices={choices} />
        <ZoneLine zone={defaultZone} now={ctx.now()} ofMany />
        <Found found={found} prices={prices} regions={choices.region} />
      </>,
    )
  })

type AskedProps = { asked: Asked; choices: FilterChoices }

function Question({ asked, choices }: AskedProps) {
  const t = useText()
  return (
    <form class="wanted" action={bookingPaths.openings} aria-label={t(words.find)}>
      <WhatAndWhen asked={asked} />
      <FormField type="date" name="to" label={words.to} value={asked.to.toString()} />
      <ClockField name="clockTo" asked={asked.clock?.to} open="24:00" />
      <FilterSelects
        filter={asked}
        choices={choices}
        names={['region', 'category', 'institution']}
      />
      <div class="wanted-go">
        <Button look="primary">{t(words.find)}</Button>
        {asked.q && <a href={withQuery(paths.search, { q: asked.q })}>{t(words.inCatalogue)}</a>}
      </div>
    </form>
  )
}

type ClockProps = {
  name: 'clockFrom' | 'clockTo'
  asked: string | undefined
  /** The end of the day that narrows nothing. */
  open: string
}

const ClockField = ({ name, asked, open }: ClockProps) => (
  <FormField
    type="select"
    name={name}
    label={words[name]}
    value={asked === open ? undefined : asked}
    none={words.anyTime}
    choices={clockChoices(asked)}
  />
)

const lengths = [30, 60, 90, 120, 180, 240, 480] as const

/** The fields that most people fill in. */
function WhatAndWhen({
  asked,
}: {
  asked: Pick<Asked, 'q' | 'clock' | 'minutes'> & { from?: Asked['from'] }
}) {
  const minutes = [...new Set([...lengths, asked.minutes])].toSorted((one, other) => one - other)
  return (
    <>
      <FormField type="search" name="q" label={words.what} value={asked.q} maxLength={200} />
      <FormField type="date" name="from" label={words.from} value={asked.from?.toString()} />
      <ClockField name="clockFrom" asked={asked.clock?.from} open="00:00" />
      <FormField
        type="select"
        name="minutes"
        label={words.minutes}
        value={asked.minutes}
        choices={minutes.map((value) => ({ value: String(value), label: lengthText(value) }))}
        none={null}
      />
    </>
  )
}

const lengthText = (minutes: number) =>
  minutes % 60 === 0 || minutes > 90
    ? timelineWords.minutesOf(String(Math.round((minutes / 60) * 100) / 100))
    : timelineWords.minutesLong(String(minutes))

const wholeHours = Array.from(
  { length: 24 },
  (_, hour) => `${String(hour + 1).padStart(2, '0')}:00`,
)

/** Each hour of the day, and the one that was asked for. */
function clockChoices(asked?: string): Choice[] {
  const clocks = [...new Set([...wholeHours, ...(asked && asked !== '00:00' ? [asked] : [])])]
  return clocks.toSorted().map((clock) => ({ value: clock, label: { zh: clock, en: clock } }))
}

const chip = (name: Text, value: LocalText | undefined, href: string) =>
  value ? [{ name, value, href }] : []

const both = (text: string) => ({ zh: text, en: text })

/** What was understood, each to be taken away again. */
function Narrowed({ c, asked, choices }: AskedProps & { c: C }) {
  const lang = useLang()
  const here = c.req.url.replace(/^[^/]*\/\/[^/]*/, '')
  const without = (...names: string[]) =>
    withQuery(here, Object.fromEntries(names.map((name) => [name, null])))
  const labelOf = (name: keyof FilterChoices) =>
    choices[name].find(({ value }) => value === asked[name])?.label
  const day = (date: Temporal.PlainDate) => dayText(date.toString(), langTag(lang))
  const { from, to, clock } = asked
  const days = from.equals(to) ? both(day(from)) : words.days(day(from), day(to))
  const filters = [
    ...chip(words.what, asked.q ? both(asked.q) : undefined, without('q')),
    ...chip(words.day, c.req.query('from') ? days : undefined, without('from', 'to')),
    ...chip(
      words.clock,
      clock && both(`${clock.from}–${clock.to}`),
      without('clockFrom', 'clockTo'),
    ),
    ...(['region', 'category', 'institution'] as const).flatMap((name) =>
      chip(timelineWords[name], labelOf(name), without(name)),
    ),
  ]
  return <Chips filters={filters} clear={bookingPaths.openings} />
}

/** On the home page: what, when and for how long. */
export const findFreePart = (c: C) => <FindFree ctx={c.var.ctx} />

const FindFree = ({ ctx }: { ctx: Pick<Context, 'now'> }) => {
  const t = useText()
  return (
    <form class="wanted wanted-home" action={bookingPaths.openings} aria-label={t(words.title)}>
      <Local as="h2" text={words.title} />
      <WhatAndWhen asked={{ minutes: usualMinutes, from: todayOf(ctx) }} />
      <Button look="primary">{t(words.find)}</Button>
    </form>
  )
}
