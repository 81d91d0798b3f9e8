import { type Temporal, defaultZone } from '../../../core/time.ts'
import type { Lang, LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import { formatPartialDate } from '../../../web/format.ts'
import { Local, useText } from '../../../web/lang.tsx'
import type { UseAsked } from '../actions/use.ts'
import { type Grouping, groupings } from '../model.ts'
import { presetsAt } from '../rules/period.ts'
import { groupingNames, presetLabels, useWords as words } from '../words.ts'
import {
  assessmentPath,
  everyInstitution,
  nriiPath,
  sharingPath,
  useHref,
  usePath,
} from './links.ts'
import type { Actor } from '../../../core/actor.ts'
import { Tabs } from '../../../web/components/navigation.tsx'
import { reportLinks, reportPaths } from '../../words/paths.ts'
import { germplasmWords } from '../../germplasm/words.ts'
import { staffedInstitutions } from '../rules/reach.ts'
import { curatesAnything } from '../../../people/roles/rules.ts'
import { materialWords } from '../../material/words.ts'
import { nriiWords } from '../../nrii/words.ts'
import { sharingWords } from '../../sharing/words.ts'
import type { LabName } from '../queries/instruments.ts'

type Props = {
  asked: UseAsked
  /** The grouping, of a report that has one. */
  by?: Grouping | undefined
  now: Temporal.Instant
  institutions: readonly Choice[]
  /** Labs of the viewer, to filter by. */
  labs?: readonly LabName[]
  /** Whether the viewer may see labs and single bookings. */
  canSeeRows?: boolean
  path?: string
  error?: LocalText | undefined
}

/** Filters of a report: period, institution, grouping and lab. */
export function UseFilters({
  asked,
  by,
  now,
  institutions,
  labs = [],
  canSeeRows = false,
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
        <ChooseInstitution
          institutions={institutions}
          value={asked.institution}
          every={everyInstitution}
        />
        {by && <ChooseGrouping by={by} canSeeRows={canSeeRows} />}
        <ChooseLab labs={labs} lab={asked.lab} />
        {asked.instrument !== undefined && (
          <input type="hidden" name="instrument" value={asked.instrument} />
        )}
        <Button look="primary" text={words.show} />
      </form>
    </div>
  )
}

/** The viewer's own labs; another lab in the address stays as a hidden field. */
function ChooseLab({ labs, lab }: { labs: NonNullable<Props['labs']>; lab: string | undefined }) {
  const isOwn = lab === undefined || labs.some(({ id }) => id === lab)
  if (labs.length === 0 || !isOwn)
    return lab === undefined ? <></> : <input type="hidden" name="lab" value={lab} />
  return (
    <FormField
      type="select"
      none={null}
      name="lab"
      label={words.lab}
      value={lab ?? ''}
      choices={[
        { value: '', label: words.everyLab },
        ...labs.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

function ChooseGrouping({ by, canSeeRows }: { by: Grouping; canSeeRows: boolean }) {
  return (
    <FormField
      type="select"
      none={null}
      name="by"
      label={words.by}
      value={by}
      choices={groupings
        .filter((one) => canSeeRows || one !== 'lab')
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
        <Local
          as="a"
          href={useHref({ ...asked, ...period }, { by }, path)}
          rel="nofollow"
          aria-current={asked.from === period.from && asked.to === period.to ? 'true' : undefined}
          text={presetLabels[name]}
        />
      ))}
    </nav>
  )
}

export const periodText = ({ from, to }: UseAsked, lang: Lang): string =>
  [from, to]
    .map((day) => (day === undefined ? '' : formatPartialDate(day, lang)))
    .join(lang === 'zh' ? '至' : ' to ')

type InstitutionProps = {
  institutions: readonly Choice[]
  value: string | undefined
  /** Stands for every institution. */
  every: string
}

export function ChooseInstitution({ institutions, value, every }: InstitutionProps) {
  return (
    <FormField
      type="select"
      none={null}
      name="institution"
      label={words.institution}
      value={value ?? every}
      choices={[{ value: every, label: words.everyInstitution }, ...institutions]}
    />
  )
}

type ReportTabsProps = {
  current: 'use' | 'sharing' | 'assessment' | 'germplasm' | 'material' | 'nrii'
  actor: Actor
}

/** All reports; the report to the national network is for staff. */
export function ReportTabs({ current, actor }: ReportTabsProps) {
  const t = useText()
  const isStaff = staffedInstitutions(actor)?.length !== 0
  const tabs = [
    { text: words.report, href: usePath, current: current === 'use' },
    { text: sharingWords.sharing, href: sharingPath, current: current === 'sharing' },
    { text: sharingWords.assessment, href: assessmentPath, current: current === 'assessment' },
    {
      text: germplasmWords.germplasm,
      href: reportPaths.germplasm,
      current: current === 'germplasm',
    },
    ...(curatesAnything(actor)
      ? [{ text: materialWords.title, href: reportPaths.material, current: current === 'material' }]
      : []),
    ...(isStaff ? [{ text: nriiWords.title, href: nriiPath, current: current === 'nrii' }] : []),
  ]
  return <Tabs label={t(reportLinks.use.text)} tabs={tabs} />
}
