import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { accessPages } from './access/pages/access.tsx'
import { downloadPages } from './downloads/pages/download.tsx'
import { fileForms } from './files/routes.ts'
import { fixityPages } from './fixity/pages.tsx'
import { reviewPages } from './reviewers/pages/review.tsx'
import { uploadPages } from './sending/pages/upload.tsx'
import { storagePages } from './storage/pages.tsx'
import { uploadForms } from './uploads/routes.ts'
import { changesPages } from './versions/pages/changes.tsx'
import { versionEndings } from './versions/pages/version.tsx'
import { versionsPages } from './versions/pages/versions.tsx'
import { versionForms } from './versions/routes.ts'

/** The pages of datasets besides their records. */
export const datasetPages = new Hono<Env>()
  .route('/', versionForms)
  .route('/', versionsPages)
  .route('/', versionEndings.pages)
  .route('/', changesPages)
  .route('/', fileForms)
  .route('/', downloadPages)
  .route('/', accessPages)
  .route('/', reviewPages)
  .route('/', fixityPages)
  .route('/', storagePages)
  .route('/', uploadForms)
  .route('/', uploadPages)
