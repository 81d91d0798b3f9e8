import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../../core/text.ts'
import { operation } from '../../../web/api.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { documented } from '../../../web/item.ts'
import { fieldsOf, type ValueColumn } from '../../../web/list-view.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { AttendeeSection, Enrolling } from '../../enrolments/pages/attendees.tsx'
import { enrolmentWords } from '../../enrolments/words.ts'
import { trainingPageWords } from '../../overview/words.ts'
import { kindsInWords } from '../../qualifications/rules.ts'
import { upkeepWords } from '../../words/common.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { cancelTraining, getTraining } from '../actions.ts'
import { cancellationForm, TrainingAnswer, trainingForm } from '../model.ts'
import type { TrainingRow } from '../queries.ts'
import { place, when } from './trainings.tsx'
import { trainingStateNames as states, trainingWords as words } from '../words.ts'

type C = HonoContext<Env>
export const path = '/instruments/:id/trainings/:training'
const { labels } = trainingForm
/** What every write about one training has. */
export const written = {
  tag: 'upkeep',
  refuses: [409],
  result: TrainingAnswer,
  next: (_: unknown, training: TrainingRow) => baseOf(training),
  page: trainingPage,
}

const reading = new Hono<Env>().get(
  path,
  operation({
    summary: 'Read a training; its staff see who comes',
    tag: written.tag,
    answers: { 200: TrainingAnswer },
  }),
  async (c) => c.json(documented(TrainingAnswer, await getTraining(c.var.ctx, c.req.param()))),
)

const cancellation = write({
  ...written,
  path: `${path}/cancellation`,
  summary: 'Call a training off; who was enrolled is told',
  form: cancellationForm,
  does: cancelTraining,
  flash: () => words.cancelledNow,
})

const { api, pages } = surfaces({ api: reading }, cancellation)

/** One training: who comes, who passed. */
export const trainingRoutes = api

/** One training: people enrol, its staff see who comes and note who passed. */
export const trainingPages = new Hono<Env>().get(path, (c) => trainingPage(c)).route('/', pages)

type Training = Awaited<ReturnType<typeof getTraining>>

async function trainingPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const key = { id: c.req.param('id') ?? '', training: c.req.param('training') ?? '' }
  const training = await getTraining(ctx, key)
  const isKnown = ctx.actor.type === 'person'
  return page(
    c,
    {
      title: { zh: training.title, en: null },
      actions: <Enrolling training={training} base={baseOf(training)} isKnown={isKnown} />,
      crumbs: [{ text: trainingPageWords.title, href: upkeepPaths.trainings }],
      width: 'reading',
      main: 'keeping',
      status: form?.status ?? 200,
    },
    <TrainingBody training={training} form={form} />,
  )
}

const baseOf = ({ instrumentId, id }: TrainingRow) => upkeepPaths.training(instrumentId, id)

type BodyProps = { training: Training; form: Filled | undefined }

function TrainingBody({ training, form }: BodyProps) {
  const { attendees, mine, state } = training
  const base = baseOf(training)
  const refused = form && (form.refusal ?? form.issues[0]?.message)
  return (
    <>
      {refused && <Toast text={refused} tone="danger" />}
      <p class="kept-head">
        {mine && <StateBadge tone="note" text={enrolmentWords.enrolled} />}
        <StateBadge {...states[state]} />
      </p>
      <FieldList fields={fieldsOf(facts, training)} />
      {attendees && (
        <AttendeeSection attendees={attendees} base={base} zone={training.zone} state={state}>
          <SmallForm action={`${base}/cancellation`} text={words.cancel} look="danger">
            <SmallField id="cancel-reason" name="reason" label={cancellationForm.labels.reason} />
          </SmallForm>
        </AttendeeSection>
      )}
    </>
  )
}

const facts: Readonly<Record<string, ValueColumn<TrainingRow>>> = {
  instrument: {
    label: upkeepWords.instrument,
    text: ({ instrument }) => instrument.title,
    href: ({ instrumentId }) => paths.record(instrumentId),
  },
  when,
  place,
  seats: { label: labels.seats, text: words.seatsTaken },
  kinds: { label: labels.kinds, text: grantsInWords },
  about: { label: labels.about, text: ({ about }) => about },
}

/** `培训、安全准入，有效 24 个月`. */
function grantsInWords({ kinds, validMonths }: TrainingRow): Text {
  const [granted, months] = [kindsInWords(kinds), words.forMonths(validMonths)]
  return { zh: `${granted.zh}，${months.zh}`, en: `${granted.en}, ${months.en}` }
}
