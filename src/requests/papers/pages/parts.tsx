import type { Child } from 'hono/jsx'
import { bothLanguages, type LocalText, type Text } from '../../../core/text.ts'

/** Both languages of a label or value, once where they are the same. */
export function Both({ text }: { text: LocalText }) {
  const { zh, en } = bothLanguages(text)
  return (
    <>
      <span lang="zh-CN">{zh}</span>
      {en !== zh && (
        <>
          {' '}
          <span class="paper-en" lang="en">
            {en}
          </span>
        </>
      )}
    </>
  )
}

/** What is not known is left out. */
export const Fields = ({ fields }: { fields: readonly (readonly [Text, Child])[] }) => (
  <dl class="paper-fields">
    {fields
      .filter(([, value]) => Boolean(value))
      .map(([label, value]) => (
        <div>
          <dt>
            <Both text={label} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
