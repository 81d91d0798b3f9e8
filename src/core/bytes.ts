import { type Lang, langTag, type Text } from './text.ts'

const steps = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const

/** `3.2 MB`: powers of 1,000, three digits at most. */
export function formatBytes(sizeBytes: number, lang: Lang): string {
  const power = Math.min(
    sizeBytes < 1000 ? 0 : Math.floor(Math.log10(Number(sizeBytes.toPrecision(3))) / 3),
    steps.length - 1,
  )
  const value = sizeBytes / 1000 ** power
  const digits = power === 0 || value >= 100 ? 0 : 1
  return `${formats[lang][digits].format(value)} ${steps[power] ?? 'B'}`
}

/** The same in both languages. */
export const bytesText = (sizeBytes: number): Text => ({
  zh: formatBytes(sizeBytes, 'zh'),
  en: formatBytes(sizeBytes, 'en'),
})

// Building an Intl formatter costs more than formatting with it: each is built once.
const formatsIn = (lang: Lang) =>
  [
    new Intl.NumberFormat(langTag(lang), { maximumFractionDigits: 0 }),
    new Intl.NumberFormat(langTag(lang), { maximumFractionDigits: 1 }),
  ] as const
const formats = { zh: formatsIn('zh'), en: formatsIn('en') }
