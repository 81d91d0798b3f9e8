import { Icon } from '../../../../web/components/icon.tsx'
import { StateBadge } from '../../../../web/components/state-badge.tsx'
import { useText } from '../../../../web/lang.tsx'
import type { Access, Kind, Visibility } from '../../model/record.ts'
import { accessNames, oneOfKind, visibilityNames } from '../../words/names.ts'

/** What kind of resource it is: the kind's own sign and colour. */
export function KindTag({ kind, profile }: { kind: Kind; profile?: string | undefined }) {
  const t = useText()
  return (
    <span class={`kind kind-${kind}`}>
      <Icon name={kind} small />
      {t(oneOfKind[kind])}
      {profile && <span class="kind-profile">{profile}</span>}
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
