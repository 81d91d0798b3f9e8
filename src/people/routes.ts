import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { institutionRoutes } from './routes/institutions.ts'
import { labRoutes } from './routes/labs.ts'
import { memberRoutes } from './routes/members.ts'
import { myRoutes } from './routes/me.ts'
import { accountRoutes } from './routes/people.ts'

/** Everything about people under `/api/v1`. */
export const peopleRoutes = new Hono<Env>()
  .route('/', myRoutes)
  .route('/', institutionRoutes)
  .route('/', memberRoutes)
  .route('/', labRoutes)
  .route('/', accountRoutes)
