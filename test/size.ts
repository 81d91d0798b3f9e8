import { readdirSync, readFileSync } from 'node:fs'

/** `npm run size`: how large `src` is, so that growth is seen where it happens. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, lines: readFileSync(`src/${name}`, 'utf8').split('\n').length - 1 }))
  .toSorted((one, other) => one.lines - other.lines)
const total = files.reduce((sum, { lines }) => sum + lines, 0)
const median = files[Math.floor(files.length / 2)]?.lines ?? 0
const longest = files.at(-1)

console.log(
  `src: ${files.length} files, ${total} lines; median ${median}, longest ${longest?.lines} (${longest?.name})`,
)
