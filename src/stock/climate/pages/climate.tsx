import { type Context as HonoContext, Hono } from 'hono'
import type { Typed } from '../../../core/form.ts'
import { textOf } from '../../../core/delimited.ts'
import { signed } from '../../../core/numbers.ts'
import { invalidField } from '../../../core/problem.ts'
import { managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Columns } from '../../../web/columns.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, Form, uploaded } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { fileIn } from '../../../web/multipart.ts'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { columnWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { stockCrumb } from '../../pages/crumbs.ts'
import { getPlace } from '../../places/actions.ts'
import { placeWords } from '../../places/words.ts'
import { stockPaths } from '../../words/paths.ts'
import {
  addReadings,
  type AlarmRow,
  alarmsAt,
  getClimate,
  readingsAt,
  searchAlarms,
  setClimate,
  temperatureOf,
} from '../actions.ts'
import {
  AlarmAnswer,
  alarmFilter,
  ClimateAnswer,
  climateForm,
  EnteredReadings,
  loggerForm,
  maxLoggerBytes,
  NewReadings,
  ReadingAnswer,
  readingForm,
} from '../model.ts'
import { readingsIn } from '../rules.ts'
import { climateWords as words } from '../words.ts'
import { Standing, Temperature } from './shown.tsx'

type C = HonoContext<Env>
const tag = 'stock'
const path = '/places/:id/climate'
const hrefOf = ({ id }: { id: string }) => stockPaths.climate(id)

const alarmColumns: Columns<AlarmRow> = {
  began: { label: words.began, moment: ({ beganAt }) => beganAt },
  last: { label: words.last, moment: ({ lastAt }) => lastAt },
  state: {
    label: columnWords.state,
    state: ({ isOpen }) =>
      isOpen ? { tone: 'danger', text: words.open } : { tone: 'calm', text: words.over },
  },
  celsius: {
    label: words.celsius,
    text: (row) => spreadOf(row.celsiusLowest, row.celsiusHighest, ' °C'),
  },
  humidity: {
    label: words.humidity,
    text: (row) => spreadOf(row.humidityLowest, row.humidityHighest, '%'),
  },
  count: { label: words.count, number: ({ readings }) => readings },
}

const spreadOf = (low: number | null, high: number | null, unit: string) =>
  low === null || high === null ? null : words.spread(signed(low), signed(high), unit)

const listed = { tag, refuses: [401], title: words.alarms, item: AlarmAnswer }

const alarms = list({
  ...listed,
  path: stockPaths.alarms,
  summary: 'When places that you manage were outside of their class in the last 90 days',
  empty: { title: words.noAlarms, text: words.noAlarmsHint },
  filters: alarmFilter,
  query: searchAlarms,
  columns: {
    place: {
      label: words.place,
      text: ({ place }) => place.path,
      href: ({ place }) => hrefOf(place),
    },
    ...alarmColumns,
    institution: { label: words.institution, text: ({ institution }) => institution.name },
  },
})

const alarmsOfPlace = list({
  ...listed,
  path: '/places/:id/climate-alarms',
  summary: 'When a place was outside of its class in the last 90 days',
  empty: { title: words.noAlarms },
  filters: noFilters,
  query: alarmsAt,
  columns: alarmColumns,
})

const readings = list({
  path: '/places/:id/climate-readings',
  tag,
  summary: 'The readings of a place, the latest first; for curators of its institution',
  refuses: [401],
  title: words.readings,
  empty: { title: words.noReadings },
  item: ReadingAnswer,
  filters: noFilters,
  query: readingsAt,
  columns: {
    at: { label: words.at, moment: ({ at }) => at },
    celsius: { label: words.celsius, number: ({ celsius }) => celsius },
    humidity: { label: words.humidity, number: ({ humidity }) => humidity },
    state: {
      label: columnWords.state,
      state: ({ isOutside }) => (isOutside ? { tone: 'danger', text: words.outside } : null),
    },
  },
})

const climate = item({
  path,
  tag,
  summary: 'What a place is kept at, and its latest reading; for curators of its institution',
  refuses: [401],
  schema: ClimateAnswer,
  read: getClimate,
})

const setting = write({
  path,
  method: 'put',
  tag,
  summary: 'Say what a place is kept at, with all inside: a class, or bounds of its own',
  form: climateForm,
  answer: climate,
  does: setClimate,
  flash: () => words.isSet,
  next: hrefOf,
  page: (c, set) => climatePage(c, { set }),
})

const entering = {
  path: '/places/:id/climate-readings' as const,
  tag,
  summary: 'Enter readings of a place, all or nothing',
  description: 'The same moment again takes the new values.',
  result: EnteredReadings,
  flash: (_: object, { entered, outside }: { entered: number; outside: number }) =>
    words.entered(entered, outside),
  next: hrefOf,
}

