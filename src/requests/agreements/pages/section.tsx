import type { Context } from '../../../core/context.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Local } from '../../../web/lang.tsx'
import { titlesOf } from '../actions/read.ts'
import { acceptanceWords as words } from '../words/acceptance.ts'
import { agreementWords } from '../words/agreements.ts'
import { agreementPaths as paths } from '../words/paths.ts'

type OfRequest = {
  id: string
  items: readonly { ended: unknown; decision: { agreements: readonly string[] } | null }[]
  members: readonly { id: string }[]
  acceptances: readonly { agreement: string; person: string }[]
}

/** The texts under which a request is approved, and who has still to accept them; nothing where there are none. */
export async function agreementSection(ctx: Context, request: OfRequest) {
  const texts = await titlesOf(ctx, idsIn(request))
  if (texts.length === 0) return null
  const { actor } = ctx
  const me = actor.type === 'person' ? actor.personId : null
  const isMember = request.members.some(({ id }) => id === me)
  const isAlone = isMember && request.members.length === 1
  return (
    <Section title={words.agreements} id="agreements">
      {texts.some(({ id }) => isOpen(request, id)) && (
        <Local as="p" class="quiet" text={words.agreementsLead} />
      )}
      <ul class="agreement-acceptances">
        {texts.map(({ id, number, title }) => {
          const accepted = request.acceptances.filter(({ agreement }) => agreement === id)
          const by = request.members.filter((one) =>
            accepted.some(({ person }) => person === one.id),
          )
          const isOwn = by.some((one) => one.id === me)
          return (
            <li>
              <Local as="a" href={paths.ofRequest(request.id, id)} text={title} />
              <Local as="span" class="quiet" text={agreementWords.versionOf(number)} />
              {isMember && (
                <StateBadge
                  tone={isOwn ? 'good' : 'caution'}
                  text={isOwn ? words.accepted : words.toAccept}
                />
              )}
              {!isAlone && <Accepted by={by.length} of={request.members.length} />}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

type Counted = { by: number; of: number }

const Accepted = ({ by, of }: Counted) => (
  <Local as="span" class="quiet" text={words.acceptedBy(by, of)} />
)

/** Somebody has still to accept it. */
const isOpen = ({ members, acceptances }: OfRequest, id: string): boolean =>
  members.some(
    ({ id: person }) => !acceptances.some((one) => one.agreement === id && one.person === person),
  )

const idsIn = ({ items }: OfRequest): string[] => [
  ...new Set(items.flatMap(({ ended, decision }) => (ended ? [] : (decision?.agreements ?? [])))),
]
