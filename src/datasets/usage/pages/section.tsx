import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Stats } from '../../../web/components/values.tsx'
import { type Columns, Rows } from '../../../web/columns.tsx'
import { Local } from '../../../web/lang.tsx'
import { usageIn, type UsageRow } from '../actions.ts'
import { usageWords as words } from '../words.ts'

/** On a dataset's page: how often it was looked at and downloaded. */
export const usageSection: RecordSection = async (c, row) => {
  const { total, months } = await usageIn(c.var.ctx, row.id)
  return (
    <Section title={words.usage} id="usage">
      {months.length === 0 ? (
        <Local as="p" class="quiet" text={words.none} />
      ) : (
        <>
          <Stats
            stats={[
              { label: words.views, value: total.investigations },
              { label: words.uniqueViews, value: total.uniqueInvestigations },
              { label: words.downloads, value: total.requests },
              { label: words.uniqueDownloads, value: total.uniqueRequests },
            ]}
          />
          {months.length > 1 && <ByMonth months={months} />}
        </>
      )}
      <Local as="p" class="quiet small" text={words.method} />
    </Section>
  )
}

const ByMonth = ({ months }: { months: readonly UsageRow[] }) => (
  <details>
    <Local as="summary" text={words.byMonth} />
    <Rows title={words.byMonth} none={words.none} rows={months} columns={columns} />
  </details>
)

const columns: Columns<UsageRow> = {
  month: { label: words.month, code: ({ month }) => month },
  views: { label: words.views, number: ({ investigations }) => investigations },
  uniqueViews: {
    label: words.uniqueViews,
    number: ({ uniqueInvestigations }) => uniqueInvestigations,
  },
  downloads: { label: words.downloads, number: ({ requests }) => requests },
  uniqueDownloads: { label: words.uniqueDownloads, number: ({ uniqueRequests }) => uniqueRequests },
}
