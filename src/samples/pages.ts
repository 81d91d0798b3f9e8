import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { scanPages } from './scans/pages.tsx'

/** The pages of biobanks. */
export const samplePages = new Hono<Env>().route('/', scanPages)
