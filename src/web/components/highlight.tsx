import { type Lang, langTag, type LocalText } from '../../core/text.ts'
import { Local, OtherLocal, useLang } from '../lang.tsx'

export type HighlightPart = { text: string; hit: boolean }
/** A title again, in the languages in which it was hit. */
export type Marks = { [lang in Lang]?: readonly HighlightPart[] | undefined }

/** A text with what was searched for marked. */
function Marked({ parts }: { parts: readonly HighlightPart[] }) {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : <>{text}</>))}</>
}

/** Why a hit is a hit: the field, and its words around the match. */
export function Highlight({ label, parts }: { label: LocalText; parts: readonly HighlightPart[] }) {
  return (
    <p class="highlight">
      <span class="highlight-label">
        <Local text={label} />
      </span>
      <Marked parts={parts} />
    </p>
  )
}

type TitleProps = { title: LocalText; marks: Marks | undefined }

/** The title as `Local` shows it, with its hits. */
export function MarkedTitle({ title, marks = {} }: TitleProps) {
  const lang = useLang()
  const shown = title[lang] === null ? otherOf(lang) : lang
  const parts = marks[shown]
  if (!parts) return <Local text={title} />
  return shown === lang ? (
    <Marked parts={parts} />
  ) : (
    <span lang={langTag(shown)}>
      <Marked parts={parts} />
    </span>
  )
}

/** The title in the other language as `OtherLocal` shows it, with its hits. */
export function OtherMarkedTitle({ title, marks = {} }: TitleProps) {
  const lang = useLang()
  const other = otherOf(lang)
  const parts = marks[other]
  if (!parts || title[lang] === null) return <OtherLocal text={title} />
  return (
    <span class="other-lang" lang={langTag(other)}>
      <Marked parts={parts} />
    </span>
  )
}

const otherOf = (lang: Lang): Lang => (lang === 'zh' ? 'en' : 'zh')