/** Programs send readings; people paste what a logger wrote, */
const logged = write({
  ...entering,
  form: {
    schema: NewReadings,
    read: (typed: Typed) => {
      const read = readingsIn(typed['table']?.[0] ?? '')
      if (!read) throw invalidField('table', words.badTable)
      return { readings: read }
    },
  },
  does: addReadings,
  at: `${path}/table`,
  page: (c, table) => climatePage(c, { table }),
})

/** send its file, */
const sentFile = async (c: C) =>
  uploaded(c, {
    maxFileBytes: maxLoggerBytes,
    work: async (sent) => {
      const of = { id: c.req.param('id') ?? '' }
      const read = readingsIn(textOf(fileIn(sent, words.noFile).bytes) ?? '')
      if (!read) throw invalidField('file', words.badTable)
      const done = await addReadings(c.var.ctx, parseOrRefuse(NewReadings, { readings: read }), of)
      setFlash(c, words.entered(done.entered, done.outside))
      return c.redirect(hrefOf(of), 303)
    },
    showAgain: (file) => climatePage(c, { file }),
  })

/** or read one off. */
const { pages: reading } = write({
  ...entering,
  form: readingForm,
  does: (ctx, one, key) => addReadings(ctx, { readings: [one] }, key),
  at: `${path}/reading`,
  page: (c, one) => climatePage(c, { one }),
})

const own = new Hono<Env>()
  .get(stockPaths.alarms, async (c) => {
    const choices = { institution: await managedInstitutionChoices(c.var.ctx) }
    const body = await alarms.view(c, { choices })
    return page(c, { title: words.alarms, lead: words.alarmsLead, crumbs: [stockCrumb] }, body)
  })
  .get(path, (c) => climatePage(c))
  .post(`${path}/file`, sentFile)

const parts = [alarms, alarmsOfPlace, readings, climate, setting, logged]
/** What the air of stores is, and when it was not what it should be. */
export const { api: climateRoutes, pages: climatePages } = surfaces(
  ...parts,
  { pages: reading },
  { pages: own },
)

type Shown = { set?: Filled; one?: Filled; table?: Filled; file?: Filled }

async function climatePage(c: C, typed: Shown = {}) {
  const { ctx } = c.var
  const place = await getPlace(ctx, c.req.param('id') ?? '')
  const row = await getClimate(ctx, place)
  const here = hrefOf(place)
  const of = { id: place.id }
  return page(
    c,
    {
      title: {
        zh: `${place.path} ${words.climate.zh}`,
        en: `${words.climate.en} of ${place.path}`,
      },
      crumb: words.climate,
      lead: words.lead,
      crumbs: [
        stockCrumb,
        { text: placeWords.places, href: stockPaths.places },
        { text: { zh: place.path, en: place.path }, href: stockPaths.place(place.id) },
      ],
      actions: <ButtonLink href={stockPaths.alarms} text={words.alarms} />,
      status: Object.values(typed)[0]?.status ?? 200,
    },
    <>
      <Standing row={row} />
      <Temperature row={row} days={await temperatureOf(ctx, place.id)} />
      <Entering here={here} typed={typed} now={filledIn(readingForm.open({ at: ctx.now() }))} />
      <Section title={words.alarms}>
        {await alarmsOfPlace.view(c, { of, cursor: 'alarms' })}
      </Section>
      <Section title={words.set}>
        <EntityForm
          {...{ of: climateForm, form: typed.set ?? filledIn(climateForm.open(row)) }}
          {...{ action: here, submit: words.set, look: 'plain' }}
        />
      </Section>
      <Section title={words.readings}>{await readings.view(c, { of, cursor: 'readings' })}</Section>
    </>,
  )
}

const Entering = ({ here, typed, now }: { here: string; typed: Shown; now: Filled }) => (
  <Section title={words.enter} id="enter">
    <EntityForm
      {...{ of: readingForm, scope: 'reading', form: typed.one ?? now, submit: words.enter }}
      action={`${here}/reading`}
    />
    <details class="fold" open={(typed.table ?? typed.file) !== undefined}>
      <Local as="summary" text={words.paste} />
      <Form
        {...{ action: `${here}/file`, form: typed.file ?? filledIn({}), submit: words.sendFile }}
        labels={{ file: words.file }}
        look="plain"
        withFile
      >
        <FormField
          {...{ type: 'file', name: 'file', label: words.file, hint: words.fileHint }}
          form={typed.file}
          required
        />
      </Form>
      <EntityForm
        {...{ of: loggerForm, form: typed.table ?? filledIn({}), submit: words.paste }}
        action={`${here}/table`}
        look="plain"
      />
    </details>
  </Section>
)
