/** `<hexi-gallery>`: arrow keys and thumbnails move the strip without moving the page; a click shows the picture large. */
class Gallery extends HTMLElement {
  #index = 0

  connectedCallback() {
    this.addEventListener('click', (event) => this.#click(event))
    this.addEventListener('keydown', (event) => this.#key(event))
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) this.#mark(this.#slides.indexOf(target))
        }
      },
      { root: this.querySelector('.gallery-strip'), threshold: 0.6 },
    )
    for (const slide of this.#slides) seen.observe(slide)
  }

  get #slides(): Element[] {
    return [...this.querySelectorAll('.gallery-strip > li')]
  }

  get #box() {
    return this.querySelector('dialog')
  }

  #click(event: MouseEvent) {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return
    const { target } = event
    const thumb = target.closest('.gallery-thumbs a')
    const step = target.closest<HTMLElement>('[data-step]')?.dataset['step']
    if (thumb) this.#go([...this.querySelectorAll('.gallery-thumbs a')].indexOf(thumb))
    else if (step) this.#go(this.#index + Number(step))
    else if (target.closest('.gallery-view')) this.#enlarge()
    else if (target.closest('[data-closes]')) this.#box?.close()
    else return
    event.preventDefault()
  }

  #key(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!step) return
    event.preventDefault()
    this.#go(this.#index + step)
  }

  #go(index: number) {
    const slide = this.#slides[index]
    if (!slide) return
    this.#mark(index)
    slide.scrollIntoView({ block: 'nearest', inline: 'start' })
    if (this.#box?.open) this.#show()
  }

  #mark(index: number) {
    this.#index = index
    for (const [each, thumb] of this.querySelectorAll('.gallery-thumbs a').entries()) {
      thumb.setAttribute('aria-current', String(each === index))
    }
  }

  #enlarge() {
    this.#show()
    this.#box?.showModal()
  }

  #show() {
    const view = this.#slides[this.#index]?.querySelector<HTMLAnchorElement>('.gallery-view')
    const small = view?.querySelector('img')
    const large = this.#box?.querySelector('img')
    const text = this.#box?.querySelector('p')
    if (!view || !small || !large || !text) return
    large.src = view.href
    large.alt = small.alt
    text.textContent = small.alt
  }
}

customElements.define('hexi-gallery', Gallery)
