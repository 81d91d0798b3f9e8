import { type Context as HonoContext, Hono } from 'hono'
import { zoneForStaff } from '../../../instruments/actions.ts'
import type { Column } from '../../../web/list-view.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { enrolmentWords } from '../../enrolments/words.ts'
import { keepingPart } from '../../overview/pages/part.tsx'
import { ownSection } from '../../qualifications/pages.tsx'
import { upkeepWords } from '../../words/common.ts'
import { upkeepPaths } from '../../words/paths.ts'
import { createTraining, trainingsOf, trainingsToCome } from '../actions.ts'
import { TrainingAnswer, trainingForm } from '../model.ts'
import type { TrainingRow } from '../queries.ts'
import { trainingStateNames as states, trainingWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'upkeep'
const path = '/instruments/:id/trainings'
const { labels } = trainingForm

const title: Column<TrainingRow> = {
  label: labels.title,
  text: ({ title: name }) => name,
  href: ({ instrumentId, id }) => upkeepPaths.training(instrumentId, id),
}
const columns: Record<string, Column<TrainingRow>> = {
  state: { label: columnWords.state, state: ({ state }) => states[state] },
  mine: {
    label: words.yours,
    state: ({ mine }) => (mine ? { tone: 'note', text: enrolmentWords.enrolled } : null),
  },
  when: { label: words.when, period: (row) => row, zone: ({ timezone }) => timezone },
  place: { label: labels.place, text: ({ place }) => place },
  enrolled: { label: enrolmentWords.attendees, number: ({ enrolled }) => enrolled },
  seats: { label: labels.seats, number: ({ seats }) => seats },
}

const toCome = list({
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

const { api, pages } = surfaces(toCome, trainings, announcement)
export const trainingsRoutes = api

/** Trainings to enrol in, and what I hold. */
export const trainingsPages = new Hono<Env>()
  .get(upkeepPaths.trainings, (c) => trainingsPage(c))
  .route('/', pages)

async function trainingsPage(c: C) {
  const { ctx } = c.var
  const isKnown = ctx.actor.type === 'person'
  if (isKnown) c.header('cache-control', 'no-store')
  return page(
    c,
    { title: words.title[ctx.lang], crumbs: [{ text: words.title }], main: 'keeping' },
    <>
      <PageHead title={words.title} lead={words.lead}>
        {!isKnown && (
          <ButtonLink
            look="primary"
            href={withQuery(paths.signIn, { next: upkeepPaths.trainings })}
          >
            <Local text={enrolmentWords.signIn} />
          </ButtonLink>
        )}
      </PageHead>
      <Section title={words.toCome}>{await toCome.view(c, {})}</Section>
      {isKnown && (await ownSection(c))}
    </>,
  )
}
