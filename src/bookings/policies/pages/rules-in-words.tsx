import { Local, useText } from '../../../web/lang.tsx'
import type { Policy } from '../model.ts'
import { policyInWords } from '../rules/sentences.ts'
import { inWords as words } from '../words/sentences.ts'

/** What limits a booking, as sentences under their headings. */
export function RulesInWords({ policy }: { policy: Policy }) {
  const t = useText()
  const groups = policyInWords(policy)
  if (groups.length === 0) return <p class="quiet">{t(words.none)}</p>
  return (
    <dl class="rules-in-words">
      {groups.map(({ key, sentences }) => (
        <div>
          <dt>{t(words.groups[key])}</dt>
          <dd>
            {sentences.map((sentence) => (
              <p>
                <Local text={sentence} />
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
