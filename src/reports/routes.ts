import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { useRoutes } from './use/routes.ts'
import { germplasmReportRoutes } from './germplasm/pages.tsx'
import { materialRoutes } from './material/pages.tsx'
import { nriiRoutes } from './nrii/routes.ts'
import { sharingRoutes } from './sharing/routes.ts'

/** Everything that programs ask of reports. */
export const reportRoutes = new Hono<Env>()
  .route('/', useRoutes)
  .route('/', nriiRoutes)
  .route('/', sharingRoutes)
  .route('/', germplasmReportRoutes)
  .route('/', materialRoutes)
