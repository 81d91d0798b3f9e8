import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

/** Where one is in something of several steps; `current` counts from 0. */
export function Steps({ steps, current }: { steps: readonly LocalText[]; current: number }) {
  const t = useText()
  return (
    <ol class="steps" aria-label={t(partWords.step)}>
      {steps.map((text, index) => (
        <li
          class={index < current ? 'step-done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>
            <Local text={text} />
            {index < current && <span class="unseen">, {t(partWords.done)}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
