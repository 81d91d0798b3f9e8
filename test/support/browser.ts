import { access, constants, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** A browser of this machine, or the one that a package brings along. */
type Found = { path: string; env?: Record<string, string>; remove?: () => Promise<void> }

/** Starts the browser that there is; undefined when there is none. Close it when the file is over. */
export async function openBrowser(): Promise<Browser | undefined> {
  const found = (await findInstalled()) ?? (await findCarried())
  if (!found) return undefined
  const browser = await chromium.launch({
    executablePath: found.path,
    args: argumentsHere(),
    ...(found.env && { env: { ...process.env, ...found.env } }),
  })
  if (found.remove) browser.on('disconnected', () => void found.remove?.())
  return browser
}

/** The browser of a test file. Without one its tests are skipped, loudly; `REQUIRE_BROWSER=1` fails instead. */
export async function browserOfFile() {
  const browser = await openBrowser()
  if (!browser) {
    const missing = 'No browser: set CHROMIUM_PATH, or install chromium.'
    if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(missing)
    console.warn(`SKIPPED, every test of this file. ${missing}`)
  }
  return {
    absent: browser === undefined,
    /** Asked for in tests that run only where there is one. */
    get: (): Browser => {
      if (!browser) throw new Error('There is no browser')
      return browser
    },
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

async function findInstalled(): Promise<Found | undefined> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return { path: given }
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is there is taken
    if (await isThere(path, constants.X_OK)) return { path }
  }
  return undefined
}

const isThere = async (path: string, mode = constants.F_OK): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  )

/**
 * `@sparticuz/chromium`, unpacked into a folder of its own, as files that run side by side would read each other's
 * halves. It carries the libraries that a bare machine lacks, and finds out about them while it is imported.
 */
async function findCarried(): Promise<Found | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = await mkdtemp(join(tmpdir(), 'hexi-chromium-'))
  const before = { ...process.env }
  try {
    process.env['TMPDIR'] = folder
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
    const { default: carried } = await import('@sparticuz/chromium')
    const path = await carried.executablePath()
    return {
      path,
      env: {
        LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
        ...((await isThere('/etc/fonts')) ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
      },
      remove: () => rm(folder, { recursive: true, force: true }),
    }
  } finally {
    restore(before)
  }
}

/** What the package sets for itself must not reach the database server that is started after it. */
function restore(before: NodeJS.ProcessEnv): void {
  for (const name of [
    'TMPDIR',
    'AWS_EXECUTION_ENV',
    'LD_LIBRARY_PATH',
    'FONTCONFIG_PATH',
    'HOME',
  ]) {
    const value = before[name]
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

/** Chromium refuses to sandbox itself for root; the pages are ours. */
const argumentsHere = (): string[] => [
  '--headless=shell',
  '--disable-gpu',
  '--no-zygote',
  '--use-fake-device-for-media-stream',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
