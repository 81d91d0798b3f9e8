import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { scanRoutes } from './scans/pages.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>().route('/', scanRoutes)
