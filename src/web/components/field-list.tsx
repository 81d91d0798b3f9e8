import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

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
  const t = useText()
  return (
    <dl class="fields">
      {fields.map(({ label, standardName, value }) => (
        <div>
          <dt title={standardName}>
            <Local text={label} />
          </dt>
          <dd>{value ?? <span class="not-given">{t(partWords.notGiven)}</span>}</dd>
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
          <h2 id={`group-${key}`}>
            <Local text={label} />
          </h2>
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
