import type { LocalText } from '../../core/text.ts'
import { Local, useLang, useText } from '../lang.tsx'
import { formatDate, formatDateTime, isDay, machineTime, type When } from '../format.ts'
import type { Child } from 'hono/jsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

/** A coded value: its label in words, the code on hover and for machines. */
export function CodeValue({ code, label }: { code: string; label: LocalText | undefined }) {
  if (!label) return <code>{code}</code>
  return (
    <data class="code-value" value={code} title={code}>
      <Local text={label} />
    </data>
  )
}

/** A day, as people say it and as machines read it, in the default zone or the given one; the exact moment on hover. */
export function Day({ when, zone }: { when: When; zone?: string }) {
  const lang = useLang()
  return (
    <time
      class="numeric"
      datetime={machineTime(when)}
      title={isDay(when) ? undefined : formatDateTime(when, lang, zone)}
    >
      {formatDate(when, lang, zone)}
    </time>
  )
}

/** A moment to the minute, in the default zone or the given one. */
export function Moment({ when, zone }: { when: When; zone?: string }) {
  const lang = useLang()
  return (
    <time class="numeric" datetime={machineTime(when)}>
      {formatDateTime(when, lang, zone)}
    </time>
  )
}

export type Stat = { label: LocalText; value: Child }

/** A few figures that stand for the whole. */
export function Stats({ stats }: { stats: readonly Stat[] }) {
  return (
    <dl class="stats">
      {stats.map(({ label, value }) => (
        <div class="stat">
          <Local as="dt" text={label} />
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A text that is made to be copied: a citation, a token, an address. */
export function Copyable({ id, children }: { id: string; children?: Child }) {
  const t = useText()
  return (
    <div class="copyable">
      <div id={id}>{children}</div>
      <hexi-copy data-from={id} data-copied={t(partWords.copied)}>
        <button type="button" class="button button-plain button-dense" hidden>
          <Icon name="copy" small />
          {t(partWords.copy)}
        </button>
        <span class="unseen" role="status"></span>
      </hexi-copy>
    </div>
  )
}

/** One field that changed; null where there was or is nothing. */
export type Change = { label: LocalText; before: Child; after: Child }

/** Fields before and after, side by side; where nothing was before, a list of what there is now. */
export function Diff({ changes }: { changes: readonly Change[] }) {
  return changes.some(({ before }) => before !== null) ? (
    <SideBySide changes={changes} />
  ) : (
    <Beginning changes={changes} />
  )
}

function Beginning({ changes }: { changes: readonly Change[] }) {
  return (
    <dl class="diff diff-beginning">
      {changes.map(({ label, after }) => (
        <div>
          <Local as="dt" text={label} />
          <dd>{after}</dd>
        </div>
      ))}
    </dl>
  )
}

function SideBySide({ changes }: { changes: readonly Change[] }) {
  const t = useText()
  const nothing = <span class="not-given">{t(partWords.empty)}</span>
  return (
    <dl class="diff">
      {changes.map(({ label, before, after }) => (
        <div>
          <Local as="dt" text={label} />
          <dd>
            <span class="unseen">{t(partWords.before)}: </span>
            {before === null ? nothing : <del>{before}</del>}
          </dd>
          <dd>
            <span class="unseen">{t(partWords.after)}: </span>
            {after === null ? nothing : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export type FieldItem = {
  label: LocalText
  /** What the standard calls it, on hover: `ACCENUMB`. */
  standardName?: string | undefined
  /** Null shows that it was not given; leave the item out where that says nothing. */
  value: Child
}
export type FieldSection = { key: string; label: LocalText; fields: readonly FieldItem[] }

/** Labels and values of one group, as a definition list. */
export function FieldList({ fields }: { fields: readonly FieldItem[] }) {
  return (
    <dl class="fields">
      {fields.map(({ label, standardName, value }) => (
        <div>
          <Local as="dt" title={standardName} text={label} />
          <dd>{value ?? <Local as="span" class="not-given" text={partWords.notGiven} />}</dd>
        </div>
      ))}
    </dl>
  )
}

/** All groups of a record, each a section that the index at the side leads to. */
export function FieldSections({ sections }: { sections: readonly FieldSection[] }) {
  return (
    <>
      {sections.map(({ key, label, fields }) => (
        <section class="field-section" aria-labelledby={`group-${key}`}>
          <Local as="h2" id={`group-${key}`} text={label} />
          <FieldList fields={fields} />
        </section>
      ))}
    </>
  )
}

type IndexEntry = { key: string; label: LocalText; count?: number }

/** The index at the side of a long page; on a narrow one it is a row at its head. */
export function FieldIndex({ entries }: { entries: readonly IndexEntry[] }) {
  const t = useText()
  return (
    <nav class="field-index" aria-label={t(partWords.fieldIndex)}>
      <p aria-hidden="true">{t(partWords.fieldIndex)}</p>
      <ul>
        {entries.map(({ key, label, count }) => (
          <li>
            <a href={`#group-${key}`}>
              <Local text={label} />
              {count !== undefined && <span class="numeric">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
