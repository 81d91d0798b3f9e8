import { type Context as HonoContext, Hono } from 'hono'
import {
  getInstrumentAsStaff,
  type InstrumentRow,
  zoneForStaff,
} from '../../../instruments/actions.ts'
import type { Column } from '../../../web/list-view.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { keepingPage } from '../../overview/pages/frame.tsx'
import { pageWords } from '../../overview/words.ts'
import { ownSection } from '../../qualifications/pages.tsx'
import { upkeepPaths } from '../../words/paths.ts'
import { createTraining, trainingsOf, trainingsToCome } from '../actions/trainings.ts'
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
  state: { label: words.state, state: ({ state }) => states[state] },
  mine: {
    label: words.yours,
    state: ({ mine }) => (mine ? { tone: 'note', text: words.enrolled } : null),
  },
  when: { label: words.when, period: (row) => row, zone: ({ timezone }) => timezone },
  place: { label: labels.place, text: ({ place }) => place },
  enrolled: { label: words.attendees, number: ({ enrolled }) => enrolled },
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
    instrument: { label: words.instrument, text: ({ instrument }) => instrument.title },
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
  page: newTrainingPage,
})

const { api, pages } = surfaces(toCome, trainings, announcement)
export const trainingsRoutes = api

/** Trainings to enrol in, and what I hold. */
export const trainingsPages = new Hono<Env>()
  .get(upkeepPaths.trainings, (c) => trainingsPage(c))
  .route('/', pages)

/** The trainings of an instrument, on the page of its staff. */
export const trainingSection = async (c: C, instrument: InstrumentRow) => (
  <Section title={words.trainings}>
    {await trainings.view(c, { of: { id: instrument.id } })}
    <details class="fold">
      <summary>
        <Local text={words.announce} />
      </summary>
      <TrainingForm
        instrument={instrument}
        form={filledIn(trainingForm.open({ kinds: ['training'], seats: 6 }, instrument.zone))}
      />
    </details>
  </Section>
)

async function newTrainingPage(c: C, form: Filled) {
  const instrument = await getInstrumentAsStaff(c.var.ctx, c.req.param('id') ?? '')
  return keepingPage(
    c,
    { instrument, at: 'qualifications', lead: pageWords.qualificationsLead, status: form.status },
    <Section title={words.announce}>
      <TrainingForm instrument={instrument} form={form} />
    </Section>,
  )
}

const TrainingForm = ({ instrument, form }: { instrument: InstrumentRow; form: Filled }) => (
  <EntityForm
    of={trainingForm}
    form={form}
    action={`/instruments/${instrument.id}/trainings`}
    submit={words.announce}
    look="plain"
  />
)

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
            <Local text={words.signIn} />
          </ButtonLink>
        )}
      </PageHead>
      <Section title={words.toCome}>{await toCome.view(c, {})}</Section>
      {isKnown && (await ownSection(c))}
    </>,
  )
}
