import { Hono } from 'hono'
import { institutionChoices } from '../../people/pages/choices.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { samplePaths } from '../../samples/words/paths.ts'
import { operation, tableTypes } from '../../web/api.ts'
import { fileOf, Rows, type ValueColumn } from '../../web/columns.tsx'
import { Button } from '../../web/components/button.tsx'
import { FileLinks } from '../../web/components/file-links.tsx'
import { type Choice, FormField } from '../../web/components/form-field.tsx'
import { Section, Toolbar } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths, withQuery } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'
import { ChooseInstitution, ReportTabs } from '../use/pages/frame.tsx'
import { everyInstitution, usePath } from '../use/pages/links.ts'
import { reportAnswer } from '../use/routes.ts'
import { useWords } from '../use/words.ts'
import { reportLinks, reportPaths } from '../words/paths.ts'
import { materialReport } from './actions.ts'
import {
  type CollectionOfYear,
  MaterialPageQuery,
  MaterialQuery,
  MaterialReport,
  type Recipient,
} from './model.ts'
import { materialWords as words } from './words.ts'

const collectionColumns: Record<string, ValueColumn<CollectionOfYear>> = {
  name: { label: words.collection, text: ({ name }) => name, href: ({ id }) => paths.record(id) },
  institution: { label: words.institution, text: ({ institution }) => institution.name },
  ethics: { label: words.ethics, text: ({ ethicsApproval }) => ethicsApproval },
  filing: { label: words.filing, text: ({ hgrFiling }) => hgrFiling },
  collectedDonors: {
    label: words.collectedDonors,
    number: ({ collectedDonors }) => collectedDonors,
  },
  collectedSamples: {
    label: words.collectedSamples,
    number: ({ collectedSamples }) => collectedSamples,
  },
  storedDonors: { label: words.storedDonors, number: ({ storedDonors }) => storedDonors },
  storedSamples: { label: words.storedSamples, number: ({ storedSamples }) => storedSamples },
  provided: { label: words.provided, number: ({ providedSamples }) => providedSamples },
  returned: { label: words.returned, number: ({ returnedSamples }) => returnedSamples },
  usedUp: { label: words.usedUp, number: ({ usedUpSamples }) => usedUpSamples },
  destroyed: { label: words.destroyed, number: ({ destroyedSamples }) => destroyedSamples },
  withdrawn: { label: words.withdrawn, number: ({ withdrawnDonors }) => withdrawnDonors },
}

const recipientColumns: Record<string, ValueColumn<Recipient>> = {
  request: {
    label: words.request,
    text: ({ request }) => request.number,
    href: ({ request }) => samplePaths.request(request.id),
  },
  collection: { label: words.collection, text: ({ collection }) => collection.name },
  recipient: { label: words.recipient, text: ({ institution }) => institution?.name ?? null },
  kind: { label: words.kind, code: ({ kind }) => kind },
  country: { label: words.country, code: ({ country }) => country },
  foreign: { label: words.foreign, yesNo: ({ foreignControlled }) => foreignControlled },
  samples: { label: words.samples, number: ({ samples }) => samples },
  permits: { label: words.permits, text: ({ permits }) => permits.join(' · ') || null },
}

/** The yearly report of human material, for programs and as files. */
export const materialRoutes = new Hono<Env>().get(
  '/reports/human-material',
  operation({
    summary: 'Human samples collected, stored, provided, used up and destroyed in a year',
    description: 'Facts for the report of article 15; for who keeps the collections.',
    tag: 'reports',
    answers: { 200: MaterialReport },
    files: tableTypes,
    refuses: [401, 403],
  }),
  parsed('query', MaterialQuery),
  async (c) => {
    const { ctx } = c.var
    const { format, table, ...asked } = c.req.valid('query')
    const report = await materialReport(ctx, asked)
    const file =
      table === 'collections'
        ? fileOf(collectionColumns, report.collections, ctx.lang)
        : fileOf(recipientColumns, report.recipients, ctx.lang)
    const name = `human-material-${report.year}-${table}`
    return reportAnswer(c, format, { report, table: { name, ...file } })
  },
)

/** The same for people. */
export const materialPages = new Hono<Env>().get(
  reportPaths.material,
  parsed('query', MaterialPageQuery),
  async (c) => {
    const { ctx } = c.var
    const { institution, year } = c.req.valid('query')
    const asked = { year, institution: institution === everyInstitution ? undefined : institution }
    const [report, institutions] = await Promise.all([
      materialReport(ctx, asked),
      institutionChoices(ctx),
    ])
    const own = institutions.filter(({ value }) => managesInstitution(ctx.actor, value))
    return page(
      c,
      {
        title: words.title,
        lead: words.lead,
        crumbs: [{ text: reportLinks.use.text, href: usePath }],
        main: 'use-report',
      },
      <>
        <ReportTabs current="material" actor={ctx.actor} />
        <Filters report={report} institutions={own} />
        <Tables report={report} />
      </>,
    )
  },
)

type FiltersProps = { report: MaterialReport; institutions: readonly Choice[] }

const Filters = ({ report: { year, institution }, institutions }: FiltersProps) => (
  <form class="use-form" action={reportPaths.material}>
    <FormField
      name="year"
      type="number"
      short
      label={words.year}
      value={year}
      min={1900}
      max={2200}
    />
    <ChooseInstitution
      institutions={institutions}
      value={institution ?? undefined}
      every={everyInstitution}
    />
    <Button look="primary" text={useWords.show} />
  </form>
)

function Tables({ report }: { report: MaterialReport }) {
  const { year, institution, collections, recipients } = report
  const files = (table: string) => (
    <FileLinks
      formats={['csv', 'xlsx']}
      hrefOf={(format) =>
        withQuery('/api/v1/reports/human-material', {
          year: String(year),
          institution,
          table,
          format,
        })
      }
    />
  )
  return (
    <>
      <Section title={words.collections}>
        <Toolbar end={files('collections')}>
          <Local as="p" class="quiet" text={words.stored} />
        </Toolbar>
        <Rows
          title={words.collections}
          none={words.none}
          columns={collectionColumns}
          rows={collections}
        />
      </Section>
      <Section title={words.recipients}>
        <Toolbar end={files('recipients')} />
        <Rows
          title={words.recipients}
          none={words.noneProvided}
          columns={recipientColumns}
          rows={recipients}
        />
      </Section>
    </>
  )
}
