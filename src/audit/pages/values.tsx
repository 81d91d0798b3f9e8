import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Text } from '../../core/text.ts'
import { type Change, CodeValue, Day, Moment } from '../../web/components/values.tsx'
import { formatNumber, formatYuan, isDay } from '../../web/format.ts'
import { Local, useLang } from '../../web/lang.tsx'
import { partWords } from '../../web/words.ts'
import type { AuditedNames } from '../actions.ts'
import type { Naming, TermLabels } from '../model.ts'
import type { AuditRow } from '../queries.ts'
import { codeNameOf, labelOf } from '../rules.ts'

type Said = { naming: Naming; names: AuditedNames; terms: TermLabels }

/** The changed fields of an entry, each by its name, with codes and ids in words. */
export function changesIn({ entity, before, after }: AuditRow, said: Said): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.map((key) => ({
    label: labelOf(said.naming, { entity, key }) ?? plain(key),
    before: valueOf({ entity, field: key, value: before[key], ...said }),
    after: valueOf({ entity, field: key, value: after[key], ...said }),
  }))
}

type Props = Said & { entity: string; field: string; value: unknown }

/** Null where there is nothing to show. */
const valueOf = (props: Props): Child => (isNothing(props.value) ? null : <Value {...props} />)

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (Both.safeParse(value).success && Object.values(value).every((one) => !one))

const Both = z.strictObject({ zh: z.string().nullish(), en: z.string().nullish() })

const plain = (code: string): Text => ({ zh: code, en: code })

function Value(props: Props) {
  const { field, value } = props
  const lang = useLang()
  if (typeof value === 'boolean') return <Local text={value ? partWords.yes : partWords.no} />
  if (typeof value === 'number') return <span class="numeric">{amountOf(field)(value, lang)}</span>
  if (typeof value === 'string') return <Written {...props} text={value} />
  if (Array.isArray(value))
    return (
      <>
        {value.map((one: unknown) => (
          <span class="value-cell">
            <Value {...props} value={one} />
          </span>
        ))}
      </>
    )
  return <Parts {...props} />
}

/** Money is kept in 分; a year is a name, not a quantity. */
const amountOf = (field: string): typeof formatNumber =>
  field.endsWith('Fen')
    ? (fen, lang) => `¥${formatYuan(fen, lang)}`
    : /year$/i.test(field)
      ? String
      : formatNumber

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[\d.]+)?Z$/

function Written({ text, naming, names, terms, entity, field }: Props & { text: string }) {
  const named = names.get(text)
  if (named) return <Local text={named} />
  const code = codeNameOf(naming, { entity, key: field }, text, terms)
  if (code) return <CodeValue code={text} label={code} />
  if (moment.test(text)) return <Moment when={text} />
  return isDay(text) ? <Day when={text} /> : <>{text}</>
}

/** A text in both languages, or facts by their names. */
function Parts({ value, ...props }: Props) {
  const both = Both.safeParse(value).data
  if (both) return <>{[...new Set([both.zh, both.en])].filter(Boolean).join(' / ')}</>
  return (
    <>
      {Object.entries(value ?? {})
        .filter(([, one]) => !isNothing(one))
        .map(([key, one]) => (
          <span class="value-cell">
            <Local
              as="span"
              class="quiet"
              text={labelOf(props.naming, { ...props, key }) ?? plain(key)}
            />{' '}
            <Value {...props} field={key} value={one} />
          </span>
        ))}
    </>
  )
}
