import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { finishBooking } from '../../../bookings/use/actions/finish.ts'
import { getBooking } from '../../../bookings/bookings/actions/read.ts'
import { startBooking } from '../../../bookings/use/actions/start.ts'
import { Finish } from '../../../bookings/use/model.ts'
import { Problem } from '../../../core/problem.ts'
import { inLang, type Text } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { instrumentAt, kioskAt } from '../actions.ts'
import { reportOf, reportProblem } from '../../problems/actions.ts'
import { NewProblem } from '../../problems/model.ts'
import { kioskWords as words } from '../words.ts'
import { numberIn, textIn } from '../../overview/pages/fields.ts'
import { KioskBody } from './body.tsx'
import { consumableRows, type KioskForms } from './forms.tsx'

type C = HonoContext<Env>
const path = '/k/:code' as const
const here = (c: C) => `/k/${c.req.param('code')}`

/** What the code at an instrument opens: for a phone in a gloved hand, and without scripts. */
export const kioskPages = new Hono<Env>()
  .get(path, (c) => kioskPage(c))
  .post(path, (c) => {
    const asked: { form?: keyof KioskForms } = {}
    return submitted(
      c,
      async (form) => {
        const { what } = parseOrRefuse(Asked, { what: form.value('what') })
        asked.form = what
        setFlash(c, await doings[what](c, form))
        return c.redirect(here(c), 303)
      },
      (form) => kioskPage(c, { [asked.form ?? 'start']: form }),
    )
  })

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
    <KioskBody kiosk={kiosk} forms={forms} actor={ctx.actor} here={here(c)} />,
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
