import type { Issue } from '../../core/problem.ts'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

type Props = { issues: readonly Issue[]; labelOf?: (path: string) => LocalText | undefined }

/** What is wrong with a form, at its head: each line leads to its field. */
export function ErrorSummary({ issues, labelOf }: Props) {
  const t = useText()
  if (issues.length === 0) return <></>
  return (
    <section class="summary tone-danger" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">
        <Icon name="warning" />
        {t(partWords.fieldsToCorrect(issues.length))}
      </h2>
      <ul>
        {issues.map(({ path, message }) => {
          const label = labelOf?.(path)
          return (
            <li>
              <a href={`#field-${path}`}>{label ? <Local text={label} /> : path}</a>{' '}
              <Local text={message} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The first thing that is wrong with a field, for its `error`. */
export const errorAt = (issues: readonly Issue[], path: string): LocalText | undefined =>
  issues.find((issue) => issue.path === path)?.message
