import { type Context as HonoContext, Hono } from 'hono'
import { qualificationNames } from '../../../bookings/verdict/words.ts'
import { langTag, type Text } from '../../../core/text.ts'
import { spanText } from '../../../core/wall-clock.ts'
import { operation } from '../../../web/api.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FieldList, Day } from '../../../web/components/values.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { documented } from '../../../web/item.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { upkeepPaths } from '../../words/paths.ts'
import { passTraining } from '../actions/results.ts'
import { cancelTraining, enrol, getTraining, leaveTraining } from '../actions/trainings.ts'
import {
  cancellationForm,
  enrolmentForm,
  resultsForm,
  TrainingAnswer,
  trainingForm,
} from '../model.ts'
import type { TrainingRow } from '../queries.ts'
import { trainingStateNames as states, trainingWords as words } from '../words.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/trainings/:training'
const { labels } = trainingForm
const common = {
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
    tag: common.tag,
    answers: { 200: TrainingAnswer },
  }),
  async (c) => c.json(documented(TrainingAnswer, await getTraining(c.var.ctx, c.req.param()))),
)

const enrolment = write({
  ...common,
  path: `${path}/enrolment`,
  summary: 'Enrol yourself; staff enrol others',
  form: enrolmentForm,
  does: enrol,
  flash: () => words.enrolled,
})

const departure = write({
  ...common,
  path: `${path}/departure`,
  summary: 'Take yourself off the list; staff take others off',
  form: enrolmentForm,
  does: leaveTraining,
  flash: () => words.left,
})

const cancellation = write({
  ...common,
  path: `${path}/cancellation`,
  summary: 'Call a training off; who was enrolled is told',
  form: cancellationForm,
  does: cancelTraining,
  flash: () => words.cancelled,
})

const results = write({
  ...common,
  path: `${path}/results`,
  summary: 'Note who passed: they get its qualifications',
  form: resultsForm,
  does: passTraining,
  flash: () => words.passNoted,
})

const declared = [{ api: reading }, enrolment, departure, cancellation, results]
const { api, pages } = surfaces(...declared)

/** One training: who comes, who passed. */
export const trainingRoutes = api

/** One training: people enrol, its staff see who comes and note who passed. */
export const trainingPages = new Hono<Env>().get(path, (c) => trainingPage(c)).route('/', pages)

type Training = Awaited<ReturnType<typeof getTraining>>
type Attendees = NonNullable<Training['attendees']>

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
        {mine && <StateBadge tone="note" text={words.enrolled} />}
        <StateBadge {...states[state]} />
      </p>
      <FieldList fields={factsOf(training)} />
      {attendees && (
        <AttendeeSection attendees={attendees} base={base} zone={training.timezone} state={state} />
      )}
    </>
  )
}

const factsOf = (training: TrainingRow) => [
  {
    label: words.instrument,
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
    value: <Local text={words.seatsTaken(training.enrolled, training.seats)} />,
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
  const months = words.forMonths(validMonths)
  return {
    zh: `${kinds.map((kind) => qualificationNames[kind].zh).join('、')}，${months.zh}`,
    en: `${kinds.map((kind) => qualificationNames[kind].en).join(', ')}, ${months.en}`,
  }
}

type EnrollingProps = { training: TrainingRow; base: string; isKnown: boolean }

function Enrolling({ training, base, isKnown }: EnrollingProps) {
  const { state, mine } = training
  if (state !== 'open' && !(state === 'full' && mine)) return <></>
  if (!isKnown)
    return (
      <ButtonLink look="primary" href={withQuery(paths.signIn, { next: base })}>
        <Local text={words.signIn} />
      </ButtonLink>
    )
  return mine ? (
    <form method="post" action={`${base}/departure`}>
      <Button look="danger">
        <Local text={words.leave} />
      </Button>
    </form>
  ) : (
    <form method="post" action={`${base}/enrolment`}>
      <Button look="primary">
        <Local text={words.enrol} />
      </Button>
    </form>
  )
}

type AttendeesProps = {
  attendees: Attendees
  base: string
  zone: string
  state: TrainingRow['state']
}

function AttendeeSection(listed: AttendeesProps) {
  const { attendees, base, state } = listed
  return (
    <Section title={words.attendees}>
      {attendees.length > 0 ? (
        <Listed {...listed} />
      ) : (
        <p class="quiet">
          <Local text={words.noAttendees} />
        </p>
      )}
      {state !== 'cancelled' && (
        <div class="kept-actions">
          {state !== 'begun' && (
            <SmallForm action={`${base}/enrolment`} text={words.addAttendee}>
              <SmallField id="attendee-email" name="email" label={words.email} required />
            </SmallForm>
          )}
          <SmallForm action={`${base}/cancellation`} text={words.cancel} look="danger">
            <SmallField id="cancel-reason" name="reason" label={words.cancelReason} />
          </SmallForm>
        </div>
      )}
    </Section>
  )
}

/** Before it begins a list; once it has, boxes to tick. */
function Listed({ attendees, base, zone, state }: AttendeesProps) {
  const hasBegun = state === 'begun'
  const list = (
    <ul class="attendees">
      {attendees.map(({ person: { id, name }, passedAt }) => (
        <li>
          {hasBegun && !passedAt ? (
            <label class="check">
              <input type="checkbox" name="passed" value={id} />
              <span>{name}</span>
            </label>
          ) : (
            <span>
              {name}{' '}
              {passedAt && (
                <span class="quiet">
                  <Local text={words.passedAt} /> <Day when={passedAt} zone={zone} />
                </span>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
  if (!hasBegun || attendees.every(({ passedAt }) => passedAt)) return list
  return (
    <form class="stacked-form" method="post" action={`${base}/results`}>
      <p class="quiet">
        <Local text={words.passHint} />
      </p>
      {list}
      <div class="form-actions">
        <Button look="primary">
          <Local text={words.pass} />
        </Button>
      </div>
    </form>
  )
}
