import { Hono } from 'hono'
import type { Env } from '../web/env.ts'

/** The pages of biobanks. */
export const samplePages = new Hono<Env>()
