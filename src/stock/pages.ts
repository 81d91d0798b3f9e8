import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { labelPages } from './labels/pages.tsx'
import { lotListPages } from './lots/pages/list.tsx'
import { lotPages } from './lots/pages/lot.tsx'
import { movePages } from './moves/pages.tsx'
import { placePages } from './places/pages.tsx'

/** The pages on which stock is kept. */
export const stockPages = new Hono<Env>()
  .route('/', lotListPages)
  .route('/', lotPages)
  .route('/', movePages)
  .route('/', labelPages)
  .route('/', placePages)
