/** The browser's own reader of bars and squares (Shape Detection API); not every browser has one. */
type Reader = { detect: (of: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type ReaderClass = new () => Reader

const lookEveryMs = 200

/** `<hexi-scan>`: its hidden button reads a code by the camera into its field, and sends the form where it says so. */
class Scan extends HTMLElement {
  #stream: MediaStream | undefined

  connectedCallback() {
    // What was refused is scanned over.
    const input = this.querySelector('input')
    if (this.dataset['then'] === 'send' && input?.value) input.select()
    const button = this.querySelector<HTMLButtonElement>('button[type=button]')
    const found: unknown = Reflect.get(window, 'BarcodeDetector')
    if (!button || !isReaderClass(found) || !navigator.mediaDevices) return
    button.hidden = false
    button.addEventListener('click', () => {
      void (this.#stream ? this.#stop() : this.#start(new found()))
    })
  }

  disconnectedCallback() {
    this.#stop()
  }

  async #start(reader: Reader) {
    const [video, said] = [this.querySelector('video'), this.querySelector('[role=status]')]
    if (!video || !said) return
    said.textContent = ''
    try {
      const asked = { video: { facingMode: 'environment' } }
      this.#stream = await navigator.mediaDevices.getUserMedia(asked)
      video.srcObject = this.#stream
      this.#show(true)
      await video.play()
      this.#send(await this.#read(reader, video))
    } catch {
      said.textContent = this.dataset['refused'] ?? ''
    }
    this.#stop()
  }

  /** What the camera sees first; undefined when it was stopped. */
  async #read(reader: Reader, video: HTMLVideoElement): Promise<string | undefined> {
    while (this.#stream) {
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      const [code] = await reader.detect(video)
      if (code) return code.rawValue
      // oxlint-disable-next-line no-await-in-loop -- the same
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
    return undefined
  }

  #send(code: string | undefined) {
    const input = this.querySelector('input')
    if (code === undefined || !input) return
    const { then } = this.dataset
    input.value = then === 'add' ? `${input.value} ${code}`.trim() : code
    if (then === 'send') input.form?.requestSubmit()
    else input.focus()
  }

  #stop() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#stream = undefined
    this.#show(false)
  }

  #show(isOn: boolean) {
    const [video, button] = [this.querySelector('video'), this.querySelector('[aria-pressed]')]
    if (video) video.hidden = !isOn
    button?.setAttribute('aria-pressed', String(isOn))
  }
}

const isReaderClass = (value: unknown): value is ReaderClass => typeof value === 'function'

customElements.define('hexi-scan', Scan)
