import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

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
const pureTables = '^src/(?:kinds|audited|labels|letters|navigation)\\.ts$'
const floors: Array<[floor: string, pattern: RegExp]> = [
  ['core', /^(src\/core\/|db\/schema)/],
  [
    'rules',
    new RegExp(`${onFloor('words|model|rules').source}|${pureTables}|\\.(?:island|browser)\\.ts$`),
  ],
  ['ports', /^src\/ports\//],
  // SQL expressions for every area's queries: who may see a record; an instrument's policy, zone and staff.
  ['expressions', /^src\/(catalog\/visible|instruments\/expressions)\.ts$/],
  ['queries', onFloor('queries')],
  ['actions', onFloor('actions')],
  ['web', /^src\/web\//],
  ['surfaces', onFloor('routes|pages|jobs|commands|middleware')],
  ['tables of contents', /^src\/(app|jobs|sections)\.ts$|^src\/islands\//],
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
  pg: /^src\/ports\/(database|worker\.node|signals\.node|postgres[\w/.-]*)\.ts$/,
  'graphile-worker': /^src\/ports\/worker\.node\.ts$/,
  '@aws-sdk/client-s3': /^src\/ports\/\w+\.s3\.ts$/,
  '@smithy/fetch-http-handler': /^src\/ports\/(?:bucket\.s3|objects\.s3\.node)\.ts$/,
  '@smithy/node-http-handler': /^src\/ports\/objects\.s3\.node\.ts$/,
  thumbhash: /^src\/ports\/images\.sharp\.ts$/,
  '@aws-sdk/s3-request-presigner': /^src\/ports\/objects\.s3\.ts$/,
  sharp: /^src\/ports\/images\.sharp\.ts$/,
  'ical-generator': /^src\/notices\/calendars\/rules\/ics\.ts$/,
  nodemailer: /^src\/ports\/mail\.smtp\.node\.ts$/,
  pino: /^src\/ports\/log\.node\.ts$/,
  '@node-rs/argon2': /^src\/ports\/passwords\.node\.ts$/,
  'openid-client': /^src\/ports\/oidc\.ts$/,
  '@hono/node-server': /^src\/node\/serve\.ts$/,
  '@event-calendar/core': /\.island\.ts$/,
  'maplibre-gl': /^src\/catalog\/map\/(map\.island|rules\/style)\.ts$/,
  'rrule-temporal': /^src\/bookings\/series\/rules\/recurrence\.ts$/,
  'write-excel-file/universal': /^src\/ports\/workbook\.ts$/,
  'client-zip': /^src\/ports\/zip\.ts$/,
  'read-excel-file/universal': /^src\/ports\/sheets\.ts$/,
  saxes: /^src\/exchange\/metadata\/rules\/xml\.ts$/,
  'csv-parse/sync': /^src\/core\/delimited\.ts$/,
  isbot: /^src\/datasets\/usage\/rules\.ts$/,
  'temporal-polyfill': /^src\/core\/time\.ts$/,
  // Formats of scientific files: read in a child process alone.
  hyparquet: /^src\/ports\/previews\/parquet\.ts$/,
  'hyparquet-compressors': /^src\/ports\/previews\/parquet\.ts$/,
  geotiff: /^src\/ports\/previews\/geotiff\.node\.ts$/,
  netcdfjs: /^src\/ports\/previews\/netcdf\.node\.ts$/,
  h5wasm: /^src\/ports\/previews\/hdf5\.node\.ts$/,
  '@hyzyla/pdfium': /^src\/ports\/previews\/pdf\.node\.ts$/,
  yauzl: /^src\/ports\/previews\/zip\.node\.ts$/,
  'bwip-js/generic': /^src\/stock\/labels\/rules\.ts$/,
}
const nodeOnly = /^src\/(node|cli)(\.ts|\/.+\.ts)$|^src\/ports\/.*\.(node|sharp)\.ts$/

type Import = { from: string; to: string; local: boolean }
type Source = { files: readonly string[]; imports: readonly Import[] }

/** Files by name, with their texts, as what the rules are asked about. */
const sourceOf = (texts: Record<string, string>): Source => ({
  files: Object.keys(texts),
  imports: Object.entries(texts).flatMap(([from, text]) =>
    [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
      from,
      to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to,
      local: to.startsWith('.'),
    })),
  ),
})

const texts = Object.fromEntries(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('src', name))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [name, readFileSync(name, 'utf8')]),
)
const program = sourceOf(texts)

