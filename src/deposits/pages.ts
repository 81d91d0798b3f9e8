import { Hono } from 'hono'
import type { RecordStep } from '../catalog/records/actions/edit.ts'
import type { Env } from '../web/env.ts'
import { centrePages } from './centres/pages.tsx'
import { packageSurfaces } from './packages/pages/package.tsx'
import { minePages } from './plans/pages/mine.tsx'
import { projectPages } from './plans/pages/project.tsx'
import { receiptPages } from './receipts/pages.tsx'

/** The pages of deposits. */
export const depositPages = (steps: readonly RecordStep[]) =>
  new Hono<Env>()
    .route('/', minePages)
    .route('/', projectPages)
    .route('/', centrePages)
    .route('/', receiptPages)
    // After those whose addresses are no deposit's.
    .route('/', packageSurfaces(steps).pages)
