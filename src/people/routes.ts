import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { labRoutes } from './labs/pages.tsx'
import { institutionRoutes } from './institutions/pages.tsx'
import { memberRoutes } from './members/pages/institutions.tsx'
import { myRoutes } from './accounts/pages/account.tsx'
import { accountRoutes } from './accounts/pages/admin.tsx'
import { tokenRoutes } from './tokens/pages.tsx'

/** Everything about people under `/api/v1`. */
export const peopleRoutes = new Hono<Env>()
  .route('/', myRoutes)
  .route('/', tokenRoutes)
  .route('/', institutionRoutes)
  .route('/', memberRoutes)
  .route('/', labRoutes)
  .route('/', accountRoutes)
