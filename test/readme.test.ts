import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configTable } from '../src/core/config.ts'
import { commands } from '../src/node/commands.ts'
import { demoPassword, demoSignIns } from '../src/people/accounts/rules/demo.ts'

const readme = readFileSync('README.md', 'utf8')

/** What stands between the README's marks of this name; a table that differs is to be copied there from the failure. */
const marked = (name: string) =>
  new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- /${name} -->`).exec(readme)?.[1]

const cell = (text: string) => text.replaceAll('|', '\\|')

test('the README lists every variable as the program reads it', () => {
  const rows = configTable.map(({ name, default: usual, meaning }) =>
    [`| \`${name}\``, usual && `\`${usual}\``, `${cell(meaning.en)} |`].join(' | '),
  )
  expect(marked('configuration')).toBe(
    ['| Variable | Default | Meaning |', '|---|---|---|', ...rows].join('\n'),
  )
})

test('the README lists every command', () => {
  const rows = commands.map(({ name, about, positionals = [], options = {} }) => {
    const flags = Object.entries(options).map(([option, { type, needed }]) => {
      const flag = type === 'string' ? `--${option} …` : `--${option}`
      return needed ? flag : `[${flag}]`
    })
    return `| \`${[name, ...flags, ...positionals].join(' ')}\` | ${cell(about.en)} |`
  })
  expect(marked('commands')).toBe(['| Command | |', '|---|---|', ...rows].join('\n'))
})

test('the README names the demo’s people, their password, and files that are there', () => {
  for (const [token, email] of Object.entries(demoSignIns))
    expect(readme).toMatch(new RegExp(`\`${email}\` \\|.+\\| \`${token}\` \\|`))
  expect(readme).toContain(demoPassword)
  const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path = '']) => path)
  expect(links.filter((path) => !existsSync(path))).toEqual([])
})
