/** The two languages that people read. `zh` is zh-CN and the default. */
export const langs = ['zh', 'en'] as const
export type Lang = (typeof langs)[number]

/** One sentence or label in both languages. */
export type Text = { readonly zh: string; readonly en: string }

/** A message table: each entry is a text, or makes one from the facts it names. */
// oxlint-disable-next-line typescript/no-explicit-any -- any parameters: each table narrows its own
export type Words = Record<string, Text | ((...facts: any[]) => Text)>

/** A title or name that somebody typed: at least one of the two languages is there. */
export type LocalText = { readonly zh: string | null; readonly en: string | null }

/** The text in the asked language, or in the other when that one is missing. */
export function inLang(text: LocalText, lang: Lang): string {
  return (lang === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? ''
}

/** Both, each in the other language where its own is missing. */
export const bothLanguages = (text: LocalText): Text => ({
  zh: inLang(text, 'zh'),
  en: inLang(text, 'en'),
})

/** A table of texts in one language, as a script takes it. */
export function inOneLang<Name extends string>(
  table: Readonly<Record<Name, Text>>,
  lang: Lang,
): Record<Name, string>
export function inOneLang(table: Readonly<Record<string, Text>>, lang: Lang) {
  return Object.fromEntries(Object.entries(table).map(([name, text]) => [name, text[lang]]))
}

/** `zh-CN` or `en`, as HTML's `lang` and HTTP's `Content-Language` want it. */
export const langTag = (lang: Lang) => (lang === 'zh' ? 'zh-CN' : 'en')
