import { keepsRecord } from '../../../catalog/records/rules/record.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import type { Field } from '../../../core/fields.ts'
import type { LocalText } from '../../../core/text.ts'
import { fieldsOf } from '../../../kinds.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { getCompleteness, getFindings } from '../actions.ts'
import { type Finding, mostProposed } from '../model.ts'
import type { Completeness } from '../rules/completeness.ts'
import { findingNames, qualityWords as words } from '../words.ts'
import { mendAt } from './lists.tsx'

/** On the page of an accession, for those who keep it: how complete its passport is, and what looks wrong. */
export const qualitySection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  if (!keepsRecord(ctx.actor, row)) return null
  const [completeness, { findings }] = await Promise.all([
    getCompleteness(ctx, row),
    getFindings(ctx, row),
  ])
  const of = { id: row.id, fields: fieldsOf(row.kind, row.profile) }
  return (
    <Section title={words.completeness} id="completeness">
      {completeness.index !== null && <Index index={completeness.index} />}
      {completeness.index !== null && <FillNext next={completeness.next} {...of} />}
      <Findings findings={findings} {...of} />
    </Section>
  )
}

type Of = { id: string; fields: readonly Field[] }

/** Where the form of the record has this field. */
const formHref = (id: string, field: string) => `${paths.record(id)}/edit#field-${field}`

const labelIn = (fields: readonly Field[], key: string): LocalText =>
  fields.find((field) => field.key === key)?.label ?? { zh: key, en: key }

function Index({ index }: { index: number }) {
  const lang = useLang()
  const t = useText()
  return (
    <p class="completeness">
      <meter min={0} max={10} low={5} high={7} optimum={10} value={index} aria-hidden="true" />
      <strong class="numeric">{formatNumber(index, lang, 2)}</strong>{' '}
      <span class="quiet">{t(words.outOfTen)}</span>
    </p>
  )
}

/** The fields that would add most, each a link to where it is filled in. */
function FillNext({ next, id, fields }: Of & { next: Completeness['next'] }) {
  const proposed = next.slice(0, mostProposed)
  if (proposed.length === 0) return <Local as="p" class="quiet" text={words.complete} />
  return (
    <>
      <Local as="p" text={words.fillNext} />
      <ol class="value-list">
        {proposed.map(({ fields: keys, adds }) => (
          <li>
            {keys.map((key, at) => (
              <>
                {at > 0 && ' · '}
                <Local as="a" href={formHref(id, key)} text={labelIn(fields, key)} />
              </>
            ))}{' '}
            <Local as="span" class="quiet numeric" text={words.adds(adds)} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** What looks wrong, each with its field, and a button where it can be put right. */
function Findings({ findings, id, fields }: Of & { findings: readonly Finding[] }) {
  const t = useText()
  if (findings.length === 0) return <></>
  return (
    <>
      <Local as="h3" text={words.findings} />
      <ul class="findings">
        {findings.map(({ code, field, detail, mend }) => (
          <li>
            <Local as="strong" text={findingNames[code]} />{' '}
            <Local as="a" href={formHref(id, field)} text={labelIn(fields, field)} />
            <Local as="p" text={detail} />
            {mend && (
              <ActButton
                action={mendAt(id)}
                text={words.mend}
                label={t(words.mendOf(findingNames[code]))}
                fields={{ code, field }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
