import { type Temporal, defaultZone } from '../../../core/time.ts'
import type { Lang, LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import type { UseAsked } from '../actions/scope.ts'
import { type Grouping, groupings } from '../model/kinds.ts'
import { presetsAt } from '../rules/presets.ts'
import { groupingNames, presetLabels } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { Choose } from './choose.tsx'
import { everyInstitution, useHref, usePath } from './links.ts'

type Props = {
  asked: UseAsked
  /** How groups are made, where the report has any. */
  by?: Grouping | undefined
  now: Temporal.Instant
  institutions: readonly { id: string; nameZh: string | null; nameEn: string | null }[]
  /** Labs of one's own, whose use alone can be looked at. */
  labs?: readonly { id: string; nameZh: string | null; nameEn: string | null }[]
  /** Whether labs may be told apart. */
  opens?: boolean
  path?: string
  error?: LocalText | undefined
}

/** What is counted: a period of one's own or a usual one, whose instruments, and how they are put together. */
export function UseFilters({
  asked,
  by,
  now,
  institutions,
  labs = [],
  opens = false,
  path = usePath,
  error,
}: Props) {
  const t = useText()
  return (
    <div class="use-filters">
      <Presets asked={asked} by={by} now={now} path={path} />
      <form class="use-form" action={path} aria-label={t(words.filters)}>
        <FormField name="from" type="date" label={words.from} value={dayOf(asked.from)} />
        <FormField name="to" type="date" label={words.to} value={dayOf(asked.to)} error={error} />
        <Choose
          name="institution"
          label={words.institution}
          value={asked.institution ?? everyInstitution}
          choices={[
            { value: everyInstitution, label: words.everyInstitution },
            ...institutions.map(({ id, nameZh, nameEn }) => ({
              value: id,
              label: { zh: nameZh, en: nameEn },
            })),
          ]}
        />
        {by && <Grouped by={by} opens={opens} />}
        <Labs labs={labs} lab={asked.lab} />
        {asked.instrument !== undefined && (
          <input type="hidden" name="instrument" value={asked.instrument} />
        )}
        <Button look="primary">{t(words.show)}</Button>
      </form>
    </div>
  )
}

/** One's own labs to choose from; any other that was asked for is kept. */
function Labs({ labs, lab }: { labs: NonNullable<Props['labs']>; lab: string | undefined }) {
  const isOwn = lab === undefined || labs.some(({ id }) => id === lab)
  if (labs.length === 0 || !isOwn)
    return lab === undefined ? <></> : <input type="hidden" name="lab" value={lab} />
  return (
    <Choose
      name="lab"
      label={words.lab}
      value={lab ?? ''}
      choices={[
        { value: '', label: words.everyLab },
        ...labs.map(({ id, nameZh, nameEn }) => ({ value: id, label: { zh: nameZh, en: nameEn } })),
      ]}
    />
  )
}

function Grouped({ by, opens }: { by: Grouping; opens: boolean }) {
  return (
    <Choose
      name="by"
      label={words.by}
      value={by}
      choices={groupings
        .filter((one) => opens || one !== 'lab')
        .map((one) => ({ value: one, label: groupingNames[one] }))}
    />
  )
}

const dayOf = (edge: string | undefined) => edge?.slice(0, 10)

type PresetsProps = Pick<Props, 'asked' | 'by' | 'now'> & { path: string }

function Presets({ asked, by, now, path }: PresetsProps) {
  const t = useText()
  return (
    <nav class="sorts" aria-label={t(words.period)}>
      {presetsAt(now, defaultZone).map(({ name, period }) => (
        <a
          href={useHref({ ...asked, ...period }, { by }, path)}
          rel="nofollow"
          aria-current={asked.from === period.from && asked.to === period.to ? 'true' : undefined}
        >
          <Local text={presetLabels[name]} />
        </a>
      ))}
    </nav>
  )
}

export const periodSaid = ({ from, to }: UseAsked, lang: Lang): string =>
  lang === 'zh' ? `${from ?? ''} 至 ${to ?? ''}` : `${from ?? ''} to ${to ?? ''}`
