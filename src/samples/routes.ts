import type { Env } from '../web/env.ts'
import { biobankRoutes } from './biobanks/pages/biobank.tsx'
import { workRoutes } from './worklists/pages.tsx'
import { hostRoutes } from './biobanks/pages/host.tsx'
import { networkRoutes } from './networks/pages/network.tsx'
import { resourceRoutes } from './resources/pages/resource.tsx'
import { boxRoutes } from './boxes/pages/page.tsx'
import { scanRoutes } from './scans/pages/page.tsx'
import { storageRoutes } from './storage/pages/map.tsx'
import { Hono } from 'hono'
import { factRoutes } from './facts/pages/facts.tsx'
import { locatorRoutes } from './facts/pages/locator.tsx'
import { settingsRoutes } from './facts/pages/settings.tsx'
import { withdrawalRoutes } from './withdrawals/pages.tsx'
import { donorRoutes } from './donors/pages.tsx'
import { kitRoutes } from './kits/pages.tsx'
import { sourceRoutes } from './sources/pages.tsx'
import { sampleListRoutes } from './samples/pages/list.tsx'
import { oneSampleRoutes } from './samples/pages/sample.tsx'
import { poolRoutes } from './derived/pages/pool.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>()
  .route('/', biobankRoutes)
  .route('/', hostRoutes)
  .route('/', workRoutes)
  .route('/', networkRoutes)
  .route('/', resourceRoutes)
  .route('/', withdrawalRoutes)
  .route('/', scanRoutes)
  .route('/', boxRoutes)
  .route('/', storageRoutes)
  .route('/', locatorRoutes)
  .route('/', factRoutes)
  .route('/', settingsRoutes)
  .route('/', donorRoutes)
  .route('/', kitRoutes)
  .route('/', sourceRoutes)
  .route('/', sampleListRoutes)
  .route('/', oneSampleRoutes)
  .route('/', poolRoutes)
