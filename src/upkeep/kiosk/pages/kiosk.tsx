import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { getBooking } from '../../../bookings/bookings/actions/read.ts'
import { finishBooking } from '../../../bookings/use/actions/finish.ts'
import { startBooking } from '../../../bookings/use/actions/start.ts'
import { Finish } from '../../../bookings/use/model.ts'
import { earliestStart } from '../../../bookings/use/rules.ts'
import { bookingPaths } from '../../../bookings/words/paths.ts'
import type { Actor } from '../../../core/actor.ts'
import { Problem } from '../../../core/problem.ts'
import { inLang, langTag, type Text } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { spanText, wallClockOf } from '../../../core/wall-clock.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import { StateBadge, type Tone } from '../../../web/components/badges.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Refused, submitted } from '../../../web/forms.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { reportOf, reportProblem } from '../../problems/actions.ts'
import { NewProblem } from '../../problems/model.ts'
import { severityNames } from '../../problems/words.ts'
import { instrumentAt, type Kiosk, kioskAt, type UseRow } from '../actions.ts'
import { isTheirs, mayKnow } from '../rules.ts'
import { kioskWords as words } from '../words.ts'
import { consumableRows, FinishForm, type KioskForms, ProblemForm, StartForm } from './forms.tsx'

type C = HonoContext<Env>
const path = '/k/:code' as const
const addressOf = (c: C) => `/k/${c.req.param('code')}`

/** What the code at an instrument opens: for a phone in a gloved hand, and without scripts. */
export const kioskPages = new Hono<Env>()
  .get(path, (c) => kioskPage(c))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const { what } = parseOrRefuse(Asked, { what: form.value('what') })
        setFlash(c, await doings[what](c, form))
        return c.redirect(addressOf(c), 303)
      },
      (form) => {
        const { data } = Asked.safeParse({ what: form.value('what') })
        return kioskPage(c, { [data?.what ?? 'start']: form })
      },
    ),
  )

const Asked = z.object({ what: z.enum(['start', 'finish', 'problem']) })

type Doing = (c: C, form: Filled) => Promise<Text>

const doings: Record<keyof KioskForms, Doing> = {
  start: async (c, form) => {
    const endPrevious = form.value('endPrevious') === 'true'
    await startBooking(c.var.ctx, await bookingHere(c, form), { endPrevious })
    return words.started
  },
  finish: async (c, form) => {
    const id = await bookingHere(c, form)
    const { problem, ...done } = parseOrRefuse(Done, doneIn(form))
    const report = problem && reportOf(problem)
    const { overlapMinutes } = await finishBooking(c.var.ctx, id, done, report)
    return overlapMinutes > 0 ? words.finishedLate(overlapMinutes) : words.finished
  },
  problem: async (c, form) => {
    const { id } = await instrumentAt(c.var.ctx, c.req.param('code') ?? '')
    await reportProblem(c.var.ctx, id, parseOrRefuse(NewProblem, problemIn(form, '')))
    return words.reported
  },
}

async function kioskPage(c: C, forms: KioskForms = {}) {
  const { ctx } = c.var
  const kiosk = await kioskAt(ctx, c.req.param('code') ?? '')
  const title = { zh: kiosk.instrument.titleZh, en: kiosk.instrument.titleEn }
  const { status } = forms.start ?? forms.finish ?? forms.problem ?? filledWith()
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: inLang(title, ctx.lang),
      width: 'reading',
      main: 'kiosk',
      headerSearch: false,
      status,
    },
    <KioskBody kiosk={kiosk} forms={forms} actor={ctx.actor} here={addressOf(c)} />,
  )
}

const BookingId = z.object({ booking: z.uuid() })

/** The booking that a button was for; one of another instrument is not begun here. */
async function bookingHere(c: C, form: Filled): Promise<string> {
  const { booking } = parseOrRefuse(BookingId, { booking: form.value('booking') })
  const instrument = await instrumentAt(c.var.ctx, c.req.param('code') ?? '')
  const row = await getBooking(c.var.ctx, booking)
  if (row.instrumentId !== instrument.id) throw new Problem('conflict', words.otherInstrument)
  return row.id
}

const Done = Finish.extend({ problem: NewProblem.optional() })

const doneIn = (form: Filled) => {
  const problem = problemIn(form, 'problem.')
  return {
    samples: numberIn(form.value('samples')),
    note: textIn(form.value('note')),
    consumables: consumableRows
      .map((at) => ({
        name: form.value(`consumables.${at}.name`),
        quantity: numberIn(form.value(`consumables.${at}.quantity`)),
        unit: form.value(`consumables.${at}.unit`),
      }))
      .filter(({ name, quantity }) => name.trim() !== '' || quantity !== undefined),
    ...((problem.severity ?? problem.description) !== undefined && { problem }),
  }
}

