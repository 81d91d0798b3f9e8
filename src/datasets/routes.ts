import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { accessRoutes } from './access/pages/grants.tsx'
import { downloadRoutes } from './downloads/routes.ts'
import { embargoRoutes } from './embargo/pages.tsx'
import { fileRoutes } from './files/routes.ts'
import { fixityRoutes } from './fixity/pages.tsx'
import { reviewerRoutes } from './reviewers/pages/links.tsx'
import { storageRoutes } from './storage/pages.tsx'
import { uploadRoutes } from './uploads/routes.ts'
import { usageRoutes } from './usage/routes.ts'
import { versionEndings } from './versions/pages/version.tsx'
import { versionRoutes } from './versions/routes.ts'

/** What datasets have besides their records: versions, files, and how they are got. */
export const datasetRoutes = new Hono<Env>()
  .route('/', versionRoutes)
  .route('/', versionEndings.api)
  .route('/', fileRoutes)
  .route('/', downloadRoutes)
  .route('/', accessRoutes)
  .route('/', embargoRoutes)
  .route('/', reviewerRoutes)
  .route('/', usageRoutes)
  .route('/', fixityRoutes)
  .route('/', storageRoutes)
  .route('/', uploadRoutes)
