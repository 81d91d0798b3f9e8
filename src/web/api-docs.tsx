import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env } from './env.ts'

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Hexi 河西',
    version: '1',
    description:
      'Instruments, datasets, germplasm and sample collections of a province: found, read and kept through one interface.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      token: { type: 'http' as const, scheme: 'bearer', description: 'A personal access token.' },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'hexi_session' },
    },
  },
  security: [{}, { token: [] }, { session: [] }],
}

/** The OpenAPI document of these routes, made once from the schemas that validate. */
export function openApi(api: Hono<Env>) {
  let document: Promise<unknown> | undefined
  return new Hono<Env>().get('/openapi.json', async (c) => {
    document ??= generateSpecs(api, { documentation: about })
    c.header('cache-control', 'public, max-age=300')
    return c.json((await document) as object)
  })
}
