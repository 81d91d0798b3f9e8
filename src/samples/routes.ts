import { Hono } from 'hono'
import type { Env } from '../web/env.ts'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>()
