import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { boxPages } from './boxes/pages/page.tsx'
import { scanPages } from './scans/pages.tsx'
import { storagePages } from './storage/pages.tsx'
import { withdrawalPages } from './withdrawals/pages.tsx'

/** The pages of biobanks. */
export const samplePages = new Hono<Env>()
  .route('/', withdrawalPages)
  .route('/', scanPages)
  .route('/', boxPages)
  .route('/', storagePages)
