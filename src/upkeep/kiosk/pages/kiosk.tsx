import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { getBooking } from '../../../bookings/bookings/actions/read.ts'
import { finishBooking } from '../../../bookings/use/actions/finish.ts'
import { startBooking } from '../../../bookings/use/actions/start.ts'
import { Finish } from '../../../bookings/use/model.ts'
import type { Actor } from '../../../core/actor.ts'
import { Problem } from '../../../core/problem.ts'
import { inLang, type Text } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Refused, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { reportOf, reportProblem } from '../../problems/actions.ts'
import { NewProblem } from '../../problems/model.ts'
import { severityNames } from '../../problems/words.ts'
import { instrumentAt, type Kiosk, kioskAt, nextAtKiosk, type NextAtKiosk } from '../actions.ts'
import { kioskWords as words } from '../words.ts'
import { KioskBoard, Turn } from './board.tsx'
import { NothingNow } from './idle.tsx'
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
  const isIdle = !kiosk.toStart && !kiosk.toCome && !kiosk.mayFinish
  const next =
    isIdle && ctx.actor.type === 'person' ? await nextAtKiosk(ctx, kiosk.instrument.id) : undefined
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
    <KioskBody kiosk={kiosk} forms={forms} actor={ctx.actor} here={addressOf(c)} next={next} />,
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

type Props = {
  kiosk: Kiosk
  forms: KioskForms
  actor: Actor
  here: string
  /** What to book, where there is nothing to do. */
  next: NextAtKiosk
}

/** Who is on, who is next, and the one thing that this person can do now. */
function KioskBody({ kiosk, forms, actor, here, next }: Props) {
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
        <Doing kiosk={kiosk} forms={forms} actor={actor} here={here} next={next} />
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

function Doing({ kiosk, forms, actor, here, next }: Props) {
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
      {!toStart && !mayFinish && <NothingNow kiosk={kiosk} actor={actor} next={next} />}
      <ProblemForm action={here} form={forms.problem} />
    </>
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
