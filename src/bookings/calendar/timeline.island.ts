import { type Calendar, createCalendar, Interaction, ResourceTimeline } from '@event-calendar/core'
import { type CalendarEvent, eventsOf, type Timetable } from './rules/events.ts'
import { clocksOf, movedByHand, type TimeChosen, timeEvents } from './rules/moves.ts'
import { timelineOptions, type TimelineSettings } from './rules/options.ts'
import { drawPlainly, markEvent, readAt } from './times.island.ts'

type Name = { zh: string | null; en: string | null }
type Row = Timetable & { instrument: { id: string; title: Name } }

/** `<hexi-timeline>`: many instruments side by side. A time that is dragged is confirmed by `<hexi-confirm>`. */
class InstrumentsTimeline extends HTMLElement {
  readonly #settings: TimelineSettings = JSON.parse(this.dataset['settings'] ?? '{}')
  readonly #events = new Map<string, CalendarEvent>()
  readonly #names = new Map<string, string>()
  #calendar: Calendar | undefined

  connectedCallback() {
    if (this.#calendar || !matchMedia('(min-width: 48rem)').matches) return
    this.#calendar = createCalendar(this, [ResourceTimeline, Interaction], {
      ...timelineOptions(this.#settings),
      selectable: this.#settings.mayBook,
      unselectAuto: false,
      dragConstraint: ({ newResource }) => newResource === undefined,
      resourceLabelContent: ({ resource }) => ({ domNodes: this.#links(resource.id) }),
      eventContent: ({ event }) => event.title,
      eventDidMount: ({ el, event, timeText }) => {
        markEvent(el, event)
        el.title = [timeText, this.#events.get(String(event.id))?.title].join(' ')
      },
      eventClick: ({ event }) => this.#confirm(String(event.id)),
      eventDrop: ({ event, delta }) =>
        this.#confirm(String(event.id), { ofStart: delta, ofEnd: delta }),
      eventResize: ({ event, endDelta }) => this.#confirm(String(event.id), { ofEnd: endDelta }),
      select: ({ startStr, endStr, resource }) =>
        this.#choose({
          clocks: clocksOf({ start: startStr, end: endStr }),
          instrument: resource.id,
          giveUp: () => void this.#calendar?.unselect(),
        }),
    })
    document.addEventListener(timeEvents.taken, () => void this.#load())
    drawPlainly(this)
    void this.#load()
  }

  async #load() {
    const { query, lang } = this.#settings
    const found = await readAt<{ items: Row[] }>(`/api/v1/timeline?${query}`)
    if (!found) return
    this.#events.clear()
    for (const row of found.items) {
      const { id, title } = row.instrument
      this.#names.set(id, title[lang] ?? title.zh ?? title.en ?? '')
      for (const event of eventsOf(row, this.#settings)) {
        const own = event.extendedProps.bookingId ?? `${id} ${event.id}`
        this.#events.set(own, { ...event, id: own, resourceIds: [id] })
      }
    }
    this.#calendar
      ?.unselect()
      .setOption(
        'resources',
        found.items.map(({ instrument: { id } }) => ({ id })),
      )
      .setOption('events', [...this.#events.values()])
  }

  /** Before they are loaded, the calendar shows a row of its own that is no instrument. */
  #links(id: string) {
    if (!this.#names.has(id)) return []
    const link = document.createElement('a')
    link.href = `/instruments/${id}/calendar?date=${this.#settings.date}`
    link.textContent = link.title = this.#names.get(id) ?? ''
    return [link]
  }

  #confirm(id: string, dragged?: Parameters<typeof movedByHand>[1]) {
    const event = this.#events.get(id)
    const booking = event?.extendedProps.bookingId
    if (!event || booking === undefined) return
    if (!event.extendedProps.isMovable) return location.assign(`/bookings/${booking}`)
    this.#choose({
      clocks: clocksOf(dragged ? movedByHand(event, dragged) : event),
      instrument: event.resourceIds?.[0] ?? '',
      booking,
      giveUp: () => void this.#calendar?.updateEvent(event),
    })
  }

  #choose(chosen: TimeChosen) {
    const detail: TimeChosen = { ...chosen, name: this.#names.get(chosen.instrument) ?? '' }
    this.dispatchEvent(new CustomEvent(timeEvents.chosen, { detail, bubbles: true }))
  }
}

customElements.define('hexi-timeline', InstrumentsTimeline)
