import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { outageRoutes } from './routes/outages.ts'
import { problemRoutes } from './routes/problems.ts'
import { planRoutes } from './routes/plans.ts'
import { qualificationRoutes } from './routes/qualifications.ts'
import { trainingRoutes } from './routes/trainings.ts'

/** Everything that programs ask of upkeep. */
export const upkeepRoutes = new Hono<Env>()
  .route('/', outageRoutes)
  .route('/', problemRoutes)
  .route('/', planRoutes)
  .route('/', qualificationRoutes)
  .route('/', trainingRoutes)