const problemIn = (form: Filled, prefix: string) => ({
  severity: textIn(form.value(`${prefix}severity`)),
  description: textIn(form.value(`${prefix}description`)),
})

/** Blank is absent; what is no number stays for the schema to refuse. */
const textIn = (value: string): string | undefined => value.trim() || undefined

function numberIn(value: string): number | string | undefined {
  const text = value.trim()
  if (text === '') return undefined
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

type Props = { kiosk: Kiosk; forms: KioskForms; actor: Actor; here: string }

/** Who is on, who is next, and the one thing that this person can do now. */
function KioskBody({ kiosk, forms, actor, here }: Props) {
  const { instrument, problems } = kiosk
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  return (
    <>
      <PageHead
        title={title}
        lead={{ zh: instrument.institutionZh, en: instrument.institutionEn }}
      />
      <Refused form={refusedIn({ kiosk, forms })} />
      <KioskBoard kiosk={kiosk} actor={actor} />
      {problems.length > 0 && <Known problems={problems} />}
      {actor.type === 'person' ? (
        <Doing kiosk={kiosk} forms={forms} actor={actor} here={here} />
      ) : (
        <SignIn here={here} />
      )}
      <p class="kiosk-more">
        <Local as="a" href={paths.record(instrument.id)} text={words.toInstrument} />
      </p>
    </>
  )
}

/** What was refused stands first, also where its form is not there any more. */
const refusedIn = ({ kiosk, forms }: Pick<Props, 'kiosk' | 'forms'>) =>
  forms.start ?? (kiosk.mayFinish ? undefined : forms.finish)

const Known = ({ problems }: Pick<Kiosk, 'problems'>) => (
  <section class="kiosk-problems" aria-labelledby="known">
    <Local as="h2" id="known" text={words.openProblems} />
    <ul>
      {problems.map(({ severity, description }) => (
        <li>
          <Local as="strong" text={severityNames[severity]} /> {description}
        </li>
      ))}
    </ul>
  </section>
)

function Doing({ kiosk, forms, actor, here }: Props) {
  const { current, toStart, isLate, mayFinish, instrument, now } = kiosk
  const { zone } = instrument
  return (
    <>
      {current && mayFinish && (
        <section class="kiosk-do">
          <Turn use={current} actor={actor} now={now} zone={zone} />
          <FinishForm action={here} booking={current.id} form={forms.finish} />
        </section>
      )}
      {toStart && (
        <section class="kiosk-do">
          <Turn use={toStart} actor={actor} now={now} zone={zone} />
          <StartForm action={here} booking={toStart.id} isLate={isLate} />
        </section>
      )}
      {!toStart && !mayFinish && <NothingNow kiosk={kiosk} actor={actor} />}
      <ProblemForm action={here} form={forms.problem} />
    </>
  )
}

/** Nothing to start and nothing to finish: when something will be, or how to come by it. */
function NothingNow({ kiosk, actor }: { kiosk: Kiosk; actor: Actor }) {
  const { toCome, instrument, now, current, outage } = kiosk
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
      {!current && !outage && (
        <div class="kiosk-big">
          <ButtonLink
            look="primary"
            href={bookingPaths.bookInstrument(instrument.id)}
            text={words.bookNow}
          />
        </div>
      )}
    </section>
  )
}

const SignIn = ({ here }: { here: string }) => (
  <section class="kiosk-do">
    <Local as="p" text={words.signInAbout} />
    <div class="kiosk-big">
      <ButtonLink
        look="primary"
        href={withQuery(paths.signIn, { next: here })}
        text={words.signIn}
      />
    </div>
  </section>
)

type TurnProps = { use: UseRow; actor: Actor; now: Temporal.Instant; zone: string }

function Turn({ use, actor, now, zone }: TurnProps) {
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
const KioskBoard = ({ kiosk, actor }: { kiosk: Kiosk; actor: Actor }) => (
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
  const locale = langTag(useLang())
  const times = { start: use.start.epochMilliseconds, end: use.end.epochMilliseconds }
  const whole = spanText(times, { zone, locale })
  const today = wallClockOf(now.epochMilliseconds, zone).slice(0, 10)
  const [from, to] = [wallClockOf(times.start, zone), wallClockOf(times.end, zone)]
  const isToday = from.slice(0, 10) === today && to.slice(0, 10) === today
  return <span class="numeric">{isToday ? `${from.slice(11)}–${to.slice(11)}` : whole}</span>
}

type When = { now: Temporal.Instant; zone: string }

const clock = (at: Temporal.Instant, when: When) => clockAt(at.epochMilliseconds, when)

/** `16:00`, and with its date on another day. */
function clockAt(atMs: number, { now, zone }: When): string {
  const [at, today] = [wallClockOf(atMs, zone), wallClockOf(now.epochMilliseconds, zone)]
  const time = at.slice(11)
  return at.slice(0, 10) === today.slice(0, 10) ? time : `${at.slice(5, 10)} ${time}`
}
