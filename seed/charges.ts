import { sql } from 'kysely'
import { chargeAllIn } from '../src/charges/charges/actions.ts'
import { payIn } from '../src/charges/statements/actions.ts'
import { putRatesIn } from '../src/charges/rates/actions.ts'
import { issueVoucherIn } from '../src/charges/vouchers/actions.ts'
import type { Rates } from '../src/charges/rates/model.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import type { Temporal } from '../src/core/time.ts'
import { feeOf } from './instruments/row.ts'
import { idOf } from './landscape.ts'
import { randomOf } from './random.ts'
import { type Ids, seedPart } from './seeded.ts'
import { stories } from './stories.ts'
import type { RecordStory } from './story.ts'

const zone = 'Asia/Shanghai'
type Told = { landscape: Ids; records: Ids; of?: readonly RecordStory[] }

/**
 * What instruments cost, what the uses of the last year came to, the statements that told it month by month, and a
 * voucher that pays a part. Comes after all bookings.
 */
export async function seedCharges(ctx: Context, told: Told): Promise<void> {
  const { now } = ctx
  const priced = (told.of ?? stories).filter(isPriced)
  await seedPart(ctx.db, { name: 'rates', now }, async (trx) => {
    for (const story of priced) await publishRates(trx, ctx, { story, ...told })
    return {}
  })
  await seedPart(ctx.db, { name: 'charges', now }, async (trx) => {
    for (const { key } of priced) await chargeAllIn(trx, ctx, idOf(told.records, `record/${key}`))
    return {}
  })
  await seedPart(ctx.db, { name: 'statements', now }, async (trx) => {
    await tellStatements(trx, monthStart(ctx, 0).toString().slice(0, 7))
    return giveVoucher(trx, ctx, told.landscape)
  })
}

const isPriced = ({ kind, state, input }: RecordStory) =>
  kind === 'instrument' && state === undefined && input['access'] !== 'closed'

/** The first day of a month, so many after this one. */
const monthStart = ({ now }: Context, months: number): Temporal.PlainDate =>
  now().toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 }).add({ months })

type Publishing = Told & { story: RecordStory }

async function publishRates(trx: Trx, ctx: Context, { story, landscape, records }: Publishing) {
  await putRatesIn(trx, ctx, {
    instrumentId: idOf(records, `record/${story.key}`),
    institutionId: idOf(landscape, `institution/${story.institution}`),
    input: {
      rates: ratesOf(story),
      validFrom: monthStart(ctx, -13).toZonedDateTime(zone).toInstant(),
      note: '按单位收费目录',
    },
  })
}

/** The prices that its record tells of, and what goes with them. */
function ratesOf({ key, input }: RecordStory): Rates {
  const worth = Number(input['worth'])
  const random = randomOf(`rates/${key}`)
  const hour = feeOf(worth) * 100
  const member = feeOf(worth * 1.6) * 100
  const common = {
    assistedHourFen: 5000 + random.whole(0, 5) * 1000,
    ...(random.is(0.4) && { sampleFen: random.whole(1, 6) * 500 }),
  }
  return {
    own_lab: { hourFen: hour / 2 },
    institution: { hourFen: hour, peakHourFen: (hour * 6) / 5, ...common },
    member: {
      hourFen: member,
      peakHourFen: (member * 6) / 5,
      ...common,
      ...(random.is(0.3) && { minimumFen: member / 2 }),
    },
    external: { hourFen: hour * 2, peakHourFen: (hour * 12) / 5, ...common, setupFen: 10_000 },
  }
}

/** All statements of the months before this one, each told on the first of the next. */
async function tellStatements(trx: Trx, running: string): Promise<void> {
  await sql`
    insert into statement (lab_id, institution_id, month, total_fen, line_count, issued_at)
    select lab_id, institution_id, month, sum(amount_fen)::bigint, count(*)::int,
      ((month || '-01')::timestamp + interval '1 month 20 hours 10 minutes') at time zone ${zone}::text
    from charge
    where lab_id is not null and month < ${running}
    group by lab_id, institution_id, month
  `.execute(trx)
  await sql`
    insert into statement_line (instrument_id, charge_id, statement_id)
    select charge.instrument_id, charge.id, statement.id
    from charge
    join statement on statement.lab_id = charge.lab_id
      and statement.institution_id = charge.institution_id
      and statement.month = charge.month
  `.execute(trx)
}

/** For the lab of the demo's PI; it paid a part of the month before last. */
async function giveVoucher(trx: Trx, ctx: Context, landscape: Ids): Promise<Ids> {
  const lab = idOf(landscape, 'lab/nieer/isotopes')
  const year = monthStart(ctx, 0).year
  const { id } = await issueVoucherIn(trx, ctx, {
    code: `GSCX-${year}-0217`,
    title: { zh: '甘肃省科技创新券', en: 'Gansu innovation voucher' },
    institution: idOf(landscape, 'institution/nieer'),
    lab,
    faceFen: 2_000_000,
    coverPercent: 50,
    capFen: 500_000,
    validFrom: `${year}-01-01`,
    // Also a demo of December has a voucher for a while.
    validTo: `${year + 1}-12-31`,
  })
  const statement = await trx
    .selectFrom('statement')
    .where('lab_id', '=', lab)
    .where('month', '=', monthStart(ctx, -2).toString().slice(0, 7))
    .where('total_fen', '>', 0)
    .select('id')
    .orderBy('total_fen', 'desc')
    .executeTakeFirst()
  if (statement) await payIn(trx, ctx, { statementId: statement.id, voucherId: id })
  return { 'voucher/isotopes': id }
}
