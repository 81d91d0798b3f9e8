import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/web/styles/tokens.css', 'utf8')

/** Every custom property of the rule that follows `selector`. */
function tokensOf(selector: string, from = 0): Record<string, string> {
  const start = css.indexOf(selector, from)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

const light = tokensOf(':root {', css.indexOf('color-scheme: light') - 20)
const dark = tokensOf(":root[data-theme='dark']")

/** Contrast of two `#rrggbb` colours, as WCAG 2 counts it. */
function contrast(a = '', b = ''): number {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const grounds = ['ground', 'surface', 'sunk']
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-2', 'good', 'caution', 'danger', 'note']
const pairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...['instrument', 'dataset', 'accession', 'collection'].flatMap((kind) => [
    [kind, 'ground'],
    [kind, 'surface'],
    [kind, `${kind}-wash`],
  ]),
  ...['good', 'caution', 'danger', 'note', 'accent'].flatMap((tone) => [
    [tone, `${tone}-wash`],
    ['ink', `${tone}-wash`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-2'],
  ['on-mark', 'mark'],
  ['ink-2', 'accent-wash'],
]

test.each([
  ['light', light],
  ['dark', dark],
])('every ink can be read on its ground in the %s theme (AA)', (_, theme) => {
  const weak = pairs.filter(([ink = '', ground = '']) => contrast(theme[ink], theme[ground]) < 4.5)
  expect(weak).toEqual([])
  for (const ground of grounds) expect(contrast(theme['edge'], theme[ground])).toBeGreaterThan(3)
})

test('dark is the same whether the system or the person asks for it', () => {
  expect(tokensOf(":root:not([data-theme='light'])")).toEqual(dark)
  expect(Object.keys(dark).toSorted()).toEqual(Object.keys(light).toSorted())
})
