/** `npm run bench -- search record …`: runs these cases one after the other; without a name, says which there are. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))

/** What begins with a dash, and its value, is for the cases. */
const [...given] = process.argv.slice(2)
const firstOption = given.findIndex((argument) => argument.startsWith('-'))
const names = firstOption < 0 ? given : given.slice(0, firstOption)
const options = given.slice(names.length)

const unknown = names.filter((name) => !cases.includes(name))
if (names.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no bench called ${unknown.join(', ')}.`)
  console.log(`npm run bench -- ${cases.join(' | ')} [options]`)
  process.exitCode = 2
} else {
  for (const name of names) {
    console.log(`— ${name}`)
    const path = join(folder, `${name}.ts`)
    // With the memory for young objects that `npm start` has.
    const program = ['--max-semi-space-size=8', path, ...options]
    const { status } = spawnSync(process.execPath, program, { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}
