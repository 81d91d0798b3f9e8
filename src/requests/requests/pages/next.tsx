import type { Text } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { agreementPaths } from '../../agreements/words/paths.ts'
import { acceptanceWords } from '../../agreements/words/acceptance.ts'
import { fulfilmentWords } from '../../fulfilment/words.ts'
import { commandNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'
import { decidedBy } from './happened.ts'
import type { Shown } from './request.tsx'

/** Whether the viewer is who is waited for. */
export const isYourTurn = ({ turn, sides }: Pick<Shown, 'turn' | 'sides'>): boolean =>
  turn !== null && sides.includes(turn)

type Item = Shown['items'][number]
type Next = { text: Text; href: string }

/** What the viewer does next, at the top of the page: where on it, or on which other page. */
export function NextStep({ request, me }: { request: Shown; me: Me }) {
  const next = nextOf(request, me)
  return next ? (
    <p>
      <ButtonLink look="primary" {...next} />
    </p>
  ) : (
    <></>
  )
}

type Me = string | null

const nextOf = (request: Shown, me: Me): Next | undefined =>
  nextOfAsking(request, me) ?? nextOfProviding(request, me) ?? nextOfTurn(request)

function nextOfAsking(request: Shown, me: Me): Next | undefined {
  const { id, commands, shipments } = request
  const text = commands.includes('acceptance') && me !== null ? toAccept(request, me) : undefined
  if (text !== undefined)
    return { text: acceptanceWords.toRead, href: agreementPaths.ofRequest(id, text) }
  if (commands.includes('receipt') && shipments.some(({ state }) => state === 'under_way'))
    return { text: fulfilmentWords.confirm, href: '#shipments' }
  return undefined
}

function nextOfProviding(request: Shown, me: Me): Next | undefined {
  const { commands, items } = request
  const open = items.filter((item) => isToDecide(item) && !isOwnDecision(request, item, me))
  if (commands.includes('decision') && open.length > 0)
    return { text: words.decideTitle, href: '#decision' }
  if (commands.includes('shipment') && isYourTurn(request))
    return { text: words.provide, href: '#shipments' }
  return undefined
}

/** What has a form of its own further down. */
function nextOfTurn(request: Shown): Next | undefined {
  const name = (['submission', 'consent', 'review'] as const).find((one) =>
    request.commands.includes(one),
  )
  return name && isYourTurn(request) ? { text: commandNames[name], href: '#next' } : undefined
}

/** A text of the request that somebody has not accepted yet. */
const toAccept = ({ items, acceptances }: Shown, me: string): string | undefined =>
  items
    .flatMap(({ ended, decision }) => (ended ? [] : (decision?.agreements ?? [])))
    .find(
      (text) => !acceptances.some(({ agreement, person }) => agreement === text && person === me),
    )

/** An appeal is answered by somebody other than who decided. */
export const isOwnDecision = (request: Shown, { id, appeal }: Item, me: string | null): boolean =>
  appeal === 'open' && me !== null && decidedBy(request, id) === me

/** Not answered yet, put off, or appealed. */
export const isToDecide = ({ decision, ended, appeal }: Item): boolean =>
  !ended && (!decision || decision.answer === 'later' || appeal === 'open')
