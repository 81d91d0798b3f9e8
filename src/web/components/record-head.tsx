import type { Child } from 'hono/jsx'
import type { Kind, Visibility } from '../../catalog/model/record.ts'
import type { LocalText } from '../../core/text.ts'
import { Local, OtherLocal } from '../lang.tsx'
import { VisibilityBadge } from './state-badge.tsx'
import { KindTag } from './tag.tsx'

type Props = {
  kind: Kind
  profile?: string | undefined
  title: LocalText
  institution: { name: LocalText; href?: string | undefined }
  visibility: Visibility
  /** How one gets it, in one sentence. */
  access?: LocalText | undefined
  /** Numbers and identifiers that people know it by. */
  facts?: Child
  /** One main button, and quiet ones after it. */
  actions?: Child
}

/** The head of a record's page: what it is, whose, how one gets it, and the one thing to do. */
export function RecordHead({ kind, profile, title, institution, ...rest }: Props) {
  const { visibility, access, facts, actions } = rest
  return (
    <header class="record-head">
      <div>
        <KindTag kind={kind} profile={profile} />
        <h1>
          <Local text={title} />
        </h1>
        <OtherLocal text={title} />
        <p class="record-facts">
          {institution.href ? (
            <a href={institution.href}>
              <Local text={institution.name} />
            </a>
          ) : (
            <Local text={institution.name} />
          )}
          {facts}
          {visibility !== 'published' && <VisibilityBadge visibility={visibility} />}
        </p>
        {access && (
          <p class="record-access">
            <Local text={access} />
          </p>
        )}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
    </header>
  )
}
