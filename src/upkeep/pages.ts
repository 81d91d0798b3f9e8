import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { kioskPages } from './pages/kiosk.tsx'
import { labelPages } from './pages/label.tsx'
import { upkeepPages as ownUpkeepPages } from './pages/upkeep.tsx'
import { duePages } from './pages/due.tsx'
import { qualificationPages } from './pages/qualifications.tsx'
import { trainingsPages } from './pages/trainings.tsx'
import { trainingPages } from './pages/training.tsx'

/** The pages on which instruments are kept. */
export const upkeepPages = new Hono<Env>()
  .route('/', kioskPages)
  .route('/', labelPages)
  .route('/', ownUpkeepPages)
  .route('/', duePages)
  .route('/', qualificationPages)
  .route('/', trainingsPages)
  .route('/', trainingPages)
