import ICAL from 'ical.js'
import { sync as nodeIcal } from 'node-ical'
import { expect } from 'vitest'
import { z } from 'zod'
import type { noticeScene } from './scene.ts'

type Scene = Awaited<ReturnType<typeof noticeScene>>
type Sent = Awaited<ReturnType<Scene['letters']>>[number]

/** The only one there is. */
export function only<T>(some: readonly T[]): T {
  const [one] = some
  if (one === undefined || some.length > 1) throw new Error(`There are ${some.length}`)
  return one
}

const Read = z.object({ uid: z.string(), sequence: z.coerce.number() })

/** What a letter's calendar says, read by two foreign programs. */
export function calendarIn({ attachments }: Sent) {
  const { contentType, text } = only(attachments)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = only(calendar.getAllSubcomponents('vevent'))
  const event = new ICAL.Event(component)
  const other = Object.values(nodeIcal.parseICS(text)).filter((one) => one?.type === 'VEVENT')
  const said = Read.parse({
    uid: event.uid,
    sequence: component.getFirstPropertyValue('sequence') ?? 0,
  })
  expect(Read.parse({ sequence: 0, ...only(other) })).toEqual(said)
  return {
    ...said,
    contentType,
    method: calendar.getFirstPropertyValue('method'),
    status: component.getFirstPropertyValue('status'),
    start: event.startDate.toJSDate().toISOString(),
  }
}

export const researcher = 'researcher@hexi.example'

export const subjects = (letters: readonly Sent[]) =>
  letters.map(({ to, subject }) => [to, subject])
