import { createContext, type JSX, useContext } from 'hono/jsx'
import { inLang, type Lang, langTag, type LocalText } from '../core/text.ts'

/** The language of the page that is being rendered. Set once by `page()`; read in synchronous components only. */
export const LangContext = createContext<Lang>('zh')

export const useLang = (): Lang => useContext(LangContext)

/** Gives `t`, which says a text in the page's language, or in the other when that one is missing. */
export function useText(): (text: LocalText) => string {
  const lang = useLang()
  return (text) => inLang(text, lang)
}

type Tag =
  | 'a'
  | 'button'
  | 'p'
  | 'span'
  | 'strong'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'summary'
  | 'label'
  | 'legend'
type ListTag = 'li' | 'dt' | 'dd' | 'th' | 'td' | 'caption' | 'figcaption' | 'div'
type LocalProps = { text: LocalText; as?: Tag | ListTag } & JSX.IntrinsicElements['p']

/**
 * A text in the page's language, in an element of its own where `as` names one. A title or name that is not in that
 * language is shown as its owner wrote it, marked with its language.
 */
export function Local({ text, as: Element, ...attributes }: LocalProps) {
  const lang = useLang()
  const other = lang === 'zh' ? 'en' : 'zh'
  const content =
    text[lang] ?? (text[other] === null ? null : <span lang={langTag(other)}>{text[other]}</span>)
  return Element ? <Element {...attributes}>{content}</Element> : <>{content}</>
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
