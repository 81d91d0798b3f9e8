import { auditedActions } from '../../../audited.ts'
import type { Text } from '../../../core/text.ts'
import { datasetPaths } from '../../../datasets/words/paths.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Timeline } from '../../../web/components/progress.tsx'
import { Day, type FieldItem, FieldList } from '../../../web/components/values.tsx'
import { bytesText } from '../../../web/format.ts'
import { type Filled, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { centreWords } from '../../centres/words.ts'
import { lastDayOf, stateOf } from '../../plans/pages/lists.tsx'
import { planWords } from '../../plans/words.ts'
import { dataKindNames, gradeNames, sharingNames } from '../../words/names.ts'
import { depositPaths } from '../../words/paths.ts'
import type { historyOfDeposit, Package } from '../actions/package.ts'
import { packageWords as words } from '../words.ts'

type FactsProps = {
  row: Package
  /** Years of which the holidays are not known. */
  notEntered: readonly number[]
}

/** What was promised, and how far it is. */
export function Facts({ row, notEntered }: FactsProps) {
  const fields: (FieldItem | false)[] = [
    { label: planWords.state, value: <StateBadge {...stateOf(row)} /> },
    row.receiptNumber !== null && {
      label: planWords.receipt,
      value: <a href={depositPaths.receipt(row.receiptNumber)}>{row.receiptNumber}</a>,
    },
    row.state === 'centre_check' &&
      row.checkUntil !== null && {
        label: planWords.checkUntil,
        value: <CheckUntil day={lastDayOf(row.checkUntil)} notEntered={notEntered} />,
      },
    row.endedReason !== null && { label: words.reason, value: row.endedReason },
    {
      label: planWords.project,
      value: (
        <>
          <Local as="a" href={depositPaths.project(row.project.id)} text={row.project.title} />{' '}
          <code>{row.project.awardNumber}</code>
        </>
      ),
    },
    { label: planWords.institution, value: <Local text={row.institution.name} /> },
    { label: planWords.centre, value: <Local text={row.centre.name} /> },
    { label: planWords.dueOn, value: <Day when={row.dueOn} /> },
    { label: planWords.dataKind, value: <Local text={dataKindNames[row.dataKind]} /> },
    { label: planWords.grade, value: <Local text={gradeNames[row.grade]} /> },
    { label: planWords.sharing, value: <Local text={sharingNames[row.sharing]} /> },
    row.embargoUntil !== null && {
      label: planWords.embargoUntil,
      value: <Day when={row.embargoUntil} />,
    },
  ]
  return <FieldList fields={fields.filter((field) => field !== false)} />
}

function CheckUntil({ day, notEntered }: Pick<FactsProps, 'notEntered'> & { day: string }) {
  const year = notEntered.find((one) => day.startsWith(`${one}-`))
  return (
    <>
      <Day when={day} />{' '}
      {year && <Local as="span" class="quiet" text={centreWords.estimate(year)} />}
    </>
  )
}

/** The dataset, for who may read its draft. */
export function DatasetLinks({ row }: { row: Package }) {
  if (row.recordId === null || (row.versionNumber === null && row.receiptNumber === null))
    return <></>
  return (
    <Section title={words.dataset} id="dataset">
      <p>
        <Local
          text={words.inFiles(row.fileCount)}
          class={row.versionNumber === null ? 'unseen' : undefined}
          as="span"
        />{' '}
        {row.fileCount > 0 && <Local as="span" class="quiet" text={bytesText(row.sizeBytes)} />}
      </p>
      <p class="kept-actions">
        <ButtonLink href={paths.record(row.recordId)} text={words.openDataset} />
        {row.versionNumber !== null && (
          <ButtonLink
            href={datasetPaths.version(row.recordId, row.versionNumber)}
            text={words.files}
          />
        )}
      </p>
    </Section>
  )
}

/** What is missing, each with where it is seen to. */
export function Checklist({ row }: { row: Package }) {
  if (row.missing.length === 0) return <Local as="p" text={words.complete} />
  return (
    <ul class="deposit-missing">
      {row.missing.map(({ code, detail }) => {
        const to = whereToFix(row, code)
        return (
          <li>
            <Icon name="warning" small /> <Local text={detail} />{' '}
            {to && <Local as="a" href={to.href} text={to.text} />}
          </li>
        )
      })}
    </ul>
  )
}

function whereToFix({ recordId, versionNumber }: Package, code: string) {
  if (code === 'part') return { href: '#parts', text: words.sayWhere }
  if (code === 'remarks') return { href: '#remarks', text: words.answerRemarks }
  if (recordId === null) return undefined
  if (code === 'fields') return { href: `${paths.record(recordId)}/edit`, text: words.fillIn }
  if (code === 'version') return { href: datasetPaths.versions(recordId), text: words.beginVersion }
  return versionNumber === null
    ? undefined
    : { href: datasetPaths.upload(recordId, versionNumber), text: words.addFiles }
}

type PartsProps = { row: Package; form: Filled }

/** Where each part is, to be said or read. */
export function Parts({ row, form }: PartsProps) {
  const isOpen =
    row.sides.includes('depositor') && (row.state === 'draft' || row.state === 'returned')
  return (
    <Section title={words.parts} id="parts">
      {isOpen ? <PartsForm row={row} form={form} /> : <PartsGiven row={row} />}
    </Section>
  )
}

const PartsForm = ({ row, form }: PartsProps) => (
  <Form
    action={`${depositPaths.one(row.id)}/parts`}
    form={form}
    submit={words.saveParts}
    look="plain"
  >
    <Local as="p" class="quiet" text={words.partsLead} />
    {row.parts.map(({ code, name, needed }) => (
      <FormField
        name={`parts.${code}`}
        label={name}
        form={form}
        required={needed && code !== 'data'}
        maxLength={2000}
      />
    ))}
  </Form>
)

function PartsGiven({ row: { parts, fileCount } }: { row: Package }) {
  const withoutNote = (code: string) =>
    code === 'data' && fileCount > 0 ? words.inFiles(fileCount) : words.noPart
  return (
    <FieldList
      fields={parts.map(({ code, name, note }) => ({
        label: name,
        value: note ?? <Local as="span" class="quiet" text={withoutNote(code)} />,
      }))}
    />
  )
}

type History = Awaited<ReturnType<typeof historyOfDeposit>>
const names: Readonly<Record<string, Text>> = auditedActions

export const HistorySection = ({ history }: { history: History }) => (
  <Section title={words.history} id="history">
    <Timeline
      events={history.map(({ at, action, actorName }) => ({
        at,
        what: names[action] ?? { zh: action, en: action },
        who: actorName,
      }))}
    />
  </Section>
)
