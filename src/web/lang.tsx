import { createContext, useContext } from 'hono/jsx'
import { inLang, type Lang, langTag, type LocalText } from '../core/text.ts'

/** The language of the page that is being rendered. Set once by `page()`; read in synchronous components only. */
export const LangContext = createContext<Lang>('zh')

export const useLang = (): Lang => useContext(LangContext)

/** Gives `t`, which says a text in the page's language, or in the other when that one is missing. */
export function useText(): (text: LocalText) => string {
  const lang = useLang()
  return (text) => inLang(text, lang)
}

/** A title or name as its owner wrote it, marked with its language where that is not the page's. */
export function Local({ text }: { text: LocalText }) {
  const lang = useLang()
  const other = lang === 'zh' ? 'en' : 'zh'
  if (text[lang] !== null) return <>{text[lang]}</>
  return text[other] === null ? <></> : <span lang={langTag(other)}>{text[other]}</span>
}

/** The title in the language that the page is not in, if it has one: set small under the first. */
export function OtherLocal({ text }: { text: LocalText }) {
  const lang = useLang()
  const other = lang === 'zh' ? 'en' : 'zh'
  if (text[lang] === null || !text[other] || text[other] === text[lang]) return <></>
  return (
    <span class="other-lang" lang={langTag(other)}>
      {text[other]}
    </span>
  )
}
