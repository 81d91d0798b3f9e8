import type { Env } from '../web/env.ts'
import { biobankPages } from './biobanks/pages/biobank.tsx'
import { workPages } from './worklists/pages.tsx'
import { hostPages } from './biobanks/pages/host.tsx'
import { networkPages } from './networks/pages/network.tsx'
import { resourcePages } from './resources/pages/resource.tsx'
import { boxPages } from './boxes/pages/page.tsx'
import { scanPages } from './scans/pages/page.tsx'
import { storagePages } from './storage/pages/map.tsx'
import { Hono } from 'hono'
import { factPages } from './facts/pages/facts.tsx'
import { locatorPages } from './facts/pages/locator.tsx'
import { settingsPages } from './facts/pages/settings.tsx'
import { withdrawalPages } from './withdrawals/pages.tsx'
import { donorPages } from './donors/pages.tsx'
import { kitPages } from './kits/pages.tsx'
import { sourcePages } from './sources/pages.tsx'
import { sampleListPages } from './samples/pages/list.tsx'
import { registrationPages } from './samples/pages/new.tsx'
import { oneSamplePages } from './samples/pages/sample.tsx'
import { poolPages } from './derived/pages/pool.tsx'
import { sampleLabelPages } from './samples/pages/labels.tsx'

/** The pages of biobanks. */
export const samplePages = new Hono<Env>()
  .route('/', biobankPages)
  .route('/', hostPages)
  .route('/', workPages)
  .route('/', networkPages)
  .route('/', resourcePages)
  .route('/', withdrawalPages)
  .route('/', scanPages)
  .route('/', boxPages)
  .route('/', storagePages)
  .route('/', locatorPages)
  .route('/', factPages)
  .route('/', settingsPages)
  .route('/', donorPages)
  .route('/', kitPages)
  .route('/', sourcePages)
  .route('/', sampleListPages)
  .route('/', registrationPages)
  .route('/', oneSamplePages)
  .route('/', poolPages)
  .route('/', sampleLabelPages)
