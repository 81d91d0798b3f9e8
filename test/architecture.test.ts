import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/**
 * The floors, lowest first. A file imports only from its own floor or below; within `src/<feature>/`
 * the file's name says its floor, or the name of its folder where it grew into one.
 * `src/node/` is no feature but the entry of Node, whatever its files are called.
 */
const surface = (names: string) =>
  new RegExp(`^src/(?!node/)[a-z]+/(${names})(\\.tsx?|/.+\\.tsx?)$`)
const floors: Array<[floor: string, pattern: RegExp]> = [
  ['core', /^(src\/core\/|db\/schema)/],
  [
    'rules',
    new RegExp(`${surface('words|model|rules').source}|^src/catalog/kinds\\.ts$|\\.island\\.ts$`),
  ],
  ['ports', /^src\/ports\//],
  ['visibility', /^src\/catalog\/visible\.ts$/],
  ['queries', surface('queries')],
  ['actions', surface('actions')],
  ['web', /^src\/web\//],
  ['surfaces', surface('routes|pages|jobs|commands')],
  ['app', /^src\/(app|jobs)\.ts$/],
  ['entries', /^src\/(node|worker|cli)(\.ts|\/.+\.ts)$/],
]

const kyselyDoor =
  /^src\/(core\/database|ports\/[\w.]+|catalog\/visible|\w+\/queries(\/[\w.-]+)?)\.ts$/
const honoDoor = /^src\/(app\.ts|node\/serve\.ts|web\/.+|\w+\/(routes|pages)(\.tsx?|\/.+\.tsx?))$/

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
  'ical-generator': /^src\/notices\/rules\/ics\.ts$/,
  nodemailer: /^src\/ports\/mail\.smtp\.node\.ts$/,
  pino: /^src\/ports\/log\.node\.ts$/,
  '@node-rs/argon2': /^src\/ports\/passwords\.node\.ts$/,
  'openid-client': /^src\/ports\/oidc\.ts$/,
  '@hono/node-server': /^src\/node\/serve\.ts$/,
  '@event-calendar/core': /\.island\.ts$/,
  'rrule-temporal': /^src\/bookings\/rules\/recurrence\.ts$/,
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
const featureOf = (file: string) => file.split('/')[1]

test('every file stands on a floor', () => {
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([])
})

test('imports never climb', () => {
  const climbing = imports.filter(
    ({ from, to, local }) => local && /\.tsx?$/.test(to) && floorOf(to) > floorOf(from),
  )
  expect(climbing.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test("a feature's queries are its own", () => {
  const trespassing = imports.filter(
    ({ from, to }) => /\/queries(\.ts$|\/)/.test(to) && featureOf(from) !== featureOf(to),
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
