import { peoplePaths } from '../../../people/words/paths.ts'
import { item } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { hostedColumns } from '../../directory/pages/facts.tsx'
import { codedBriefly, countriesOf } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import { infrastructureNames, sourceNames, typeNames } from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import { collectionsOfBiobank, getBiobank, searchBiobanks } from '../actions.ts'
import { BiobankAnswer, biobankFilter, biobankForm, HostedAnswer } from '../model.ts'
import { biobankWords as words } from '../words.ts'

export const tag = 'biobanks'
const { labels } = biobankForm

export const biobanks = list({
  path: '/biobanks',
  tag,
  summary: 'Open biobanks in order of name, narrowed by what they and their collections have',
  title: words.all,
  empty: { title: words.none, text: directoryWords.noneHint },
  item: BiobankAnswer,
  filters: biobankFilter,
  query: searchBiobanks,
  columns: {
    name: {
      label: labels.name,
      text: ({ name }) => name,
      href: ({ id }) => samplePaths.biobank(id),
    },
    acronym: { label: labels.acronym, text: ({ acronym }) => acronym },
    institution: {
      label: labels.institution,
      text: ({ institution }) => institution.name,
      href: ({ institution }) => peoplePaths.institution(institution.id),
    },
    country: { label: labels.country, text: ({ country }) => countriesOf(country) },
    collections: { label: directoryWords.collections, number: ({ collections }) => collections },
    sources: {
      label: directoryWords.source,
      text: ({ sampleSources }) => codedBriefly(sourceNames, sampleSources),
    },
    types: {
      label: directoryWords.types,
      text: ({ sampleTypes }) => codedBriefly(typeNames, sampleTypes),
    },
    infrastructure: {
      label: labels.infrastructure,
      text: ({ infrastructure }) => codedBriefly(infrastructureNames, infrastructure),
    },
  },
})

export const biobank = item({
  path: '/biobanks/:id',
  tag,
  summary: 'Read a biobank (MIABIS-BIOBANK-01 to 12)',
  schema: BiobankAnswer,
  read: (ctx, { id }) => getBiobank(ctx, id),
})

export const collections = list({
  path: '/biobanks/:id/collections',
  tag,
  summary: 'Collections of a biobank that you may see, in order of title',
  title: directoryWords.collections,
  empty: { title: directoryWords.noCollections },
  item: HostedAnswer,
  filters: noFilters,
  query: collectionsOfBiobank,
  columns: hostedColumns,
})
