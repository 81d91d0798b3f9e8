import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/**
 * The floors, lowest first. A file imports only from its own floor or below. Inside an area, the name of the file or of
 * its folder says its floor: `people/model.ts`, `bookings/waitlist/actions/promote.ts`.
 * `src/node/` is no area but the entry of Node, whatever its files are called.
 */
const floorNames = 'model|rules|words|queries|actions|routes|pages|jobs|commands|middleware'
const subject = `(?!(?:${floorNames})[/.])[a-z]+/`
const onFloor = (names: string) =>
  new RegExp(`^src/(?!node/)[a-z]+/(?:${subject})?(?:${names})(?:\\.tsx?|/.+\\.tsx?)$`)
/** Tables of contents that only compute: what areas contribute, for lower areas to read. */
const pureTables = '^src/(?:kinds|audited|navigation)\\.ts$'
const floors: Array<[floor: string, pattern: RegExp]> = [
  ['core', /^(src\/core\/|db\/schema)/],
  ['rules', new RegExp(`${onFloor('words|model|rules').source}|${pureTables}|\\.island\\.ts$`)],
  ['ports', /^src\/ports\//],
  // SQL expressions for every area's queries: who may see a record; an instrument's policy, zone and staff.
  ['expressions', /^src\/(catalog\/visible|instruments\/expressions)\.ts$/],
  ['queries', onFloor('queries')],
  ['actions', onFloor('actions')],
  ['web', /^src\/web\//],
  ['surfaces', onFloor('routes|pages|jobs|commands|middleware')],
  ['tables of contents', /^src\/(app|jobs)\.ts$|^src\/islands\//],
  ['entries', /^src\/(node|worker|cli)(\.ts|\/.+\.ts)$/],
]

const kyselyDoor = new RegExp(
  `^src/(?:core/database|ports/[\\w.]+|catalog/visible|instruments/expressions)\\.ts$|${onFloor('queries').source}`,
)
const honoDoor = new RegExp(
  `^src/app\\.ts$|^src/node/serve\\.ts$|^src/web/|${onFloor('routes|pages|middleware').source}`,
)

/** Packages that may enter the program through one door only. */
const doors: Record<string, RegExp> = {
  kysely: kyselyDoor,
  'kysely/helpers/postgres': kyselyDoor,
  hono: honoDoor,
  'hono/jsx': honoDoor,
  'hono/cookie': honoDoor,
  'hono-openapi': honoDoor,
  pg: /^src\/ports\/(database|worker\.node|postgres[\w/.-]*)\.ts$/,
  'graphile-worker': /^src\/ports\/worker\.node\.ts$/,
  '@aws-sdk/client-s3': /^src\/ports\/\w+\.s3\.ts$/,
  '@smithy/fetch-http-handler': /^src\/ports\/bucket\.s3\.ts$/,
  thumbhash: /^src\/ports\/images\.sharp\.ts$/,
  '@aws-sdk/s3-request-presigner': /^src\/ports\/objects\.s3\.ts$/,
  sharp: /^src\/ports\/images\.sharp\.ts$/,
  'ical-generator': /^src\/notices\/feeds\/rules\/ics\.ts$/,
  nodemailer: /^src\/ports\/mail\.smtp\.node\.ts$/,
  pino: /^src\/ports\/log\.node\.ts$/,
  '@node-rs/argon2': /^src\/ports\/passwords\.node\.ts$/,
  'openid-client': /^src\/ports\/oidc\.ts$/,
  '@hono/node-server': /^src\/node\/serve\.ts$/,
  '@event-calendar/core': /\.island\.ts$/,
  'rrule-temporal': /^src\/bookings\/series\/rules\/recurrence\.ts$/,
  'write-excel-file/universal': /^src\/ports\/workbook\.ts$/,
  'temporal-polyfill': /^src\/core\/time\.ts$/,
}
const nodeOnly = /^src\/(node|cli)(\.ts|\/.+\.ts)$|^src\/ports\/.*\.(node|sharp)\.ts$/

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => posix.join('src', name))
  .filter((name) => /\.tsx?$/.test(name))

const imports = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    ([, to = '']) => ({
      from,
      to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to,
      local: to.startsWith('.'),
    }),
  ),
)

const floorOf = (file: string) => floors.findIndex(([, pattern]) => pattern.test(file))
const areaOf = (file: string) => file.split('/')[1]

test('every file stands on a floor', () => {
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([])
})

test('imports never climb', () => {
  const climbing = imports.filter(
    ({ from, to, local }) => local && /\.tsx?$/.test(to) && floorOf(to) > floorOf(from),
  )
  expect(climbing.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test("an area's queries are its own", () => {
  const trespassing = imports.filter(
    ({ from, to }) => /\/queries(\.ts$|\/)/.test(to) && areaOf(from) !== areaOf(to),
  )
  expect(trespassing.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test('every outside world has one door', () => {
  const bypassing = imports.filter(({ from, to }) =>
    to.startsWith('node:') ? !nodeOnly.test(from) : doors[to] && !doors[to].test(from),
  )
  expect(bypassing.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test('a Worker never reaches what only Node has', () => {
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { from, to, local } of imports) if (from === file && local) visit(to)
  }
  visit('src/app.ts')
  visit('src/worker.ts')
  expect([...reached].filter((file) => nodeOnly.test(file))).toEqual([])
})

test('the zone of an instrument is one expression', () => {
  const asking = files.filter((file) =>
    /rules->>'timezone'|institution\.timezone(?!')/.test(readFileSync(file, 'utf8')),
  )
  expect(asking).toEqual(['src/instruments/expressions.ts'])
})
