import { Section } from '../../../web/components/page-head.tsx'
import { Moment } from '../../../web/components/moment.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import type { policyVersions } from '../actions/policy.ts'
import type { Policy } from '../model.ts'
import { policyInWords } from '../rules/sentences.ts'
import { policyPageWords as words } from '../words/presets.ts'
import { bookingPaths } from '../../words/paths.ts'

type Version = Awaited<ReturnType<typeof policyVersions>>[number]

/** Every version, the one in force first, and in words what it changed. */
export function Versions({ id, versions }: { id: string; versions: readonly Version[] }) {
  const t = useText()
  return (
    versions.length > 0 && (
      <Section title={words.versions}>
        <ol class="policy-versions">
          {versions.map((one, at) => (
            <li>
              <p>
                <strong>{t(words.version(one.version))}</strong> <Moment when={one.createdAt} />{' '}
                {one.createdBy}{' '}
                <a href={withQuery(bookingPaths.policy(id), { version: String(one.version) })}>
                  {t(words.useVersion)}
                </a>
              </p>
              {one.note && <p class="quiet">{one.note}</p>}
              <Differences now={one.rules} before={versions[at + 1]?.rules ?? {}} />
            </li>
          ))}
        </ol>
      </Section>
    )
  )
}

const sentencesOf = (policy: Policy) => policyInWords(policy).flatMap(({ sentences }) => sentences)

function Differences({ now, before }: { now: Policy; before: Policy }) {
  const t = useText()
  const [after, earlier] = [sentencesOf(now), sentencesOf(before)]
  const added = after.filter(({ zh }) => !earlier.some((one) => one.zh === zh))
  const removed = earlier.filter(({ zh }) => !after.some((one) => one.zh === zh))
  if (added.length + removed.length === 0) return <p class="quiet">{t(words.sameRules)}</p>
  return (
    <ul class="policy-changes">
      {added.map((sentence) => (
        <li>
          <ins>
            <span class="unseen">{t(words.added)} </span>
            <Local text={sentence} />
          </ins>
        </li>
      ))}
      {removed.map((sentence) => (
        <li>
          <del>
            <span class="unseen">{t(words.removed)} </span>
            <Local text={sentence} />
          </del>
        </li>
      ))}
    </ul>
  )
}
