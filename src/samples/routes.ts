import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { boxRoutes } from './boxes/pages.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>().route('/', boxRoutes)
