import { identifiersSection } from './catalog/identifiers/pages.tsx'
import { accessionSections } from './germplasm/pages.ts'
import { stepForm } from './germplasm/introductions/model.ts'
import { pedigreeFieldNames } from './germplasm/pedigree/words.ts'
import { bookingSection, rulesSection } from './bookings/bookings/pages/instrument-sections.tsx'
import { ratesLink } from './charges/words/paths.ts'
import { ratesSection } from './charges/rates/pages/rates.tsx'
import { documentsSection } from './files/documents/pages.tsx'
import { recordGallery } from './files/pictures/pages/pictures.tsx'
import { pictureFieldNames } from './files/pictures/words.ts'
import { upkeepLink } from './upkeep/words/paths.ts'
import { downloadSection } from './datasets/downloads/pages/section.tsx'
import { usageSection } from './datasets/usage/pages/section.tsx'
import { filesSection } from './datasets/versions/pages/section.tsx'
import { depositSection } from './deposits/packages/pages/package.tsx'
import { citeSection } from './exchange/landing/pages/cite.tsx'
import { machineHead } from './exchange/landing/pages/head.tsx'
import { formatsOf } from './exchange/landing/routes.ts'
import { checkPassport } from './germplasm/quality/actions.ts'
import { qualitySection } from './germplasm/quality/pages/section.tsx'
import { characterisationSection } from './germplasm/observations/pages/observations.tsx'
import { accessionViabilitySection } from './germplasm/viability/pages/accession.tsx'
import { impactSection } from './requests/reports/pages/impact.tsx'
import {
  instrumentAct,
  instrumentMain,
  wayAccess,
  wayAct,
  wayTerms,
} from './requests/ways/pages.tsx'
import { coverageSection } from './previews/pages/coverage.tsx'
import { stockSection } from './stock/lots/pages/section.tsx'
import { biobankSection, replacedByBiobank } from './samples/biobanks/pages/host.tsx'
import { factsSection } from './samples/facts/pages/facts.tsx'
import { samplesSection } from './samples/samples/pages/section.tsx'
import { useSection } from './reports/use/pages/use-charts.tsx'

/** What areas add to the pages of records: pictures, citations, and sections of each kind. */
export const recordExtension = {
  gallery: recordGallery,
  always: [identifiersSection],
  cite: citeSection,
  head: machineHead,
  formatsOf,
  historyLabels: { ...pictureFieldNames, ...pedigreeFieldNames, ...stepForm.labels },
  kinds: {
    instrument: {
      access: wayAccess,
      act: instrumentAct,
      main: instrumentMain(bookingSection([ratesLink, upkeepLink])),
      picturesBelow: true,
      sections: [wayTerms, rulesSection, ratesSection, useSection, documentsSection],
      draftSections: [documentsSection],
    },
    dataset: {
      access: wayAccess,
      act: wayAct(downloadSection),
      sections: [
        wayTerms,
        citeSection,
        filesSection,
        coverageSection,
        usageSection,
        impactSection,
        depositSection,
      ],
      citesAbove: true,
      placesAbove: true,
      draftSections: [depositSection, filesSection, coverageSection],
    },
    accession: {
      access: wayAccess,
      act: wayAct(),
      checks: checkPassport,
      sections: [
        wayTerms,
        stockSection,
        ...accessionSections.sections,
        accessionViabilitySection,
        characterisationSection,
        qualitySection,
        impactSection,
      ],
      draftSections: [stockSection, ...accessionSections.draftSections, qualitySection],
    },
    collection: {
      access: wayAccess,
      act: wayAct(),
      replaced: replacedByBiobank,
      sections: [wayTerms, samplesSection, factsSection, biobankSection, impactSection],
      draftSections: [samplesSection, factsSection, biobankSection],
    },
  },
}
