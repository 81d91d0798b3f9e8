/** `<hexi-upload>`: files may be dropped on it; shows what was chosen and refuses at once what is too large or HEIC. */
class Upload extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input')
    const zone = this.querySelector('.drop')
    if (!input || !zone) return
    input.addEventListener('change', () => void this.#show(input))
    for (const type of ['dragover', 'dragleave', 'drop'] as const) {
      zone.addEventListener(type, (event) => {
        event.preventDefault()
        zone.classList.toggle('drop-over', type === 'dragover')
      })
    }
    this.addEventListener('drop', ({ dataTransfer }) => {
      if (!dataTransfer || dataTransfer.files.length === 0) return
      input.files = dataTransfer.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }

  async #show(input: HTMLInputElement) {
    const files = [...(input.files ?? [])]
    const refusal = files.map((file) => this.#refusalOf(file)).find(Boolean)
    const error = this.querySelector<HTMLElement>('[role=alert]')
    if (error) {
      error.hidden = !refusal
      error.textContent = refusal ?? ''
    }
    if (refusal) input.value = ''
    const items = refusal ? [] : await Promise.all(files.map(itemOf))
    this.querySelector('.drop-files')?.replaceChildren(...items)
  }

  #refusalOf({ name, size }: File): string | undefined {
    if (/\.hei[cf]$/i.test(name)) return this.dataset['heic']
    return size > Number(this.dataset['maxBytes']) ? this.dataset['tooLarge'] : undefined
  }
}

/** Drawn rather than linked: the page's policy allows pictures from this site only. */
async function itemOf(file: File): Promise<HTMLLIElement> {
  const item = document.createElement('li')
  const picture = await createImageBitmap(file, { resizeHeight: 120 }).catch(() => undefined)
  if (picture) {
    const { width, height } = picture
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    item.append(canvas)
  }
  item.append(`${file.name} (${(file.size / 1e6).toFixed(1)} MB)`)
  return item
}

customElements.define('hexi-upload', Upload)
