import { access, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { type BuildOptions, type Metafile, build } from 'esbuild'

/** Builds everything that `npm start` and the tests run: the browser's assets, and the program where its entry exists. */
const root = fileURLToPath(new URL('.', import.meta.url))
const started = performance.now()

await rm(`${root}dist/public`, { recursive: true, force: true })
await mkdir(`${root}dist/public`, { recursive: true })
await buildLand()
const [assets, program] = await Promise.all([
  buildAssets(),
  buildProgram(),
  copyMigrations(),
  tellTheEdge(),
])
console.log(
  `Built ${[...program, assets.css, assets.js].join(', ')} in ${Math.round(performance.now() - started)} ms`,
)

/** Addresses carry a hash of their content, so that they may be cached for ever. */
async function buildAssets() {
  const [css, font, icon] = await Promise.all([
    bundle({ entryPoints: { hexi: 'src/web/styles/hexi.css' } }),
    bundle({ entryPoints: { cjk: 'src/web/styles/cjk.css' } }),
    bundle({ entryPoints: { icon: 'src/web/styles/icon.svg' }, loader: { '.svg': 'copy' } }),
  ])
  const js = await bundle({ entryPoints: { hexi: 'src/islands/hexi.ts' }, format: 'esm' })
  const booking = {
    js: await bundle({ entryPoints: { booking: 'src/islands/booking.ts' }, format: 'esm' }),
  }
  const made = {
    css,
    js,
    font,
    icon,
    calendar: await bundleCalendar(),
    booking,
    map: await bundleMap(),
    uploads: await bundleUploads(),
  }
  await writeFile(`${root}dist/assets.json`, `${JSON.stringify(made, null, 2)}\n`)
  return made
}

/** For the pages that show a calendar, and loaded by them alone. */
async function bundleCalendar() {
  const [css, js] = await Promise.all([
    bundle({ entryPoints: { calendar: 'src/web/styles/calendar-bundle.css' } }),
    bundle({ entryPoints: { calendar: 'src/islands/calendar.ts' }, format: 'esm' }),
  ])
  return { css, js }
}

/** For the pages with a map. The library's worker is a file of its own, as the pages' policy wants it. */
async function bundleMap() {
  const [css, js, worker] = await Promise.all([
    bundle({ entryPoints: { map: 'src/web/styles/map-bundle.css' } }),
    bundle({ entryPoints: { map: 'src/islands/map.ts' }, format: 'esm' }),
    bundle({
      entryPoints: { 'map-worker': 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs' },
      format: 'esm',
    }),
  ])
  return { css, js, worker }
}

/** For the page that sends files; hashing them is a worker's. */
async function bundleUploads() {
  const [js, worker] = await Promise.all(
    ['uploads', 'digest-worker'].map((name) =>
      bundle({ entryPoints: { [name]: `src/islands/${name}.ts` }, format: 'esm' }),
    ),
  )
  return { js, worker }
}

type Pair = [number, number]

/** TopoJSON as the package has it: arcs of steps from point to point, and rings of arcs (`~index` goes backwards). */
type Topology = {
  transform: { scale: Pair; translate: Pair }
  arcs: Pair[][]
  objects: { land: { geometries: { arcs: number[][][] }[] } }
}

/**
 * All land at 1:110 million (Natural Earth, public domain) for maps without a base of the operator's: polygons of rings
 * of longitude and latitude in turn, to a hundredth of a degree. Countries are not in it.
 */
async function buildLand(): Promise<void> {
  const text = await readFile(`${root}node_modules/world-atlas/land-110m.json`, 'utf8')
  const { transform, arcs, objects }: Topology = JSON.parse(text)
  const lines = arcs.map((steps) => {
    let [x, y] = [0, 0]
    return steps.map(([right, up]): Pair => {
      x += right
      y += up
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ]
    })
  })
  const lineOf = (index: number) => (index < 0 ? lines[~index]?.toReversed() : lines[index]) ?? []
  // Each line ends where the next begins, and the last where the first does.
  const ringOf = (indexes: number[]) =>
    indexes.flatMap((index) => lineOf(index).slice(0, -1)).flatMap((point) => point.map(hundredths))
  const polygons = objects.land.geometries.flatMap((geometry) =>
    geometry.arcs.map((rings) => rings.map(ringOf)),
  )
  await writeFile(`${root}dist/land.json`, JSON.stringify(polygons))
}

function hundredths(degrees: number) {
  return Math.round(degrees * 100) / 100
}

/** What Cloudflare reads beside the assets: that they never change, and that it compresses them itself. */
async function tellTheEdge(): Promise<void> {
  await writeFile(
    `${root}dist/public/_headers`,
    '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  )
  await writeFile(`${root}dist/public/.assetsignore`, '*.br\n*.gz\n')
}

async function bundle(options: BuildOptions): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    outdir: 'dist/public/assets',
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: '[name]-[hash]',
    assetNames: 'cjk/[name]-[hash]',
    target: ['chrome107', 'firefox110', 'safari16'],
    loader: { '.woff2': 'file' },
    logLevel: 'warning',
    ...options,
  })
  const address = addressOf(metafile)
  await compress(`${root}dist/public${address}`)
  return address
}

/** Compressed once here rather than for every visitor; the server sends whichever the browser takes. */
async function compress(path: string): Promise<void> {
  const bytes = await readFile(path)
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes)])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}

function addressOf({ outputs }: Metafile): string {
  // A copied file is an output without an entry point: then it is the only output.
  const entry = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint)
  const path = entry?.[0] ?? Object.keys(outputs)[0]
  if (!path) throw new Error('esbuild wrote nothing')
  return path.replace('dist/public', '')
}

async function buildProgram(): Promise<string[]> {
  if (!(await exists('src/cli.ts'))) return []
  for (const file of await readdir(`${root}dist`))
    if (/\.js(\.map)?$/.test(file)) await rm(`${root}dist/${file}`)
  await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli.ts',
      images: 'src/ports/images.process.node.ts',
      previews: 'src/ports/previews.process.node.ts',
    },
    outdir: 'dist',
    bundle: true,
    // What is imported on demand is a file of its own.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    // V8 keeps the text of what it runs: without what only people read, 4.5 MB instead of 5.6. Names stay.
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: '#!/usr/bin/env -S node --max-semi-space-size=8' },
    logLevel: 'warning',
  })
  return ['dist/cli.js', 'dist/images.js', 'dist/previews.js']
}

/** The bundled program looks for its migrations beside itself. */
async function copyMigrations(): Promise<void> {
  if (!(await exists('db/migrations'))) return
  await rm(`${root}dist/migrations`, { recursive: true, force: true })
  await cp(`${root}db/migrations`, `${root}dist/migrations`, { recursive: true })
}

async function exists(path: string): Promise<boolean> {
  return access(`${root}${path}`).then(
    () => true,
    () => false,
  )
}