const floorOf = (file: string) => floors.findIndex(([, pattern]) => pattern.test(file))
/** Files of no area: tables of contents, the schema, packages. */
const areaOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1]
const isExpression = (file: string) => floors[floorOf(file)]?.[0] === 'expressions'

/**
 * The areas, lowest first: each imports from those before it. What a lower one needs of a higher one is contributed in a
 * table of contents: `app.ts`, `jobs.ts`, `kinds.ts`, `audited.ts`, `labels.ts`, `navigation.ts`, `islands/`.
 */
const order = `
  core ports web idempotency audit queue mail people
  catalog files stock instruments datasets previews germplasm samples deposits bookings
  upkeep charges orders requests notices exchange brapi reports styleguide
  islands node`
  .trim()
  .split(/\s+/)
  .map((area) => [area])

const named = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} -> ${to}`)

const onNoFloor = ({ files }: Source) => files.filter((file) => floorOf(file) < 0)

const climbing = ({ imports }: Source) =>
  named(
    imports.filter(
      ({ from, to, local }) => local && /\.tsx?$/.test(to) && floorOf(to) > floorOf(from),
    ),
  )

/**
 * Imports of an area that comes later; areas in one place of `groups` may import each other, and one that it does not
 * name comes after all.
 */
function outOfOrder({ imports }: Source, groups: readonly (readonly string[])[]): string[] {
  const placeOf = (area: string) => {
    const place = groups.findIndex((areas) => areas.includes(area))
    return place < 0 ? groups.length : place
  }
  return named(
    imports.filter(({ from, to }) => {
      // Expressions stand beside the tables, which any area's SQL may join.
      const [own, other] = [areaOf(from), isExpression(to) ? 'core' : areaOf(to)]
      return own !== undefined && other !== undefined && placeOf(other) > placeOf(own)
    }),
  )
}

const trespassing = ({ imports }: Source) =>
  named(
    imports.filter(({ from, to }) => /\/queries(\.ts$|\/)/.test(to) && areaOf(from) !== areaOf(to)),
  )

const bypassing = ({ imports }: Source) =>
  named(
    imports.filter(({ from, to }) =>
      to.startsWith('node:') ? !nodeOnly.test(from) : doors[to] && !doors[to].test(from),
    ),
  )

/** What only Node has and a Worker would come to load. */
function nodeReachedFrom({ imports }: Source, entries: readonly string[]): string[] {
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { from, to, local } of imports) if (from === file && local) visit(to)
  }
  for (const entry of entries) visit(entry)
  return [...reached].filter((file) => nodeOnly.test(file))
}

test('every file stands on a floor', () => {
  expect(onNoFloor(program)).toEqual([])
})

test('imports never climb', () => {
  expect(climbing(program)).toEqual([])
})

test('an area imports only from areas before it', () => {
  expect(outOfOrder(program, order)).toEqual([])
  const known = order.flat()
  expect(program.files.filter((file) => !known.includes(areaOf(file) ?? 'core'))).toEqual([])
})

test("an area's queries are its own", () => {
  expect(trespassing(program)).toEqual([])
})

test('every outside world has one door', () => {
  expect(bypassing(program)).toEqual([])
})

test('a Worker never reaches what only Node has', () => {
  expect(nodeReachedFrom(program, ['src/app.ts', 'src/worker.ts'])).toEqual([])
})

test('the zone of an instrument is one expression', () => {
  const asking = Object.entries(texts).filter(([, text]) =>
    /rules->>'timezone'|institution\.timezone(?!')/.test(text),
  )
  expect(asking.map(([file]) => file)).toEqual(['src/instruments/expressions.ts'])
})

describe('a planted breach is caught', () => {
  test('a file that stands on no floor', () => {
    const source = sourceOf({ 'src/bookings/waitlist/helpers.ts': '', 'src/bookings/rules.ts': '' })
    expect(onNoFloor(source)).toEqual(['src/bookings/waitlist/helpers.ts'])
  })

  test.each([
    ['src/bookings/waitlist/rules.ts', '../bookings/actions/book.ts'],
    ['src/bookings/bookings/queries/read.ts', '../actions/book.ts'],
    ['src/bookings/bookings/actions/book.ts', '../../../web/page.tsx'],
    ['src/web/list.tsx', '../people/pages.tsx'],
    ['src/core/money.ts', '../charges/rates/rules/price.ts'],
    ['src/people/pages.tsx', '../app.ts'],
  ])('an import of a higher floor: %s of %s', (from, to) => {
    const source = sourceOf({ [from]: `import { it } from '${to}'` })
    expect(climbing(source)).toHaveLength(1)
  })

  test('an import of an area that comes later, or that has no place', () => {
    const groups = [['core'], ['people', 'mail'], ['bookings'], ['charges']]
    const source = sourceOf({
      'src/bookings/pages.ts': "import { it } from '../charges/rules.ts'",
      'src/people/rules.ts': "export { it } from '../bookings/model.ts'",
      'src/mail/rules.ts': "import { it } from '../people/rules.ts'",
      'src/charges/rules.ts': "const it = await import('../sheets/rules.ts')",
      'src/charges/pages.ts': "import '../bookings/rules.ts'",
      'src/app.ts': "import { it } from './charges/routes.ts'",
    })
    expect(outOfOrder(source, groups)).toEqual([
      'src/bookings/pages.ts -> src/charges/rules.ts',
      'src/people/rules.ts -> src/bookings/model.ts',
      'src/charges/rules.ts -> src/sheets/rules.ts',
    ])
  })

  test.each(['queries.ts', 'queries/read.ts'])('a query of another area: %s', (query) => {
    const source = sourceOf({
      'src/charges/charges/actions/charge.ts': `import { it } from '../../../bookings/use/${query}'`,
      'src/bookings/calendar/actions/calendar.ts': `import { it } from '../../use/${query}'`,
    })
    expect(trespassing(source)).toEqual([
      `src/charges/charges/actions/charge.ts -> src/bookings/use/${query}`,
    ])
  })

  test.each([
    ['kysely', 'src/bookings/bookings/actions/book.ts', 'src/bookings/bookings/queries/read.ts'],
    ['hono', 'src/charges/rates/actions/rates.ts', 'src/charges/rates/routes.ts'],
    ['pg', 'src/queue/queries.ts', 'src/ports/database.ts'],
    ['sharp', 'src/files/pictures/jobs.ts', 'src/ports/images.sharp.ts'],
    ['node:fs', 'src/files/documents/actions.ts', 'src/node/assets.ts'],
  ])('a package through another door than its own: %s in %s', (name, wrong, right) => {
    const text = `import { it } from '${name}'`
    expect(bypassing(sourceOf({ [wrong]: text, [right]: text }))).toEqual([`${wrong} -> ${name}`])
  })

  test('what only Node has, behind what a Worker loads', () => {
    const source = sourceOf({
      'src/worker.ts': "import { it } from './mail/actions.ts'",
      'src/mail/actions.ts': "import { it } from '../ports/mail.smtp.node.ts'",
    })
    expect(nodeReachedFrom(source, ['src/worker.ts'])).toEqual(['src/ports/mail.smtp.node.ts'])
  })
})
