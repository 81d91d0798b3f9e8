import { withLabOrNone } from '../model.ts'
import type { Slot } from './time-fields.island.ts'

/** A part that the page has for sure, being written with its island. */
export function partOf(host: Element, selector: string): Element
export function partOf<Part>(host: Element, selector: string, kind: new () => Part): Part
export function partOf(host: Element, selector: string, kind: new () => unknown = Element) {
  const part = host.querySelector(selector)
  if (!(part instanceof kind)) throw new Error(`<${host.localName}> has no ${selector}`)
  return part
}

/** What is filled in, by name; what is disabled is not asked. */
export const typedIn = (fields: HTMLFieldSetElement) =>
  withLabOrNone(
    Object.fromEntries(
      [...fields.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')]
        .filter(({ value }) => !fields.disabled && value.trim())
        .map(({ name, value }) => [name, value.trim()]),
    ),
  )

/** What a form's field of this name has, nothing where there is none. */
export const typedAt = (host: Element, name: string): string =>
  host.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? ''

/** What is filled in of a form's fields of these names. */
export const typedUnder = (host: Element, names: readonly string[]) => {
  const typed = names.map((name) => [name, typedAt(host, name)] as const)
  return withLabOrNone(Object.fromEntries(typed.filter(([, value]) => value !== '')))
}

/** The times of a booking as the server has them, and the version that they are of. */
export async function bookedTimes(id: string): Promise<(Slot & { version: string }) | undefined> {
  const answer = await fetch(`/api/v1/bookings/${id}`).catch(() => undefined)
  if (!answer?.ok) return undefined
  const times: Slot = await answer.json()
  return { ...times, version: answer.headers.get('etag') ?? '*' }
}

/** What `fetch` takes to send JSON. */
export const jsonOf = (method: string, body: object, headers: Record<string, string> = {}) => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export function element(
  name: string,
  attributes: Record<string, string>,
  ...inside: (Node | string)[]
) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.append(...inside)
  return node
}

/** Books a time, or moves a booking to it; undefined where the server cannot be reached. */
export const sendTime = (
  { instrument, booking, version }: { instrument: string; booking?: string; version: string },
  { slot, typed }: { slot: Slot; typed: object },
): Promise<Response | undefined> =>
  (booking
    ? fetch(`/api/v1/bookings/${booking}`, jsonOf('PATCH', slot, { 'if-match': version }))
    : fetch(`/api/v1/instruments/${instrument}/bookings`, jsonOf('POST', { ...slot, ...typed }))
  ).catch(() => undefined)
