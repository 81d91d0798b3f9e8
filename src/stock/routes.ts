import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { climateRoutes } from './climate/pages/climate.tsx'
import { duplicateRoutes } from './duplicates/pages.tsx'
import { lotListRoutes } from './lots/pages/list.tsx'
import { lotSurfaces } from './lots/pages/lot.tsx'
import { availability } from './lots/pages/section.tsx'
import { moveRoutes } from './moves/pages.tsx'
import { pickRoutes } from './picks/pages.tsx'
import { placeRoutes } from './places/pages.tsx'

/** Everything that programs ask of stock. */
export const stockRoutes = new Hono<Env>()
  .route('/', lotListRoutes)
  .route('/', lotSurfaces().api)
  .route('/', moveRoutes)
  .route('/', placeRoutes)
  .route('/', pickRoutes)
  .route('/', duplicateRoutes)
  .route('/', climateRoutes)
  .route('/', availability.api)
