import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'
import { Icon } from './icon.tsx'

const icons = { good: 'check', note: 'info', caution: 'warning', danger: 'warning' } as const

type Props = { text: LocalText; tone?: keyof typeof icons }

/** What has just been done, in one sentence; screen readers hear it when the page opens. */
export function Toast({ text, tone = 'good' }: Props) {
  return (
    <div class={`toast tone-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <p>
        <Local text={text} />
      </p>
    </div>
  )
}
