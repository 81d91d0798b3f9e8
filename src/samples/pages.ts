import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { withdrawalPages } from './withdrawals/pages.tsx'
import { factPages } from './facts/pages/facts.tsx'
import { locatorPages } from './facts/pages/locator.tsx'
import { settingsPages } from './facts/pages/settings.tsx'

/** The pages of biobanks. */
export const samplePages = new Hono<Env>()
  .route('/', locatorPages)
  .route('/', factPages)
  .route('/', settingsPages)
  .route('/', donorPages)
  .route('/', kitPages)
  .route('/', sourcePages)
  .route('/', sampleListPages)
  .route('/', oneSamplePages)
  .route('/', poolPages)
  .route('/', sampleLabelPages)
