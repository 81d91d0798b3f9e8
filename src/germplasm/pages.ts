import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { illustrationPages, illustrationSection } from './illustrations/pages.tsx'
import { introductionPages, introductionSection } from './introductions/pages.tsx'
import { libraryPages } from './libraries/pages/libraries.tsx'
import { librarySection } from './libraries/pages/record.tsx'
import { missionPages, missionSection } from './missions/pages.tsx'
import { comparison } from './observations/pages/comparison.tsx'
import { pedigreePages, pedigreeSection } from './pedigree/pages.tsx'
import { remarksSection } from './remarks/pages.tsx'
import { taxonSection } from './taxa/pages/record.tsx'
import { taxonPages } from './taxa/pages/taxa.tsx'
import { traitPages } from './traits/pages/traits.tsx'
import { trialPages } from './trials/pages.tsx'

/** The pages of germplasm besides its records. */
export const germplasmPages = new Hono<Env>()
  .route('/', libraryPages)
  .route('/', taxonPages)
  .route('/', missionPages)
  .route('/', introductionPages)
  .route('/', pedigreePages)
  .route('/', traitPages)
  .route('/', trialPages)
  .route('/', illustrationPages)
  .route('/', comparison.pages)

/** What an accession's page shows beside its fields, published or as a draft. */
export const accessionSections = {
  sections: [
    remarksSection,
    librarySection,
    taxonSection,
    missionSection,
    pedigreeSection,
    introductionSection,
    illustrationSection,
  ],
  draftSections: [
    remarksSection,
    taxonSection,
    pedigreeSection,
    introductionSection,
    illustrationSection,
  ],
}
