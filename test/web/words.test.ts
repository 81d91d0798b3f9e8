import { join } from 'node:path'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allVocabularies } from '../../db/vocabularies.ts'

const root = join(import.meta.dirname, '../..')
const literal = /\b(zh|en):\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g

type Sentence = { at: string; lang: string; text: string }

/** Every text in two languages that stands in the source; what is filled in reads 0. */
function sentences(): Sentence[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return [...source.matchAll(literal)].map((found) => ({
      at: `${file}:${source.slice(0, found.index).split('\n').length}`,
      lang: found[1] ?? '',
      text: (found[2] ?? found[3] ?? found[4] ?? '').replace(/\$\{[^}]*\}/g, '0'),
    }))
  })
}

/** Names in the other script, and what shows how to write both. */
const mixed = /Hexi|河西|中文|祁连|水稻|直立|审图号|\|/

test('each sentence is in its own language', () => {
  const swapped = sentences().filter(({ lang, text }) =>
    lang === 'en'
      ? isHan(text) && !mixed.test(text)
      : !isHan(text) && /^[A-Z][a-z]+( [a-z]{3,})+\.?$/.test(text),
  )
  expect(swapped).toEqual([])
})

const isHan = (text: string) => /\p{Script=Han}/u.test(text)

/** What the last column of the table refuses. */
function refused(): { term: string; lang: string; pattern: RegExp }[] {
  const lines = readFileSync(join(root, 'docs/words.md'), 'utf8').split('\n')
  const rows = lines.filter((line) => line.startsWith('| ')).slice(2)
  return rows.flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const terms = (cells[4] ?? '').split('、').filter(Boolean)
    return terms.map((term) => {
      const lang = isHan(term) ? 'zh' : 'en'
      const inner = /^\/(.*)\/$/.exec(term)?.[1]
      const words = term.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      const literally = lang === 'zh' ? words : String.raw`\b${words}\b`
      return { term, lang, pattern: new RegExp(inner ?? literally, inner ? 'u' : 'iu') }
    })
  })
}

test('no sentence of the interface has a word that docs/words.md refuses', () => {
  const all = sentences()
  const rules = refused()
  expect(all.length).toBeGreaterThan(10_000)
  expect(rules.length).toBeGreaterThan(40)
  const broken = rules.flatMap(({ term, lang, pattern }) =>
    all
      .filter((one) => one.lang === lang && pattern.test(one.text))
      .map(({ at, text }) => `${at}: “${term}” in “${text}”`),
  )
  expect(broken).toEqual([])
})

test('below zero is written with a minus sign, in every sentence and in what every code stands for', () => {
  const labels = allVocabularies.flatMap(({ name, terms }) =>
    terms.flatMap(({ code, label }) =>
      [label.zh, label.en].map((text) => ({ at: `${name} ${code}`, text })),
    ),
  )
  expect(labels.length).toBeGreaterThan(1000)
  const hyphened = [...sentences(), ...labels].filter(({ text }) =>
    /(?<![\p{L}\d])-\d+(?:\.\d+)?\s*(?:°|℃)/u.test(text),
  )
  expect(hyphened).toEqual([])
})
