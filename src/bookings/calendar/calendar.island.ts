import { type Calendar, createCalendar, DayGrid, Interaction, TimeGrid } from '@event-calendar/core'
import { type CalendarEvent, eventsOf, type Timetable } from './rules/events.ts'
import { calendarOptions, type CalendarSettings } from './rules/options.ts'
import type { Clocks, TimeChosen } from './rules/moves.ts'
import { afterKey, clocksOf, movedByHand, timeEvents } from './rules/moves.ts'
import { clocksText } from '../../core/wall-clock.ts'
import { drawPlainly, markEvent, readAt } from './times.island.ts'

/**
 * `<hexi-calendar>`: draws what the list below it says as a calendar. A time that is dragged, or moved with the arrow
 * keys and Enter, is confirmed by `<hexi-confirm>`; nothing is booked here.
 */
class InstrumentCalendar extends HTMLElement {
  readonly #settings: CalendarSettings = JSON.parse(this.dataset['settings'] ?? '{}')
  readonly #events = new Map<string, CalendarEvent>()
  /** Where those stand now that were moved by key and are not confirmed. */
  readonly #moved = new Map<string, Clocks>()
  #calendar: Calendar | undefined

  connectedCallback() {
    const { view, mayBook } = this.#settings
    if (this.#calendar || (view !== 'day' && !matchMedia('(min-width: 48rem)').matches)) return
    this.#calendar = createCalendar(this, [DayGrid, TimeGrid, Interaction], {
      ...calendarOptions(this.#settings),
      selectable: mayBook && view !== 'month',
      unselectAuto: false,
      eventDidMount: ({ el, event }) => markEvent(el, event),
      eventClick: ({ event }) => this.#confirm(String(event.id)),
      eventDrop: ({ event, delta }) =>
        this.#confirm(String(event.id), { ofStart: delta, ofEnd: delta }),
      eventResize: ({ event, endDelta }) => this.#confirm(String(event.id), { ofEnd: endDelta }),
      select: ({ startStr, endStr }) =>
        this.#choose({
          clocks: clocksOf({ start: startStr, end: endStr }),
          giveUp: () => void this.#calendar?.unselect(),
        }),
    })
    this.addEventListener('keydown', this.#key, { capture: true })
    document.addEventListener(timeEvents.taken, () => void this.#load())
    drawPlainly(this)
    void this.#load()
  }

  async #load() {
    const { instrument, from, to } = this.#settings
    const address = `/api/v1/instruments/${instrument}/occupancy`
    const timetable = await readAt<Timetable>(`${address}?${new URLSearchParams({ from, to })}`)
    if (!timetable) return
    const events = eventsOf(timetable, this.#settings)
    this.#moved.clear()
    this.#events.clear()
    for (const event of events) this.#events.set(event.id, event)
    this.#calendar?.unselect().setOption('events', events)
  }

  #confirm(id: string, dragged?: Parameters<typeof movedByHand>[1]) {
    const event = this.#events.get(id)
    if (!event?.extendedProps.bookingId) return
    if (!event.extendedProps.isMovable) return location.assign(`/bookings/${id}`)
    const from = this.#moved.get(id) ?? event
    this.#choose({
      clocks: clocksOf(dragged ? movedByHand(from, dragged) : from),
      booking: event.extendedProps.bookingId,
      giveUp: () => this.#place(id, event),
    })
  }

  #choose(chosen: Omit<TimeChosen, 'instrument'>) {
    const detail: TimeChosen = { ...chosen, instrument: this.#settings.instrument }
    this.dispatchEvent(new CustomEvent(timeEvents.chosen, { detail, bubbles: true }))
  }

  readonly #key = (press: KeyboardEvent) => {
    const id = press.target instanceof HTMLElement ? (press.target.dataset['event'] ?? '') : ''
    const event = this.#events.get(id)
    const { stepMinutes, words } = this.#settings
    const after = event && afterKey({ event, at: this.#moved.get(id) }, press, stepMinutes)
    if (!after) return
    press.preventDefault()
    this.#place(id, after.clocks)
    if (!after.isBack) this.#moved.set(id, after.clocks)
    this.#say(after.isBack ? words.movedBack : words.movedTo, after.clocks)
    setTimeout(() => this.querySelector<HTMLElement>(`[data-event="${id}"]`)?.focus(), 30)
  }

  #place(id: string, clocks: Clocks) {
    const event = this.#events.get(id)
    this.#moved.delete(id)
    if (event) this.#calendar?.updateEvent({ ...event, ...clocksOf(clocks) })
  }

  #say(sentence: string, clocks: Clocks) {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = sentence.replace('{time}', clocksText(clocks, this.#settings))
  }
}

customElements.define('hexi-calendar', InstrumentCalendar)
