import type { Context as HonoContext } from 'hono'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { Local } from '../../web/lang.tsx'
import { write } from '../../web/write.tsx'
import { termChoices } from '../pages/choices.ts'
import type { SampleRow } from '../samples/actions/hold.ts'
import { samplePaths } from '../words/paths.ts'
import { addEvent, searchEvents } from './actions.ts'
import { EventAnswer, eventForm } from './model.ts'
import { eventNames, eventWords as words } from './words.ts'

type C = HonoContext<Env>
type Row = Awaited<ReturnType<typeof searchEvents>>['items'][number]
const tag = 'samples'
const path = '/samples/:id/events'
const { labels } = eventForm

const events = list({
  path,
  tag,
  summary: 'What happened to a sample, the newest first; for the staff of its collection',
  refuses: [401],
  title: words.events,
  empty: { title: words.none },
  item: EventAnswer,
  filters: noFilters,
  query: searchEvents,
  columns: {
    kind: { label: labels.kind, text: ({ kind }) => eventNames[kind] },
    when: { label: words.when, text: whenOf },
    note: { label: labels.note, text: ({ note }) => note },
    at: { label: words.at, moment: ({ at }) => at },
    by: { label: words.by, text: ({ by }) => by },
  },
})

function whenOf({ happenedOn, age, ageUnit }: Row) {
  if (age === null || ageUnit === null) return happenedOn
  return { zh: `${age} ${ageUnit.name.zh}`, en: `${age} ${ageUnit.name.en?.toLowerCase()}` }
}

/** What happened to a sample as a part of its page, which `show` draws again with what was typed. */
export function eventsOf(show: (c: C, form: Filled) => Promise<Response>) {
  const addition = write({
    path,
    tag,
    summary: 'Record what happened to a sample: a thaw is counted, a use takes its amount',
    refuses: [409],
    form: eventForm,
    does: addEvent,
    flash: () => words.noted,
    next: ({ id }) => samplePaths.sample(id),
    page: (c, form) => show(c, form),
  })
  const section = async (c: C, row: SampleRow, form?: Filled) => (
    <Section title={words.events}>
      {await events.view(c, { of: { id: row.id }, cursor: 'events' })}
      {row.state !== 'destroyed' && !row.collectionWithdrawnAt && (
        <details open={form !== undefined}>
          <Local as="summary" text={words.add} />
          <EntityForm
            of={eventForm}
            scope="event"
            form={form ?? filledIn({})}
            action={`${samplePaths.sample(row.id)}/events`}
            submit={words.addNow}
            choices={await termChoices(c.var.ctx, { ageUnit: 'miabis_age_unit' })}
          />
        </details>
      )}
    </Section>
  )
  return { parts: [events, addition], section }
}
