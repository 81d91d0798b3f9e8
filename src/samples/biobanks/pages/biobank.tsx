import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Local } from '../../../web/lang.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { collectionsWay, fact } from '../../directory/pages/facts.tsx'
import { keptPages } from '../../directory/pages/kept.tsx'
import { countriesOf, coded } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import {
  bioprocessingNames,
  infrastructureNames,
  organisationNames,
  qualityNames,
} from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import { type BiobankRow, createBiobank, editBiobank, getBiobank } from '../actions.ts'
import { biobankEdit, biobankForm } from '../model.ts'
import { biobankWords as words } from '../words.ts'
import { directory } from './directory.tsx'
import { biobank, biobanks, collections, tag } from './surfaces.ts'

const { labels } = biobankForm

const { addition, edit, own } = keptPages({
  entity: 'biobank',
  path: samplePaths.biobanks,
  tag,
  one: 'a biobank',
  words,
  form: biobankForm,
  change: biobankEdit,
  item: biobank,
  get: getBiobank,
  create: createBiobank,
  edit: editBiobank,
  opens: (institution) => biobankForm.open({ country: 'CN', institution }),
  list: directory,
  shown: async (c, row) => ({
    actions: (
      <ButtonLink href={`${samplePaths.biobank(row.id)}/work`} icon="list" text={words.work} />
    ),
    main: (
      <>
        <Section title={directoryWords.collections} id="collections">
          {await collections.view(c, { of: { id: row.id } })}
        </Section>
        <Section title={words.how}>
          <Local as="p" text={words.howText} />
        </Section>
      </>
    ),
    facts: factsOf(row),
    way: collectionsWay(row.collections),
  }),
})

/** Biobanks are public, their collections as far as the reader may see them. */
export const { api: biobankRoutes, pages: biobankPages } = surfaces(
  biobanks,
  addition,
  biobank,
  edit,
  collections,
  own,
)

const factsOf = (row: BiobankRow) => [
  ...fact(labels.country, countriesOf(row.country)),
  ...fact(labels.infrastructure, coded(infrastructureNames, row.infrastructure)),
  ...fact(labels.organisation, coded(organisationNames, row.organisation)),
  ...fact(labels.bioprocessing, coded(bioprocessingNames, row.bioprocessing)),
  ...fact(labels.qualityStandards, coded(qualityNames, row.qualityStandards)),
]
