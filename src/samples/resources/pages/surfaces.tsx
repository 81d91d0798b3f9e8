import { item } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { columnWords } from '../../../web/words.ts'
import { HostedAnswer } from '../../biobanks/model.ts'
import { type Hosted, hostedColumns } from '../../directory/pages/facts.tsx'
import { Remove } from '../../directory/pages/picker.tsx'
import { coded, codedBriefly } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import { sourceNames, typeNames } from '../../words/codes.ts'
import { entriesIn } from '../../directory/model.ts'
import { samplePaths } from '../../words/paths.ts'
import {
  collectionsOfResource,
  getResource,
  type ResourceRow,
  searchResources,
} from '../actions.ts'
import { ResourceAnswer, resourceFilter, resourceForm } from '../model.ts'
import { resourceWords as words } from '../words.ts'

export const tag = 'research-resources'
const { labels } = resourceForm

/** What is kept as a text is a list in JSON. */
const answerOf = (row: ResourceRow) => ({
  ...row,
  diseases: entriesIn(row.diseases),
  publications: entriesIn(row.publications),
})

export const resources = list({
  path: '/research-resources',
  tag,
  summary: 'Open research resources, in order of name',
  title: words.all,
  empty: { title: words.none, text: directoryWords.noneHint },
  item: ResourceAnswer,
  filters: resourceFilter,
  query: async (ctx, asked) => {
    const { items, ...rest } = await searchResources(ctx, asked)
    return { ...rest, items: items.map(answerOf) }
  },
  columns: {
    name: {
      label: labels.name,
      text: ({ name }) => name,
      href: ({ id }) => samplePaths.resource(id),
    },
    acronym: { label: labels.acronym, text: ({ acronym }) => acronym },
    institution: { label: labels.institution, text: ({ institution }) => institution.name },
    source: {
      label: labels.sampleSource,
      text: ({ sampleSource }) => coded(sourceNames, [sampleSource]),
    },
    types: {
      label: labels.sampleTypes,
      text: ({ sampleTypes }) => codedBriefly(typeNames, sampleTypes),
    },
    subjects: { label: labels.subjectsTotal, number: ({ subjectsTotal }) => subjectsTotal },
    collections: { label: words.collectionCount, number: ({ collections }) => collections },
  },
})

export const resource = item({
  path: '/research-resources/:id',
  tag,
  summary: 'Read a research resource (MIABIS-RESEARCHRESOURCE-01 to 23)',
  schema: ResourceAnswer,
  read: async (ctx, { id }) => answerOf(await getResource(ctx, id)),
})

type Row = Hosted & { resource: string; isKept: boolean }

export const collections = list({
  path: '/research-resources/:id/collections',
  tag,
  summary: 'Collections of a research resource that you may see, in order of title',
  title: directoryWords.collections,
  empty: { title: directoryWords.noCollections },
  item: HostedAnswer,
  filters: noFilters,
  query: collectionsOfResource,
  columns: {
    ...hostedColumns,
    action: {
      label: columnWords.action,
      cell: ({ resource: at, id, title, isKept }: Row) =>
        isKept && (
          <Remove action={`${samplePaths.resource(at)}/collections/${id}/removal`} name={title} />
        ),
    },
  },
})
