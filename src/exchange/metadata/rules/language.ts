import type { FieldRow } from '../../../core/fields.ts'
import { plainText } from './html.ts'

/** A text and the language that the file says it is in, if any. */
export type Said = { text: string; lang: string | null; type?: string | null }

/** Chinese or English, by what the file says or by its letters; null for another language. */
export function languageOf({ text, lang }: Said): 'zh' | 'en' | null {
  if (lang) return /^(?:zh|zho|chi|cn)(?![a-z])/i.test(lang) ? 'zh' : isEnglish(lang) ? 'en' : null
  return /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 'zh'
    : 'en'
}

const isEnglish = (lang: string) => /^eng?(?![a-z])/i.test(lang)

type Local = { zh?: string; en?: string; rest: readonly Said[] }

/**
 * The first text in Chinese and the first in English, of those in order of what may be the main one; others are the rest.
 * Where none is in either language, the first is the main one all the same.
 */
export function inBothLanguages(texts: readonly Said[]): Local {
  const zh = texts.find((one) => languageOf(one) === 'zh')
  const en =
    texts.find((one) => languageOf(one) === 'en') ?? (zh === undefined ? texts[0] : undefined)
  return {
    ...(zh && { zh: zh.text }),
    ...(en && { en: en.text }),
    rest: texts.filter((one) => one !== zh && one !== en),
  }
}

/** Titles: those without a type come first, translations after them; others keep their type. */
export function titlesOf(titles: readonly Said[]) {
  const plain = titles.map((one) => ({ ...one, text: oneLine(plainText(one.text)) }))
  const main = plain.filter(({ type }) => !type)
  const translated = plain.filter(({ type }) => type === 'TranslatedTitle')
  const { zh, en, rest } = inBothLanguages([...main, ...translated])
  const others = [...rest, ...plain.filter((one) => one.type && one.type !== 'TranslatedTitle')]
  const alternativeTitles = others.map(({ text, type, lang }): FieldRow => ({
    title: text,
    titleType: type ?? 'AlternativeTitle',
    ...(lang && { lang }),
  }))
  return { 'title.zh': zh ?? '', 'title.en': en ?? '', alternativeTitles }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The longest summary of a record; a longer abstract stands whole among its descriptions. */
const longestSummary = 5000

/** Abstracts are the summary, in each language; every other text is a description of its type. */
export function descriptionsOf(texts: readonly Said[]) {
  const plain = texts
    .map((one) => ({ ...one, text: plainText(one.text) }))
    .filter(({ text }) => text !== '')
  const isAbstract = ({ type, text }: Said) =>
    (!type || type === 'Abstract') && text.length <= longestSummary
  const { zh, en, rest } = inBothLanguages(plain.filter(isAbstract))
  const descriptions = [...rest, ...plain.filter((one) => !isAbstract(one))].map(
    ({ text, type, lang }): FieldRow => ({
      descriptionType: type ?? 'Abstract',
      description: text,
      ...(lang && { lang }),
    }),
  )
  return { 'summary.zh': zh ?? '', 'summary.en': en ?? '', descriptions }
}
