import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { useRoutes } from './routes/use.ts'
import { nriiRoutes } from './routes/nrii.ts'
import { sharingRoutes } from './routes/sharing.ts'

/** Everything that programs ask of reports. */
export const reportRoutes = new Hono<Env>()
  .route('/', useRoutes)
  .route('/', nriiRoutes)
  .route('/', sharingRoutes)
