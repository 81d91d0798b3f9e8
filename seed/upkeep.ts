import { lockInstruments, getInstrument, type InstrumentRow } from '../src/instruments/actions.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import type { Temporal } from '../src/core/time.ts'
import { actorById } from '../src/people/accounts/actions/actor.ts'
import { makeKioskCodeIn } from '../src/upkeep/kiosk/actions.ts'
import { openOutageIn } from '../src/upkeep/outages/actions.ts'
import { createPlanIn } from '../src/upkeep/plans/actions.ts'
import { reportIn } from '../src/upkeep/problems/actions.ts'
import { grantIn } from '../src/upkeep/qualifications/actions.ts'
import { createTrainingIn } from '../src/upkeep/trainings/actions.ts'
import { idOf } from './landscape.ts'
import { type Ids, seedPart } from './seeded.ts'
import {
  type Held,
  held,
  labelled,
  plans,
  type PlanStory,
  trainings,
  type TrainingStory,
} from './upkeep-stories.ts'

type Told = { landscape: Ids; records: Ids }
type Scene = Told & { trx: Trx; ctx: Context; now: Temporal.Instant }

/** How instruments are kept: who may run them, what is wrong, what is due, and the codes that stand on them. */
export async function seedUpkeep(ctx: Context, told: Told): Promise<void> {
  await seedPart(ctx.db, { name: 'upkeep', now: ctx.now }, async (trx) => {
    const scene = { ...told, trx, ctx: { ...ctx, db: trx }, now: ctx.now() }
    for (const key of labelled) await makeKioskCodeIn(trx, scene.ctx, await instrument(scene, key))
    for (const story of held) await tellHeld(scene, story)
    for (const story of trainings) await tellTraining(scene, story)
    for (const story of plans) await tellPlan(scene, story)
    await tellOutages(scene)
    return {}
  })
}

const instrument = ({ ctx, records }: Scene, key: string): Promise<InstrumentRow> =>
  getInstrument(ctx, idOf(records, `record/instrument/${key}`))

async function tellHeld(scene: Scene, [key, person, kinds, days]: Held): Promise<void> {
  const { trx, ctx, landscape, now } = scene
  for (const kind of kinds)
    await grantIn(trx, ctx, {
      instrument: await instrument(scene, key),
      personId: idOf(landscape, `person/${person}`),
      kind,
      expiresAt: days === undefined ? null : now.add({ hours: days * 24 }),
      note: null,
      trainingId: null,
    })
}

async function tellTraining(scene: Scene, story: TrainingStory): Promise<void> {
  const { trx, ctx, landscape, now } = scene
  const { day, hour, hours, enrolled, instrument: key, ...input } = story
  const { id: instrumentId, zone } = await instrument(scene, key)
  const start = clockOn({ now, zone }, { day, hour })
  const training = await createTrainingIn(trx, ctx, {
    instrumentId,
    input: { ...input, start, end: start.add({ hours }) },
  })
  await trx
    .insertInto('training_attendee')
    .values(
      enrolled.map((person) => ({
        instrument_id: instrumentId,
        session_id: training.id,
        person_id: idOf(landscape, `person/${person}`),
        enrolled_at: now,
      })),
    )
    .execute()
}

async function tellPlan(scene: Scene, [key, input, doneDaysAgo]: PlanStory): Promise<void> {
  const { trx, ctx, now } = scene
  const kept = await instrument(scene, key)
  const lastDoneAt = now.subtract({ hours: doneDaysAgo * 24 })
  const plan = await createPlanIn(trx, ctx, {
    instrument: kept,
    input: { ...input, lastDoneAt },
  })
  await trx
    .insertInto('maintenance_done')
    .values({ instrument_id: kept.id, plan_id: plan.id, done_at: lastDoneAt })
    .execute()
}

/** One instrument is broken, one is shut next week, one has a blemish. */
async function tellOutages(scene: Scene): Promise<void> {
  const { trx, ctx, now } = scene
  const broken = await instrument(scene, 'nieer/noble-gas')
  const shut = await instrument(scene, 'nieer/wind-tunnel')
  const blemished = await instrument(scene, 'nieer/frozen-ct')
  await lockInstruments(trx, [broken.id, shut.id, blemished.id].toSorted())
  const onBookings = 'displace' as const
  await reportIn(trx, await inNameOf(scene, 'wen_xi'), {
    instrument: broken,
    input: { severity: 'down', description: '分子泵异响后停转，真空无法维持，已联系厂家。' },
    bookingId: null,
  })
  const start = clockOn({ now, zone: shut.zone }, { day: 6, hour: 8 })
  await openOutageIn(trx, ctx, {
    instrumentId: shut.id,
    input: {
      kind: 'calibration',
      reason: '风速廓线年度标定',
      start,
      end: start.add({ hours: 34 }),
      onBookings,
    },
  })
  await reportIn(trx, await inNameOf(scene, 'gu'), {
    instrument: blemished,
    input: { severity: 'degraded', description: '样品台低温时旋转偶有卡顿，扫描前请空转一周。' },
    bookingId: null,
  })
}

async function inNameOf({ trx, ctx, landscape }: Scene, person: string): Promise<Context> {
  const via = { type: 'token', scopes: ['write'] } as const
  const actor = await actorById(trx, idOf(landscape, `person/${person}`), via)
  if (!actor) throw new Error(`the demo tells of ${person} before they are there`)
  return { ...ctx, actor }
}

const clockOn = (
  { now, zone }: { now: Temporal.Instant; zone: string },
  { day, hour }: { day: number; hour: number },
) =>
  now
    .toZonedDateTimeISO(zone)
    .add({ days: day })
    .with({ hour, minute: 0, second: 0, millisecond: 0 })
    .round('minute')
    .toInstant()
