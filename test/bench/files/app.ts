import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { asServed } from '../search/served.ts'
import type { MakeApp } from '../search/sides.ts'

/**
 * The whole app with its pages in this process, for guests or for one of the demo's people: Node reads no `.tsx` by
 * itself.
 */
export async function wholeApp(token?: string): Promise<MakeApp> {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith('.tsx')) return nextLoad(url, context)
      const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
        loader: 'tsx',
        jsx: 'automatic',
        jsxImportSource: 'hono/jsx',
      })
      return { format: 'module', source: code, shortCircuit: true }
    },
  })
  const { createApp } = await import('../../../src/app.ts')
  return (services) => {
    const app = createApp(token ? { ...services, demo: true } : services)
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    return { request: asServed(app, headers) }
  }
}
