import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Assets } from '../web/services.ts'

/** Where the build put what browsers fetch: beside the bundle, or in `dist` when run from source. */
const dist = import.meta.url.endsWith('.ts') ? '../../dist/' : './'

const shape = z.object({
  css: z.string(),
  js: z.string(),
  font: z.string(),
  icon: z.string(),
  calendar: z.object({ css: z.string(), js: z.string() }),
  booking: z.object({ js: z.string() }),
  map: z.object({ css: z.string(), js: z.string(), worker: z.string() }),
  uploads: z.object({ js: z.string(), worker: z.string() }),
})

export const publicFolder = fileURLToPath(new URL(`${dist}public/`, import.meta.url))

/** Addresses of the built assets; says how to build them when they are not there. */
export async function builtAssets(): Promise<Assets> {
  try {
    const text = await readFile(new URL(`${dist}assets.json`, import.meta.url), 'utf8')
    return shape.parse(JSON.parse(text))
  } catch (error) {
    throw new Error('The browser assets are not built: run npm run build.', { cause: error })
  }
}
