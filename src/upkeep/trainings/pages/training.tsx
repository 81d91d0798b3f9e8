import { type Context as HonoContext, Hono } from 'hono'
import { langTag, type Text } from '../../../core/text.ts'
import { spanText } from '../../../core/wall-clock.ts'
import { operation } from '../../../web/api.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { PageHead } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { documented } from '../../../web/item.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { AttendeeSection, Enrolling } from '../../enrolments/pages/attendees.tsx'
import { enrolmentWords } from '../../enrolments/words.ts'
import { kindsInWords } from '../../qualifications/rules.ts'
import { upkeepWords } from '../../words/common.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { cancelTraining, getTraining } from '../actions.ts'
import { cancellationForm, TrainingAnswer, trainingForm } from '../model.ts'
import type { TrainingRow } from '../queries.ts'
import { trainingStateNames as states, trainingWords as words } from '../words.ts'

type C = HonoContext<Env>
export const path = '/instruments/:id/trainings/:training'
const { labels } = trainingForm
/** What every write about one training has. */
export const written = {
  tag: 'upkeep',
  refuses: [409],
  result: TrainingAnswer,
  next: (_: unknown, { instrumentId, id }: TrainingRow) => upkeepPaths.training(instrumentId, id),
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
    <TrainingBody training={training} form={form} isKnown={ctx.actor.type === 'person'} />,
  )
}

type BodyProps = { training: Training; form: Filled | undefined; isKnown: boolean }

function TrainingBody({ training, form, isKnown }: BodyProps) {
  const { attendees, mine, state } = training
  const base = upkeepPaths.training(training.instrumentId, training.id)
  const refused = form && (form.refusal ?? form.issues[0]?.message)
  return (
    <>
      <PageHead title={{ zh: training.title, en: null }}>
        <Enrolling training={training} base={base} isKnown={isKnown} />
      </PageHead>
      {refused && <Toast text={refused} tone="danger" />}
      <p class="kept-head">
        {mine && <StateBadge tone="note" text={enrolmentWords.enrolled} />}
        <StateBadge {...states[state]} />
      </p>
      <FieldList fields={factsOf(training)} />
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

const factsOf = (training: TrainingRow) => [
  {
    label: upkeepWords.instrument,
    value: (
      <a href={paths.record(training.instrumentId)}>
        <Local text={training.instrument.title} />
      </a>
    ),
  },
  { label: words.when, value: <TrainingTime training={training} /> },
  { label: labels.place, value: training.place },
  {
    label: labels.seats,
    value: <Local text={words.seatsTaken(training)} />,
  },
  { label: labels.kinds, value: <Local text={grantsInWords(training)} /> },
  ...(training.about ? [{ label: labels.about, value: training.about }] : []),
]

function TrainingTime({ training }: { training: TrainingRow }) {
  const { start, end, timezone: zone } = training
  const times = { start: start.epochMilliseconds, end: end.epochMilliseconds }
  return <span class="numeric">{spanText(times, { zone, locale: langTag(useLang()) })}</span>
}

/** `培训、安全准入，有效 24 个月`. */
function grantsInWords({ kinds, validMonths }: TrainingRow): Text {
  const [granted, months] = [kindsInWords(kinds), words.forMonths(validMonths)]
  return { zh: `${granted.zh}，${months.zh}`, en: `${granted.en}, ${months.en}` }
}
