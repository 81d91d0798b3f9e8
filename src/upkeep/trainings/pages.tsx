import { type Context as HonoContext, Hono } from 'hono'
import type { Text } from '../../core/text.ts'
import { StateBadge } from '../../web/components/badges.tsx'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import { FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { type Filled, Refused } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { fieldsOf, type ValueColumn } from '../../web/columns.tsx'
import type { Column } from '../../web/components/table.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { inPath } from '../../web/route-path.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { AttendeeSection, Enrolling } from '../enrolments/pages/attendees.tsx'
import { enrolmentWords } from '../enrolments/words.ts'
import { trainingPageWords } from '../overview/words.ts'
import { kindsInWords } from '../qualifications/rules.ts'
import { upkeepWords } from '../words/common.ts'
import { upkeepPaths } from '../words/paths.ts'
import {
  cancelTraining,
  getTraining,
  createTraining,
  trainingsOf,
  trainingsToCome,
} from './actions.ts'
import { cancellationForm, TrainingAnswer, trainingForm } from './model.ts'
import type { TrainingRow } from './queries.ts'
import { trainingStateNames as states, trainingWords as words } from './words.ts'
import { zoneForStaff } from '../../instruments/actions.ts'
import { whenText } from '../../instruments/rules/when.ts'
import { list, noFilters } from '../../web/list.tsx'
import { columnWords } from '../../web/words.ts'
import { keepingPart } from '../overview/pages/part.tsx'

const tag = 'upkeep'
const at = '/instruments/:id/trainings'
export const path = `${at}/:training` as const
const { labels } = trainingForm
const listed = { tag, item: TrainingAnswer, filters: noFilters }

const title: Column<TrainingRow> = {
  label: labels.title,
  text: ({ title: name }) => name,
  href: ({ instrumentId, id }) => upkeepPaths.training(instrumentId, id),
}
const instrument: ValueColumn<TrainingRow> = {
  label: upkeepWords.instrument,
  text: (row) => row.instrument.title,
  href: ({ instrumentId }) => paths.record(instrumentId),
}
const when: ValueColumn<TrainingRow> = {
  label: words.when,
  period: (row) => row,
  zone: ({ timezone }) => timezone,
}
const place: ValueColumn<TrainingRow> = { label: labels.place, text: (row) => row.place }
const columns: Record<string, Column<TrainingRow>> = {
  state: { label: columnWords.state, state: ({ state }) => states[state] },
  mine: {
    label: words.yours,
    state: ({ mine }) => (mine ? { tone: 'note', text: enrolmentWords.enrolled } : null),
  },
  when,
  place,
  enrolled: { label: enrolmentWords.attendees, number: ({ enrolled }) => enrolled },
  seats: { label: labels.seats, number: ({ seats }) => seats },
}

/** Where trainings are, everywhere. */
export const toCome = list({
  ...listed,
  path: '/trainings',
  summary: 'Trainings to come, everywhere',
  title: words.toCome,
  empty: { title: words.noneToCome },
  query: trainingsToCome,
  columns: { title, instrument, ...columns },
})

const trainings = list({
  ...listed,
  path: at,
  summary: 'Trainings at an instrument, to come and of the last month',
  title: words.trainings,
  empty: { title: words.noTrainings },
  query: trainingsOf,
  columns: { title, ...columns },
})

const part = keepingPart({
  tab: 'qualifications',
  title: words.trainings,
  view: (c, of) => trainings.view(c, { of }),
  add: words.announce,
  at,
  form: trainingForm,
  opens: (zone) => trainingForm.open({ kinds: ['training'], seats: 6 }, zone),
})

/** The trainings of an instrument, on the page of its staff. */
export const trainingSection = part.section

const announcement = write({
  path: at,
  tag,
  summary: 'Announce a training',
  form: trainingForm,
  creates: true,
  result: TrainingAnswer,
  does: createTraining,
  zone: zoneForStaff,
  flash: () => words.announced,
  next: (_, { instrumentId }) => upkeepPaths.qualifications(instrumentId),
  page: part.again,
})

/** What every write about one training has. */
export const written = {
  tag,
  refuses: [409],
  result: TrainingAnswer,
  next: (_: unknown, training: TrainingRow) => baseOf(training),
  page: trainingPage,
}

const cancellation = write({
  ...written,
  path: `${path}/cancellation`,
  summary: 'Call a training off; who was enrolled is told',
  form: cancellationForm,
  does: cancelTraining,
  flash: () => words.cancelledNow,
})

const reading = item({
  path,
  tag,
  summary: 'Read a training; its staff see who comes',
  schema: TrainingAnswer,
  read: getTraining,
})

export const { api: trainingRoutes, pages: trainingPages } = surfaces(
  toCome,
  trainings,
  announcement,
  reading,
  { pages: new Hono<Env>().get(path, (c) => trainingPage(c)) },
  cancellation,
)

/** One training: people enrol, its staff see who comes and note who passed. */
async function trainingPage(c: HonoContext<Env>, form?: Filled) {
  const { ctx } = c.var
  const found = await getTraining(ctx, inPath<typeof path>(c))
  const { title: name, attendees, mine, state, zone } = found
  const base = baseOf(found)
  const isKnown = ctx.actor.type === 'person'
  return page(
    c,
    {
      title: { zh: name, en: null },
      actions: <Enrolling training={found} base={base} isKnown={isKnown} />,
      crumbs: [{ text: trainingPageWords.title, href: upkeepPaths.trainings }],
      width: 'reading',
      main: 'keeping',
      status: form?.status ?? 200,
    },
    <>
      <Refused form={form} />
      <p class="kept-head">
        {mine && <StateBadge tone="note" text={enrolmentWords.enrolled} />}
        <StateBadge {...states[state]} />
      </p>
      <FieldList fields={fieldsOf(facts, found)} />
      {attendees && (
        <AttendeeSection {...{ attendees, base, zone, state }}>
          <SmallForm
            action={`${base}/cancellation`}
            text={words.cancel}
            of={[name, whenText(found, zone)]}
            look="danger"
            about={words.cancelAbout}
          >
            <SmallField id="cancel-reason" name="reason" label={cancellationForm.labels.reason} />
          </SmallForm>
        </AttendeeSection>
      )}
    </>,
  )
}

const baseOf = ({ instrumentId, id }: TrainingRow) => upkeepPaths.training(instrumentId, id)

const facts: Readonly<Record<string, ValueColumn<TrainingRow>>> = {
  instrument,
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
