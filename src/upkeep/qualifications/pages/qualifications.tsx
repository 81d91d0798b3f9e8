import { type Context as HonoContext, Hono } from 'hono'
import { getInstrumentAsStaff } from '../../../instruments/actions.ts'
import type { Temporal } from '../../../core/time.ts'
import { Section } from '../../../web/components/page-head.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import {
  grantQualification,
  type QualificationRow,
  qualificationsAt,
  revokeQualification,
} from '../actions/qualifications.ts'
import { createTraining, type TrainingRow, trainingsOf } from '../../trainings/actions/trainings.ts'
import { NewQualification, Revocation } from '../model.ts'
import { NewTraining } from '../../trainings/model.ts'
import { trainingWords as words } from '../../trainings/words.ts'
import { momentIn, numberIn, textIn } from '../../overview/pages/fields.ts'
import { keepingPage } from '../../overview/frame.tsx'
import { GrantForm } from './grant-form.tsx'
import { heldColumns, noteColumn, personColumn, revokeColumn } from './held-columns.tsx'
import { TrainingForm } from '../../trainings/pages/training-form.tsx'
import { TrainingList } from '../../trainings/pages/training-list.tsx'
import { upkeepPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/qualifications' as const
type Forms = { grant?: Filled; training?: Filled; other?: Filled }

/** Who may use an instrument, and its trainings: for its staff. */
export const qualificationPages = new Hono<Env>()
  .get(path, (c) => qualificationsPage(c))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NewQualification, {
          email: form.value('email'),
          kind: form.value('kind'),
          validMonths: numberIn(form.value('validMonths')),
          note: textIn(form.value('note')),
        })
        const { personName } = await grantQualification(c.var.ctx, c.req.param('id'), input)
        setFlash(c, words.grantedSaid(personName))
        return c.redirect(upkeepPaths.qualifications(c.req.param('id')), 303)
      },
      (grant) => qualificationsPage(c, { grant }),
    ),
  )
  .post(`${path}/:qualification/revocation`, (c) =>
    submitted(
      c,
      async (form) => {
        const key = { instrumentId: c.req.param('id'), id: c.req.param('qualification') }
        const { reason } = parseOrRefuse(Revocation, { reason: textIn(form.value('reason')) })
        await revokeQualification(c.var.ctx, key, reason)
        setFlash(c, words.revokedSaid)
        return c.redirect(upkeepPaths.qualifications(key.instrumentId), 303)
      },
      (other) => qualificationsPage(c, { other }),
    ),
  )
  .post('/instruments/:id/trainings', (c) =>
    submitted(
      c,
      async (form) => {
        const { id, zone } = await getInstrumentAsStaff(c.var.ctx, c.req.param('id'))
        await createTraining(c.var.ctx, id, parseOrRefuse(NewTraining, trainingIn(form, zone)))
        setFlash(c, words.announced)
        return c.redirect(upkeepPaths.qualifications(id), 303)
      },
      (training) => qualificationsPage(c, { training }),
    ),
  )

async function qualificationsPage(c: C, { grant, training, other }: Forms = {}) {
  const { ctx } = c.var
  const instrument = await getInstrumentAsStaff(ctx, c.req.param('id') ?? '')
  const [held, trainings] = await Promise.all([
    qualificationsAt(ctx, instrument.id),
    trainingsOf(ctx, instrument.id),
  ])
  const base = upkeepPaths.qualifications(instrument.id)
  const { status } = grant ?? training ?? other ?? filledWith()
  return keepingPage(
    c,
    { instrument, at: 'qualifications', lead: words.lead2, status },
    <>
      {other?.refusal && <Toast text={other.refusal} tone="danger" />}
      <Held held={held} now={ctx.now()} base={base} grant={grant} />
      <Announced trainings={trainings} now={ctx.now()} instrument={instrument} form={training} />
    </>,
  )
}

type AnnouncedProps = {
  trainings: readonly TrainingRow[]
  now: Temporal.Instant
  instrument: { id: string; zone: string }
  form: Filled | undefined
}

const Announced = ({ trainings, now, instrument, form }: AnnouncedProps) => (
  <Section title={words.trainings}>
    <TrainingList trainings={trainings} now={now} none={words.noTrainings} />
    <details class="fold" open={form !== undefined}>
      <summary>
        <Local text={words.announce} />
      </summary>
      <TrainingForm
        action={`/instruments/${instrument.id}/trainings`}
        form={form ?? filledWith({ kinds: 'training', seats: '6' })}
        zone={instrument.zone}
      />
    </details>
  </Section>
)

type HeldProps = {
  held: readonly QualificationRow[]
  now: Temporal.Instant
  base: string
  grant: Filled | undefined
}

const Held = ({ held, now, base, grant }: HeldProps) => (
  <Section title={words.qualifications}>
    {held.length > 0 ? (
      <Table
        caption={words.qualifications}
        captionUnseen
        columns={[personColumn, ...heldColumns(now), noteColumn, revokeColumn(base)]}
        rows={held}
      />
    ) : (
      <p class="quiet">
        <Local text={words.noQualifications} />
      </p>
    )}
    <details class="fold" open={grant !== undefined}>
      <summary>
        <Local text={words.grant} />
      </summary>
      <GrantForm action={base} form={grant ?? filledWith({ kind: 'training' })} />
    </details>
  </Section>
)

const trainingIn = (form: Filled, zone: string) => ({
  title: form.value('title'),
  about: textIn(form.value('about')),
  place: form.value('place'),
  start: momentIn(form.value('start'), zone) ?? '',
  end: momentIn(form.value('end'), zone) ?? '',
  seats: numberIn(form.value('seats')),
  kinds: form.values('kinds'),
  validMonths: numberIn(form.value('trainingMonths')),
})
