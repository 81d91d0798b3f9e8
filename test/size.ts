import { readdirSync, readFileSync } from 'node:fs'

/**
 * `npm run size`: how large `src` is, so that growth is seen where it happens, and what forms, lists and writes of all
 * entities share, with and without its comments and blank lines.
 */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, lines: linesOf(name).length }))
  .toSorted((one, other) => one.lines - other.lines)
const total = files.reduce((sum, { lines }) => sum + lines, 0)
const median = files[Math.floor(files.length / 2)]?.lines ?? 0
const longest = files.at(-1)

console.log(
  `src: ${files.length} files, ${total} lines; median ${median}, longest ${longest?.lines} (${longest?.name})`,
)

const shared = [
  'core/form.ts',
  'web/fields.tsx',
  'web/list.tsx',
  'web/columns.tsx',
  'web/write.tsx',
  'web/item.ts',
  'web/surfaces.ts',
  'web/route-path.ts',
].flatMap(linesOf)
/** Types of connections stand before it. */
const database = linesOf('core/database.ts')
shared.push(
  ...database.slice(database.indexOf('type Sortable = string | number | Temporal.Instant')),
)
const code = shared.filter((line) => !/^\s*($|\/\/|\/\*\*|\*)/.test(line))
console.log(`shared by all entities: ${shared.length} lines, ${code.length} of them code`)

function linesOf(name: string) {
  return readFileSync(`src/${name}`, 'utf8').trimEnd().split('\n')
}
