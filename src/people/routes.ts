import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { labRoutes } from './labs/pages.tsx'
import { institutionRoutes } from './institutions/routes/institutions.ts'
import { memberRoutes } from './institutions/routes/members.ts'
import { myRoutes } from './accounts/routes/me.ts'
import { accountRoutes } from './accounts/routes/people.ts'

/** Everything about people under `/api/v1`. */
export const peopleRoutes = new Hono<Env>()
  .route('/', myRoutes)
  .route('/', institutionRoutes)
  .route('/', memberRoutes)
  .route('/', labRoutes)
  .route('/', accountRoutes)
