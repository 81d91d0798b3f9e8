import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { biobankPages } from './biobanks/pages/biobank.tsx'
import { hostPages } from './biobanks/pages/host.tsx'
import { networkPages } from './networks/pages/network.tsx'
import { resourcePages } from './resources/pages/resource.tsx'

/** The pages of biobanks. */
export const samplePages = new Hono<Env>()
  .route('/', biobankPages)
  .route('/', hostPages)
  .route('/', networkPages)
  .route('/', resourcePages)
