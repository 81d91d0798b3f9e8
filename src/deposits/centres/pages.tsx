import { type Context as HonoContext, Hono } from 'hono'
import { allowAdministratorToRead } from '../../core/permission.ts'
import { adminLink } from '../../core/navigation.ts'
import { institutionChoices } from '../../people/pages/choices.ts'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { depositPaths } from '../words/paths.ts'
import {
  addCentre,
  removeHoliday,
  searchCentres,
  searchHolidays,
  searchParts,
  setHoliday,
  setPart,
  yearsNotEntered,
} from './actions.ts'
import {
  CentreAnswer,
  centreForm,
  HolidayAnswer,
  holidayForm,
  PartAnswer,
  partForm,
} from './model.ts'
import { centreWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'deposits'
const here = depositPaths.settings

const centres = list({
  path: '/deposit-centres',
  tag,
  summary: 'Institutions that receive deposits of data',
  title: words.centres,
  empty: { title: words.noCentres },
  item: CentreAnswer,
  filters: noFilters,
  query: searchCentres,
  columns: {
    institution: { label: words.institution, text: ({ institution }) => institution.name },
    code: { label: words.code, code: ({ code }) => code },
    days: { label: words.checkDays, number: ({ checkDays }) => checkDays },
  },
})

const parts = list({
  path: '/deposit-parts',
  tag,
  summary: 'What a package of a deposit consists of',
  title: words.parts,
  empty: { title: words.noParts },
  item: PartAnswer,
  filters: noFilters,
  query: searchParts,
  columns: {
    name: { label: words.part, text: ({ name }) => name },
    code: { label: words.partCode, code: ({ code }) => code },
    needed: { label: words.needed, yesNo: ({ needed }) => needed },
    position: { label: words.position, number: ({ position }) => position },
  },
})

const holidays = list({
  path: '/deposit-holidays',
  tag,
  summary: 'Holidays, and weekend days that are worked instead',
  title: words.holidays,
  empty: { title: words.noHolidays },
  item: HolidayAnswer,
  filters: noFilters,
  query: searchHolidays,
  columns: {
    day: { label: words.day, day: ({ day }) => day },
    name: { label: words.dayName, text: ({ name }) => name },
    works: { label: words.works, yesNo: ({ works }) => works },
    action: {
      label: columnWords.action,
      cell: ({ day }) => <Removal day={day} />,
    },
  },
})

function Removal({ day }: { day: string }) {
  const t = useText()
  return (
    <ActButton
      action={`${here}/holidays/${day}/removal`}
      text={words.remove}
      label={`${t(words.remove)} ${day}`}
      look="quiet"
    />
  )
}

const centreAddition = write({
  path: '/deposit-centres',
  tag,
  summary: 'Make an institution one that receives deposits; by administrators',
  refuses: [404, 409],
  form: centreForm,
  creates: true,
  does: addCentre,
  at: `${here}/centres`,
  flash: () => words.saved,
  next: () => here,
  page: (c, centre) => settingsPage(c, { centre }),
})

const partSetting = write({
  path: '/deposit-parts',
  method: 'put',
  tag,
  summary: 'Add or change a part of packages, by its code; by administrators',
  form: partForm,
  does: setPart,
  at: `${here}/parts`,
  flash: () => words.saved,
  next: () => `${here}#parts`,
  page: (c, part) => settingsPage(c, { part }),
})

const holidaySetting = write({
  path: '/deposit-holidays',
  method: 'put',
  tag,
  summary:
    'Enter a holiday of one day or more, or weekend days that are worked instead; by administrators',
  form: holidayForm,
  does: setHoliday,
  at: `${here}/holidays`,
  flash: () => words.saved,
  next: () => `${here}#holidays`,
  page: (c, holiday) => settingsPage(c, { holiday }),
})

const holidayRemoval = write({
  path: '/deposit-holidays/:day',
  method: 'delete',
  tag,
  summary: 'Remove a day; by administrators',
  refuses: [404],
  does: (ctx, _, { day }) => removeHoliday(ctx, { day }),
  at: `${here}/holidays/:day/removal`,
  flash: () => words.removed,
  next: () => `${here}#holidays`,
})

export const { api: centreRoutes, pages: centrePages } = surfaces(
  centres,
  parts,
  holidays,
  centreAddition,
  partSetting,
  holidaySetting,
  holidayRemoval,
  { pages: new Hono<Env>().get(here, (c) => settingsPage(c, {})) },
)

type Typed = { centre?: Filled; part?: Filled; holiday?: Filled }

async function settingsPage(c: C, typed: Typed) {
  const { ctx } = c.var
  allowAdministratorToRead(ctx)
  const choices = { institution: await institutionChoices(ctx) }
  const { centre, part, holiday } = typed
  return page(
    c,
    {
      title: words.settings,
      lead: words.settingsLead,
      crumbs: [{ text: adminLink.text, href: adminLink.href }],
      status: (centre ?? part ?? holiday)?.status ?? 200,
    },
    <>
      <Section title={words.centres} id="centres">
        {await centres.view(c, { cursor: 'centres' })}
        <EntityForm
          of={centreForm}
          form={centre ?? filledIn(centreForm.open({ checkDays: 10 }))}
          action={`${here}/centres`}
          submit={words.addCentre}
          scope="centre"
          choices={choices}
        />
      </Section>
      {await partsSection(c, part)}
      {await holidaysSection(c, holiday)}
    </>,
  )
}

const partsSection = async (c: C, part = filledIn({})) => (
  <Section title={words.parts} id="parts">
    <Local as="p" class="quiet" text={words.partsAbout} />
    {await parts.view(c, { cursor: 'parts' })}
    <EntityForm
      of={partForm}
      form={part}
      action={`${here}/parts`}
      submit={words.setPart}
      scope="part"
    />
  </Section>
)

const holidaysSection = async (c: C, holiday = filledIn({})) => (
  <Section title={words.holidays} id="holidays">
    <Local as="p" class="quiet" text={words.holidaysAbout} />
    {(await yearsNotEntered(c.var.ctx)).map((year) => (
      <Local as="p" class="tone-caution verdict" text={words.notEntered(year)} />
    ))}
    <EntityForm
      of={holidayForm}
      form={holiday}
      action={`${here}/holidays`}
      submit={words.setHoliday}
      scope="holiday"
    />
    {await holidays.view(c, { cursor: 'holidays' })}
  </Section>
)
