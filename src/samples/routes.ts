import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { withdrawalRoutes } from './withdrawals/pages.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>().route('/', withdrawalRoutes)
