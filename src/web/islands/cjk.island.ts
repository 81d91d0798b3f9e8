/** `<hexi-cjk data-font>`: loads the bundled Chinese font where this system would show boxes instead. */
class ChineseFont extends HTMLElement {
  connectedCallback() {
    const href = this.dataset['font']
    if (!href || hasChinese()) return
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
    document.head.append(link)
  }
}

/** Characters without a glyph are all drawn as the same box. */
const hasChinese = () => drawn('河') !== drawn('祁')

function drawn(text: string): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 24, height: 24 })
  const pen = canvas.getContext('2d')
  if (!pen) return text
  pen.font = `18px ${getComputedStyle(document.body).fontFamily}`
  pen.fillText(text, 2, 19)
  return canvas.toDataURL()
}

customElements.define('hexi-cjk', ChineseFont)
