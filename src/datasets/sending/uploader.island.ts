import { dropped, pickedIn } from './browser/picked.browser.ts'
import { beginSession, type Settings } from './browser/session.browser.ts'
import { drawRows, filled, saidText, standingText } from './browser/sheet.browser.ts'
import { sumOf, toSend } from './rules/sheet.ts'

/** `<hexi-uploader>`: sends files and folders into a draft, more than a form could, and goes on where it was. */
class Uploader extends HTMLElement {
  readonly #settings: Settings = JSON.parse(this.dataset['settings'] ?? '{}')
  readonly #sending = beginSession(this.#settings, () => this.#drawSoon())
  #isDrawing = false

  connectedCallback() {
    this.setAttribute('data-live', '')
    for (const input of this.querySelectorAll<HTMLInputElement>('input[data-pick]'))
      input.addEventListener('change', () => {
        void this.#sending.add(pickedIn(input))
        input.value = ''
      })
    this.#takeDrops(this.querySelector('.drop'))
    this.addEventListener('click', ({ target }) => this.#act(target))
    for (const type of ['offline', 'online']) addEventListener(type, () => this.#drawSoon())
    addEventListener('online', () => {
      if (this.#sending.session.isLost) void this.#sending.start()
    })
    addEventListener('beforeunload', (event) => {
      if (this.#sending.session.run) event.preventDefault()
    })
  }

  #takeDrops(zone: Element | null) {
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      zone?.addEventListener(type, (event) => {
        event.preventDefault()
        zone.classList.toggle('drop-over', type === 'dragover')
      })
    this.addEventListener('drop', ({ dataTransfer }) => {
      if (dataTransfer) void this.#addDropped(dataTransfer)
    })
  }

  async #addDropped(transfer: DataTransfer) {
    await this.#sending.add(await dropped(transfer))
  }

  #act(target: EventTarget | null) {
    const button = target instanceof Element ? target.closest('[data-act]') : null
    const name = button?.closest('tr')?.getAttribute('data-name') ?? ''
    const entry = this.#sending.session.sheet.get(name.normalize('NFC'))
    const acts: Record<string, () => unknown> = {
      files: () => this.querySelector<HTMLInputElement>('input[data-pick=files]')?.click(),
      folder: () => this.querySelector<HTMLInputElement>('input[data-pick=folder]')?.click(),
      pause: () => this.#sending.pause(),
      go: async () => this.#sending.start(),
      retry: async () => entry && this.#sending.add([entry]),
      cancel: async () => entry && this.#sending.cancel(name),
    }
    acts[button?.getAttribute('data-act') ?? '']?.()
  }

  /** Once a frame: figures come faster than anybody sees. */
  #drawSoon() {
    if (this.#isDrawing) return
    this.#isDrawing = true
    requestAnimationFrame(() => {
      this.#isDrawing = false
      this.#draw()
    })
  }

  #draw() {
    const { sheet, pace, run } = this.#sending.session
    const sum = sumOf(sheet)
    const body = this.querySelector<HTMLElement>('tbody')
    const more = body ? drawRows(body, sheet, this.#settings) : 0
    this.#show('.uploader-sheet', sheet.size > 0)
    this.#show('.uploader-more', more > 0, filled(this.#settings.words.more, { count: more }))
    this.#show('[role=status]', true, saidText(this.#sending.session, this.#settings.words))
    this.#show('.uploader-pace', run !== undefined, standingText(sum, pace, this.#settings))
    this.#show('[data-act=pause]', run !== undefined)
    const isLeft = toSend(sheet).length > 0
    this.#show('[data-act=go]', !run && isLeft)
    this.#show('.uploader-done', !run && !isLeft && sum.attached > 0)
    this.querySelector('[data-act=files]')?.classList.replace('button-primary', 'button-plain')
    const bar = this.querySelector<HTMLProgressElement>('.uploader-all')
    if (!bar) return
    bar.hidden = !run
    bar.max = Math.max(1, sum.sizeBytes)
    bar.value = sum.sentBytes
  }

  #show(selector: string, isShown: boolean, text?: string) {
    const part = this.querySelector<HTMLElement>(selector)
    if (!part) return
    part.hidden = !isShown
    if (text !== undefined && part.textContent !== text) part.textContent = text
  }
}

customElements.define('hexi-uploader', Uploader)
