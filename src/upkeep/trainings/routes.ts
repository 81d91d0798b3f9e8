import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { isoOf } from '../../core/time.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { passTraining } from './actions/results.ts'
import {
  cancelTraining,
  createTraining,
  enrol,
  getTraining,
  leaveTraining,
  trainingsOf,
  trainingsToCome,
} from './actions/trainings.ts'
import {
  Enrolment,
  NewTraining,
  TrainingAnswer,
  TrainingCancellation,
  TrainingResults,
} from './model.ts'
import { shownTraining } from './rules.ts'

const tag = 'upkeep'
const Trainings = z.object({ items: z.array(TrainingAnswer), next: z.null() })
const one = '/instruments/:id/trainings/:training'
type C = HonoContext<Env>
const keyOf = (c: C) => ({
  instrumentId: c.req.param('id') ?? '',
  id: c.req.param('training') ?? '',
})

/** Trainings: who comes, who passed. */
export const trainingRoutes = new Hono<Env>()
  .get(
    '/trainings',
    operation({ summary: 'Trainings to come, everywhere', tag, answers: { 200: Trainings } }),
    async (c) => answerList(c, await trainingsToCome(c.var.ctx)),
  )
  .get(
    '/instruments/:id/trainings',
    operation({
      summary: 'Trainings at an instrument, to come and of the last month',
      tag,
      answers: { 200: Trainings },
    }),
    async (c) => answerList(c, await trainingsOf(c.var.ctx, c.req.param('id'))),
  )
  .post(
    '/instruments/:id/trainings',
    operation({
      summary: 'Announce a training',
      tag,
      answers: { 201: TrainingAnswer },
    }),
    parsed('json', NewTraining),
    async (c) => {
      const { ctx } = c.var
      const training = await createTraining(ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(shownTraining(training, ctx.now()), 201)
    },
  )
  .get(
    one,
    operation({
      summary: 'Read a training; its staff see who comes',
      tag,
      answers: { 200: TrainingAnswer },
    }),
    async (c) => answerWhole(c, await getTraining(c.var.ctx, keyOf(c))),
  )
  .post(
    `${one}/enrolment`,
    operation({
      summary: 'Enrol yourself; staff enrol others',
      tag,
      answers: { 200: TrainingAnswer },
      refuses: [409],
    }),
    parsed('json', Enrolment),
    async (c) => answerOne(c, await enrol(c.var.ctx, keyOf(c), c.req.valid('json'))),
  )
  .post(
    `${one}/departure`,
    operation({
      summary: 'Take yourself off the list; staff take others off',
      tag,
      answers: { 200: TrainingAnswer },
      refuses: [409],
    }),
    parsed('json', Enrolment),
    async (c) => answerOne(c, await leaveTraining(c.var.ctx, keyOf(c), c.req.valid('json'))),
  )
  .post(
    `${one}/cancellation`,
    operation({
      summary: 'Call a training off; who was enrolled is told',
      tag,
      answers: { 200: TrainingAnswer },
      refuses: [409],
    }),
    parsed('json', TrainingCancellation),
    async (c) =>
      answerOne(c, await cancelTraining(c.var.ctx, keyOf(c), c.req.valid('json').reason)),
  )
  .post(
    `${one}/results`,
    operation({
      summary: 'Note who passed: they get its qualifications',
      tag,
      answers: { 200: TrainingAnswer },
      refuses: [409],
    }),
    parsed('json', TrainingResults),
    async (c) =>
      answerWhole(c, await passTraining(c.var.ctx, keyOf(c), c.req.valid('json').passed)),
  )

type Row = Awaited<ReturnType<typeof createTraining>>

const answerList = (c: C, rows: readonly Row[]) =>
  c.json({ items: rows.map((row) => shownTraining(row, c.var.ctx.now())), next: null })

const answerOne = (c: C, row: Row) => c.json(shownTraining(row, c.var.ctx.now()))

const answerWhole = (c: C, { training, attendees }: Awaited<ReturnType<typeof getTraining>>) =>
  c.json({
    ...shownTraining(training, c.var.ctx.now()),
    ...(attendees && {
      attendees: attendees.map(({ personId, name, passedAt }) => ({
        person: { id: personId, name },
        passedAt: passedAt && isoOf(passedAt),
      })),
    }),
  })
