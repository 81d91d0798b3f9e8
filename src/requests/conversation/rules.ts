import { isPublicEvent, type RequestEvent } from '../requests/model/events.ts'
import { currentMembers, type Request } from '../requests/rules/state.ts'

type Asked = { events: readonly RequestEvent[]; after: Request; staff: readonly string[] }
export type ToTell = {
  letter: 'request_moved' | 'request_received'
  people: string[]
  events: RequestEvent[]
}

/**
 * Who is told what of a batch of events: members what is public, those of the other side whose turn it is the rest too.
 * Nobody is told of what they did themselves, and a supervisor who is asked for consent has a letter of its own.
 */
export function lettersOf({ events, after, staff }: Asked): ToTell[] {
  const open = events.filter(({ type }) => isPublicEvent(type))
  const members = currentMembers(after)
  const supervisor = after.consent?.personId
  const told = [
    ...members.map((person) => ({
      letter: 'request_moved' as const,
      people: [person],
      events: others(open, person),
    })),
    ...staff
      .filter((person) => !members.includes(person))
      .map((person) => ({
        letter: 'request_received' as const,
        people: [person],
        events: others(person === supervisor ? open.filter(isNoAsking) : events, person),
      })),
  ]
  return told.filter((one) => one.events.length > 0).reduce(together, [])
}

/** Those who are told the same are told together. */
function together(letters: ToTell[], one: ToTell): ToTell[] {
  const same = letters.find(
    ({ letter, events }) =>
      letter === one.letter &&
      events.length === one.events.length &&
      events.every((event) => one.events.includes(event)),
  )
  if (!same) return [...letters, one]
  same.people.push(...one.people)
  return letters
}

const others = (list: readonly RequestEvent[], person: string) =>
  list.filter(({ by }) => by !== person)

const isNoAsking = ({ type }: RequestEvent) => type !== 'submitted' && type !== 'amended'
