import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Moment } from '../../../web/components/values.tsx'
import { EntityForm } from '../../../web/fields.tsx'
import { ActButton, type Filled } from '../../../web/forms.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { Local } from '../../../web/lang.tsx'
import { sideNames } from '../../words/names.ts'
import { depositPaths } from '../../words/paths.ts'
import { type Package, remarksOn } from '../actions/package.ts'
import { RemarkAnswer, remarkForm } from '../model.ts'
import type { RemarkRow } from '../queries.ts'
import { checkerIn } from '../rules.ts'
import { packageWords as words } from '../words.ts'

export const remarkList = list({
  path: '/deposits/:deposit/remarks',
  tag: 'deposits',
  summary: 'Remarks on a package, the first first; those of a running check are its checkers’',
  title: words.remarks,
  empty: { title: words.noRemarks },
  refuses: [401],
  item: RemarkAnswer,
  filters: noFilters,
  query: remarksOn,
  columns: {
    about: { label: words.about, text: ({ about }) => about ?? words.wholePackage },
    text: { label: words.remark, text: ({ text }) => text },
    by: { label: words.remarks, text: ({ madeFor }) => sideNames[madeFor] },
    answer: { label: words.answer, text: ({ answer }) => answer },
  },
})

type Props = { row: Package; remarks: readonly RemarkRow[]; form: Filled }

/** Remarks one by one: to be made by who checks, and answered by who deposits. */
export function Remarks({ row, remarks, form }: Props) {
  const checker = checkerIn(row.state)
  const checks = checker !== undefined && row.sides.includes(checker)
  if (remarks.length === 0 && !checks) return <></>
  return (
    <Section title={words.remarks} id="remarks">
      {remarks.length === 0 && <Local as="p" class="quiet" text={words.noRemarks} />}
      <ol class="deposit-remarks">
        {remarks.map((remark) => (
          <li>
            <Remark row={row} remark={remark} checks={checks} />
          </li>
        ))}
      </ol>
      {checks && (
        <EntityForm
          of={remarkForm}
          form={form}
          action={`${depositPaths.one(row.id)}/remarks`}
          submit={words.addRemark}
          look="plain"
          scope="remark"
        />
      )}
    </Section>
  )
}

type RemarkProps = { row: Package; remark: RemarkRow; checks: boolean }

function Remark({ row, remark, checks }: RemarkProps) {
  const here = `${depositPaths.one(row.id)}/remarks/${remark.id}`
  const mayAnswer = row.state === 'returned' && row.sides.includes('depositor')
  return (
    <>
      <p class="deposit-remark-head">
        {remark.about === null ? (
          <Local as="strong" text={words.wholePackage} />
        ) : (
          <strong>{remark.about}</strong>
        )}{' '}
        <span class="quiet small">
          <Local text={sideNames[remark.madeFor]} /> · <Moment when={remark.madeAt} />
        </span>
      </p>
      <p class="deposit-said">{remark.text}</p>
      {remark.answer !== null && (
        <p class="deposit-said deposit-answer">
          <Local as="span" class="quiet" text={words.answer} /> {remark.answer}
        </p>
      )}
      {remark.answer === null && mayAnswer && (
        <SmallForm action={`${here}/answer`} text={words.answer}>
          <SmallField
            id={`answer-${remark.id}`}
            name="answer"
            label={words.answer}
            type="textarea"
            required
          />
        </SmallForm>
      )}
      {remark.answer === null && checks && (
        <ActButton action={`${here}/removal`} text={words.removeRemark} look="quiet" />
      )}
    </>
  )
}
