import { Moment } from '../../web/components/values.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { StateBadge } from '../../web/components/badges.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { type Filled, Refused } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import type { ProblemRow } from './actions.ts'
import { pageWords as words } from '../overview/words.ts'
import { severityNames } from './words.ts'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'

type Props = {
  base: string
  zone: string
  problems: readonly ProblemRow[]
  /** What one of the page's small forms was refused with. */
  form: Filled | undefined
}

export function ProblemSection({ problems, form, base, zone }: Props) {
  const open = problems.filter(({ resolvedAt }) => !resolvedAt)
  const solved = problems.filter(({ resolvedAt }) => resolvedAt)
  return (
    <>
      <Refused form={form} />
      <Section title={words.problems}>
        {open.length > 0 ? (
          <ul class="kept-list">
            {open.map((problem) => (
              <Entry problem={problem} base={base} zone={zone} />
            ))}
          </ul>
        ) : (
          <Local as="p" class="quiet" text={words.noProblems} />
        )}
        {solved.length > 0 && (
          <details class="fold">
            <Local as="summary" text={words.resolvedOnes} />
            <Table caption={words.resolvedOnes} columns={columnsIn(zone)} rows={solved} />
          </details>
        )}
      </Section>
    </>
  )
}

const tones = { note: 'note', degraded: 'caution', down: 'danger' } as const

type EntryProps = { problem: ProblemRow; base: string; zone: string }

function Entry({ problem, base, zone }: EntryProps) {
  const { id, severity, description, reportedAt, reportedBy, outageId } = problem
  return (
    <li class="kept">
      <div class="kept-head">
        <StateBadge tone={tones[severity]} text={severityNames[severity]} />
        <span class="quiet">
          {reportedBy?.name} <Moment when={reportedAt} zone={zone} />
        </span>
      </div>
      <p>{description}</p>
      <div class="kept-actions">
        <SmallForm action={`${base}/problems/${id}/resolution`} text={words.resolve}>
          <SmallField
            id={`resolution-${id}`}
            name="resolution"
            label={words.resolution}
            type="textarea"
            required
          />
          {outageId && (
            <label class="check">
              <input type="checkbox" name="keepOutage" value="true" />
              <Local as="span" text={words.keepOutage} />
            </label>
          )}
        </SmallForm>
      </div>
    </li>
  )
}

const columnsIn = (zone: string): Column<ProblemRow>[] => [
  { label: words.problems, cell: ({ description }) => description },
  {
    label: words.reported,
    nowrap: true,
    cell: ({ reportedAt }) => <Moment when={reportedAt} zone={zone} />,
  },
  { label: words.resolution, cell: ({ resolution }) => resolution },
]
