import type { Access, Visibility } from '../../catalog/records/model/record.ts'
import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'
import { accessNames, visibilityNames } from '../words.ts'

export type Tone = 'good' | 'note' | 'caution' | 'danger' | 'calm'

/** A state in words, with a dot in its tone; the dot never says it alone. */
export function StateBadge({ tone, text }: { tone: Tone; text: LocalText }) {
  return (
    <span class={`badge tone-${tone}`}>
      <Local text={text} />
    </span>
  )
}

const visibilityTones = { draft: 'caution', published: 'good', withdrawn: 'calm' } as const
const accessTones = {
  open: 'good',
  registered: 'note',
  on_request: 'caution',
  closed: 'calm',
} as const

export const VisibilityBadge = ({ visibility }: { visibility: Visibility }) => (
  <StateBadge tone={visibilityTones[visibility]} text={visibilityNames[visibility]} />
)

export const AccessBadge = ({ access }: { access: Access }) => (
  <StateBadge tone={accessTones[access]} text={accessNames[access]} />
)
