import { type ConfirmWords, timeEvents, type TimeChosen } from './rules/moves.ts'
import { Objections } from '../verdict/objections.island.ts'
import { bookedTimes, partOf, sendTime, typedIn } from './parts.browser.ts'
import { type Slot, TimeFields } from './time-fields.island.ts'
import { bookingPaths } from '../words/paths.ts'

/** `<hexi-confirm>`: the step between choosing a time and having it. What is typed stays until it is booked. */
class Confirm extends HTMLElement {
  readonly #words: ConfirmWords = JSON.parse(this.dataset['words'] ?? '{}')
  readonly #says = { words: this.#words, timeText: (slot: Slot) => this.#fields.textOf(slot) }
  #chosen: TimeChosen | undefined
  /** Of the booking that is moved: somebody may change it meanwhile. */
  #version = '*'

  connectedCallback() {
    const dialog = partOf(this, 'dialog', HTMLDialogElement)
    document.addEventListener(timeEvents.chosen, (event) => {
      // Not while a key is still down: what it would press next is in the dialog.
      if (event instanceof CustomEvent) setTimeout(() => void this.#open(event.detail, dialog))
    })
    this.addEventListener('input', () => this.#check())
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#send(dialog)
    })
    this.addEventListener('hexi-slot', (event) => {
      if (!(event instanceof CustomEvent)) return
      this.#fields.times = event.detail
      this.#check()
    })
    dialog.addEventListener('close', () => {
      this.#verdict.stop()
      this.#chosen?.giveUp?.()
    })
  }

  async #open(chosen: TimeChosen, dialog: HTMLDialogElement) {
    const { booking, clocks } = chosen
    const { move, create, confirmMove, confirmCreate, details, options } = this.#words
    this.#chosen = chosen
    this.#version = '*'
    this.dataset['asks'] = booking ? 'move' : 'create'
    partOf(this, 'form', HTMLFormElement).dataset['asked'] = JSON.stringify(chosen)
    this.#fields.clocks = clocks
    partOf(this, '[data-part=name]').textContent = chosen.name ?? ''
    partOf(this, '[data-part=title]').textContent = booking ? move : create
    partOf(this, '[type=submit]').textContent = booking ? confirmMove : confirmCreate
    partOf(this, '[data-part=details]').textContent = booking ? details : options
    partOf(this, 'fieldset', HTMLFieldSetElement).disabled = booking !== undefined
    this.#verdict.replaceChildren()
    dialog.showModal()
    partOf(this, booking ? '[type=submit]' : '[name=purpose]', HTMLElement).focus()
    this.#check()
    const booked = booking && (await bookedTimes(booking))
    if (!booked || this.#chosen !== chosen) return
    this.#fields.remember(booked)
    this.#version = booked.version
  }

  #check() {
    const slot = this.#fields.times
    if (!this.#chosen) return
    if (!slot) return this.#verdict.say(this.#words.order, 'danger')
    const { instrument, booking } = this.#chosen
    const question = { instrument, ...slot, ...this.#typed(), ...(booking && { booking }) }
    const whole = bookingPaths.bookInstrument(instrument, slot)
    const href = booking ? bookingPaths.booking(booking) : whole
    partOf(this, '[data-part=details]').setAttribute('href', href)
    this.#verdict.checkSoon(question, { ...this.#says, booking })
  }

  async #send(dialog: HTMLDialogElement) {
    const slot = this.#fields.times
    if (!slot || !this.#chosen) return
    this.#verdict.stop()
    const { booking } = this.#chosen
    const to = { ...this.#chosen, version: this.#version }
    const answer = await sendTime(to, { slot, typed: this.#typed() })
    if (!answer) return this.#verdict.say(this.#words.unreachable, 'caution')
    if (!answer.ok) return this.#verdict.show(await answer.json(), { ...this.#says, booking })
    const sentence = booking ? this.#words.moved : this.#words.booked
    this.#chosen = undefined
    dialog.close()
    const detail = sentence.replace('{time}', this.#fields.textOf(slot))
    document.dispatchEvent(new CustomEvent(timeEvents.taken, { detail }))
  }

  #typed = () => typedIn(partOf(this, 'fieldset', HTMLFieldSetElement))

  get #fields() {
    return partOf(this, 'hexi-time-fields', TimeFields)
  }

  get #verdict() {
    return partOf(this, 'hexi-objections', Objections)
  }
}

customElements.define('hexi-confirm', Confirm)
