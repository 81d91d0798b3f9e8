import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { passTraining } from '../actions/results.ts'
import { cancelTraining, enrol, getTraining, leaveTraining } from '../actions/trainings.ts'
import { Enrolment, TrainingCancellation, TrainingResults } from '../model.ts'
import { trainingWords as words } from '../words.ts'
import { textIn } from '../../overview/pages/fields.ts'
import { TrainingBody } from './training-body.tsx'
import { upkeepPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/trainings/:training' as const
const keyOf = (c: C) => ({
  instrumentId: c.req.param('id') ?? '',
  id: c.req.param('training') ?? '',
})

/** One training: people enrol, its staff see who comes and note who passed. */
export const trainingPages = new Hono<Env>()
  .get(path, (c) => trainingPage(c))
  .post(`${path}/enrolment`, (c) =>
    acted(c, async (form) => {
      const whom = parseOrRefuse(Enrolment, { email: textIn(form.value('email')) })
      await enrol(c.var.ctx, keyOf(c), whom)
      return words.enrolledSaid
    }),
  )
  .post(`${path}/departure`, (c) =>
    acted(c, async (form) => {
      const whom = parseOrRefuse(Enrolment, { person: textIn(form.value('person')) })
      await leaveTraining(c.var.ctx, keyOf(c), whom)
      return words.leftSaid
    }),
  )
  .post(`${path}/results`, (c) =>
    acted(c, async (form) => {
      const { passed } = parseOrRefuse(TrainingResults, { passed: form.values('passed') })
      await passTraining(c.var.ctx, keyOf(c), passed)
      return words.passSaid
    }),
  )
  .post(`${path}/cancellation`, (c) =>
    acted(c, async (form) => {
      const given = { reason: textIn(form.value('reason')) }
      await cancelTraining(c.var.ctx, keyOf(c), parseOrRefuse(TrainingCancellation, given).reason)
      return words.cancelled
    }),
  )

const acted = (c: C, act: (form: Filled) => Promise<Text>) =>
  submitted(
    c,
    async (form) => {
      setFlash(c, await act(form))
      const { instrumentId, id } = keyOf(c)
      return c.redirect(upkeepPaths.training(instrumentId, id), 303)
    },
    (form) => trainingPage(c, form),
  )

async function trainingPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const { training, attendees } = await getTraining(ctx, keyOf(c))
  c.header('cache-control', 'no-store')
  return page(
    c,
    {
      title: training.title,
      crumbs: [
        { text: words.title, href: upkeepPaths.trainings },
        { text: { zh: training.title, en: null } },
      ],
      width: 'reading',
      main: 'keeping',
      status: form?.status ?? 200,
    },
    <TrainingBody
      training={training}
      attendees={attendees}
      form={form}
      now={ctx.now()}
      isKnown={ctx.actor.type === 'person'}
    />,
  )
}
