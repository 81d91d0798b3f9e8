import { inLang, type Text } from '../../../core/text.ts'
import { Attachments } from '../../conversation/pages/section.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Timeline } from '../../../web/components/progress.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import type { EventType } from '../model/events.ts'
import { eventNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'
import { factsOf, wordsOf } from './happened.ts'
import type { Shown } from './request.tsx'

type File = Parameters<typeof Attachments>[0]['files'][number]
type Props = { request: Shown; files: readonly File[] }

/** Newest first: who did what, when, and what they wrote; what only staff read is marked. */
export function History({ request, files }: Props) {
  const lang = useLang()
  if (request.events.length === 0) return null
  return (
    <Section title={words.history}>
      <Timeline
        events={request.events.toReversed().map((event) => ({
          at: event.at,
          what: eventNames[event.type],
          who: inLang(whoDid(event), lang),
          detail: (
            <>
              {!event.isPublic && <StateBadge tone="calm" text={words.internal} />}
              {factsOf(event, request).map((fact) => (
                <Local as="p" class="request-words" text={fact} />
              ))}
              {wordsOf(event).map((text) => (
                <p class={isWriting(event.type) ? 'request-message' : 'request-words'}>{text}</p>
              ))}
              <Attachments
                id={request.id}
                files={files.filter(({ eventNumber }) => eventNumber === event.number)}
              />
            </>
          ),
        }))}
      />
    </Section>
  )
}

function whoDid({ actor, standsInFor = [] }: Shown['events'][number]): Text {
  if (!actor) return words.system
  const absent = standsInFor.map(({ name }) => name)
  return absent.length > 0
    ? words.standsInFor(actor.name, absent)
    : { zh: actor.name, en: actor.name }
}

const isWriting = (type: EventType) => type === 'message' || type === 'noted'
