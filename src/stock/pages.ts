import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { climatePages } from './climate/pages/climate.tsx'
import { duplicatePages, duplicateSection } from './duplicates/pages.tsx'
import { labelPages } from './labels/pages.tsx'
import { lotListPages } from './lots/pages/list.tsx'
import { type LotSection, lotSurfaces } from './lots/pages/lot.tsx'
import { movePages } from './moves/pages.tsx'
import { pickPages } from './picks/pages.tsx'
import { placePages } from './places/pages.tsx'

/** The pages on which stock is kept, with what other areas say of a lot. */
export const stockPages = (extension: { lot: readonly LotSection[] }) =>
  new Hono<Env>()
    .route('/', lotListPages)
    .route('/', lotSurfaces([duplicateSection, ...extension.lot]).pages)
    .route('/', movePages)
    .route('/', labelPages)
    .route('/', pickPages)
    .route('/', placePages)
    .route('/', duplicatePages)
    .route('/', climatePages)
