import { type Context as HonoContext, Hono } from 'hono'
import type { LocalText } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { decideBooking } from '../actions/decide.ts'
import { finishBooking } from '../../use/actions/finish.ts'
import { cancelBooking } from '../actions/cancel.ts'
import { startBooking } from '../../use/actions/start.ts'
import { Cancellation, Decision } from '../model/booking.ts'
import { Finish } from '../../use/model.ts'
import { onePageWords as words } from '../words/pages.ts'
import { type BookingSection, showBooking } from './booking.tsx'
import { bookingPaths } from '../../words/paths.ts'

type C = HonoContext<Env, '/bookings/:id'>
type Does = (c: C, form: Filled) => Promise<LocalText>

/** What the forms of a booking's page do; each comes back to it, or to the list that it stood in. */
const posting =
  (does: Does, sections: readonly BookingSection[]) =>
  (c: C): Promise<Response> =>
    submitted(
      c,
      async (form) => {
        setFlash(c, await does(c, form))
        const isQueue = form.value('back') === 'queue'
        return c.redirect(isQueue ? bookingPaths.bookingQueue : bookingPaths.booking(idOf(c)), 303)
      },
      (form) => showBooking(c, idOf(c), { sections, form }),
    )

const idOf = (c: C) => c.req.param('id')
const textIn = (form: Filled, name: string) => form.value(name).trim() || undefined

const cancel: Does = async (c, form) => {
  const given = { reason: textIn(form, 'reason'), scope: textIn(form, 'scope') }
  await cancelBooking(c.var.ctx, idOf(c), parseOrRefuse(Cancellation, given))
  return words.cancelled
}

const decide =
  (approved: boolean): Does =>
  async (c, form) => {
    const given = { approved, note: textIn(form, 'note') }
    await decideBooking(c.var.ctx, idOf(c), parseOrRefuse(Decision, given))
    return approved ? words.approved : words.declined
  }

const start: Does = async (c) => {
  await startBooking(c.var.ctx, idOf(c))
  return words.started
}

const finish: Does = async (c, form) => {
  const samples = textIn(form, 'samples')
  const given = {
    ...(samples !== undefined && { samples: Number(samples) }),
    note: textIn(form, 'useNote'),
  }
  await finishBooking(c.var.ctx, idOf(c), parseOrRefuse(Finish, given))
  return words.finished
}

export const bookingPosts = (sections: readonly BookingSection[]) =>
  new Hono<Env>()
    .post('/bookings/:id/cancellation', posting(cancel, sections))
    .post('/bookings/:id/approval', posting(decide(true), sections))
    .post('/bookings/:id/refusal', posting(decide(false), sections))
    .post('/bookings/:id/start', posting(start, sections))
    .post('/bookings/:id/finish', posting(finish, sections))
