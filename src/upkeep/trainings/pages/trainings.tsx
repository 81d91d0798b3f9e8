import { zoneForStaff } from '../../../instruments/actions.ts'
import type { Column, ValueColumn } from '../../../web/list-view.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { enrolmentWords } from '../../enrolments/words.ts'
import { keepingPart } from '../../overview/pages/part.tsx'
import { upkeepWords } from '../../words/common.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { createTraining, trainingsOf, trainingsToCome } from '../actions.ts'
import { TrainingAnswer, trainingForm } from '../model.ts'
import type { TrainingRow } from '../queries.ts'
import { trainingStateNames as states, trainingWords as words } from '../words.ts'

const tag = 'upkeep'
const path = '/instruments/:id/trainings'
const { labels } = trainingForm

const title: Column<TrainingRow> = {
  label: labels.title,
  text: ({ title: name }) => name,
  href: ({ instrumentId, id }) => upkeepPaths.training(instrumentId, id),
}
export const when: ValueColumn<TrainingRow> = {
  label: words.when,
  period: (row) => row,
  zone: ({ timezone }) => timezone,
}
export const place: ValueColumn<TrainingRow> = { label: labels.place, text: (row) => row.place }
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
  path: '/trainings',
  tag,
  summary: 'Trainings to come, everywhere',
  title: words.toCome,
  empty: { title: words.noneToCome },
  item: TrainingAnswer,
  filters: noFilters,
  query: trainingsToCome,
  columns: {
    title,
    instrument: { label: upkeepWords.instrument, text: ({ instrument }) => instrument.title },
    ...columns,
  },
})

const trainings = list({
  path,
  tag,
  summary: 'Trainings at an instrument, to come and of the last month',
  title: words.trainings,
  empty: { title: words.noTrainings },
  item: TrainingAnswer,
  filters: noFilters,
  query: trainingsOf,
  columns: { title, ...columns },
})

const part = keepingPart({
  tab: 'qualifications',
  title: words.trainings,
  view: (c, of) => trainings.view(c, { of }),
  add: words.announce,
  at: path,
  form: trainingForm,
  opens: (zone) => trainingForm.open({ kinds: ['training'], seats: 6 }, zone),
})

/** The trainings of an instrument, on the page of its staff. */
export const trainingSection = part.section

const announcement = write({
  path,
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

export const { api: trainingsRoutes, pages: trainingsPages } = surfaces(
  toCome,
  trainings,
  announcement,
)
