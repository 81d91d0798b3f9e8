import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { comparison } from './observations/pages/comparison.tsx'
import { traitPages } from './traits/pages/traits.tsx'
import { trialPages } from './trials/pages.tsx'

/** What germplasm banks keep besides accessions. */
export const germplasmPages = new Hono<Env>()
  .route('/', traitPages)
  .route('/', trialPages)
  .route('/', comparison.pages)
