import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }))

const pages = filesIn('src', /\.tsx$/)
const islands = filesIn('src', /\.island\.ts$/)

test('no page carries styles or scripts of its own: the policy lets none run', () => {
  const inline = pages.filter(
    ({ text }) =>
      /\sstyle=[{"]/.test(text) || /\son[a-z]+=[{"]/i.test(text) || /<style|<script>/.test(text),
  )
  expect(inline.map(({ name }) => name)).toEqual([])
})

test('no page asks another host for anything', () => {
  const outside = pages.filter(({ text }) => /(?:src|href|action)="https?:/.test(text))
  expect(outside.map(({ name }) => name)).toEqual([])
})

test('every island is bundled, is one custom element, and stays small', () => {
  const bundled = filesIn('src/islands', /\.ts$/)
    .map(({ text }) => text)
    .join('\n')
  for (const { name, text } of islands) {
    expect(bundled).toContain(`'${name.replace('src/', '../')}'`)
    expect(text.match(/customElements\.define\(/g)).toHaveLength(1)
    expect(text.split('\n').length).toBeLessThanOrEqual(101)
  }
})

test('every custom element on a page is one of the islands', () => {
  const defined = islands.flatMap(({ text }) =>
    [...text.matchAll(/define\('([^']+)'/g)].map(([, name]) => name),
  )
  const used = pages.flatMap(({ text }) =>
    [...text.matchAll(/<(hexi-[a-z-]+)/g)].map(([, name]) => name),
  )
  expect(used.filter((name) => !defined.includes(name))).toEqual([])
})
