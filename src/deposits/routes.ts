import { Hono } from 'hono'
import type { RecordStep } from '../catalog/records/actions/edit.ts'
import type { Env } from '../web/env.ts'
import { centreRoutes } from './centres/pages.tsx'
import { packageSurfaces } from './packages/pages/package.tsx'
import { listRoutes } from './plans/pages/lists.tsx'
import { projectRoutes } from './plans/pages/project.tsx'
import { receiptRoutes } from './receipts/pages.tsx'

/** Everything that programs ask of deposits. `steps`: what follows from the publication of a dataset. */
export const depositRoutes = (steps: readonly RecordStep[]) =>
  new Hono<Env>()
    .route('/', listRoutes)
    .route('/', projectRoutes)
    .route('/', centreRoutes)
    .route('/', receiptRoutes)
    .route('/', packageSurfaces(steps).api)
