import type { LocalText } from '../../../core/text.ts'
import type { Columns } from '../../../web/columns.tsx'
import { item } from '../../../web/item.ts'
import { list, noFilters } from '../../../web/list.tsx'
import { paths } from '../../../web/paths.ts'
import { columnWords } from '../../../web/words.ts'
import { Remove } from '../../directory/pages/picker.tsx'
import { directoryWords } from '../../directory/words.ts'
import { codedBriefly, countriesOf } from '../../directory/rules.ts'
import { networkTypeNames } from '../../words/codes.ts'
import { entriesIn } from '../../directory/model.ts'
import { samplePaths } from '../../words/paths.ts'
import { getNetwork, membersOfNetwork, type NetworkRow, searchNetworks } from '../actions.ts'
import {
  MemberAnswer,
  type MemberKind,
  NetworkAnswer,
  networkFilter,
  networkForm,
} from '../model.ts'
import { memberKindNames, networkWords as words, statusNames } from '../words.ts'

export const tag = 'networks'
const { labels } = networkForm

/** What is kept as a text is a list in JSON. */
const answerOf = (row: NetworkRow) => ({
  ...row,
  countries: entriesIn(row.countries, ' '),
  otherMembers: entriesIn(row.otherMembers),
})

export const networks = list({
  path: '/networks',
  tag,
  summary: 'Open networks of biobanks, in order of name',
  title: words.all,
  empty: { title: words.none, text: directoryWords.noneHint },
  item: NetworkAnswer,
  filters: networkFilter,
  query: async (ctx, asked) => {
    const { items, ...rest } = await searchNetworks(ctx, asked)
    return { ...rest, items: items.map(answerOf) }
  },
  columns: {
    name: {
      label: labels.name,
      text: ({ name }) => name,
      href: ({ id }) => samplePaths.network(id),
    },
    acronym: { label: labels.acronym, text: ({ acronym }) => acronym },
    juristicPerson: { label: labels.juristicPerson, text: ({ juristicPerson }) => juristicPerson },
    types: { label: labels.types, text: ({ types }) => codedBriefly(networkTypeNames, types) },
    countries: {
      label: labels.countries,
      text: ({ countries }) => countriesOf(countries.join(' ')),
    },
    members: { label: words.memberCount, number: ({ members }) => members },
    status: { label: labels.status, text: ({ status }) => statusNames[status] },
  },
})

export const network = item({
  path: '/networks/:id',
  tag,
  summary: 'Read a network of biobanks (MIABIS-NETWORK-01 to 12)',
  schema: NetworkAnswer,
  read: async (ctx, { id }) => answerOf(await getNetwork(ctx, id)),
})

const hrefs: Readonly<Record<MemberKind, (id: string) => string>> = {
  biobank: samplePaths.biobank,
  collection: paths.record,
  research_resource: samplePaths.resource,
}

type Member = {
  id: string
  kind: MemberKind
  name: LocalText
  network: string
  isKept: boolean
}
const columns: Columns<Member> = {
  name: { label: words.member, text: ({ name }) => name, href: ({ kind, id }) => hrefs[kind](id) },
  kind: { label: words.kind, text: ({ kind }) => memberKindNames[kind] },
  action: {
    label: columnWords.action,
    cell: ({ network: at, id, name, isKept }) =>
      isKept && <Remove action={`${samplePaths.network(at)}/members/${id}/removal`} name={name} />,
  },
}

export const members = list({
  path: '/networks/:id/members',
  tag,
  summary: 'Members of a network that you may see, in order of name',
  title: words.members,
  empty: { title: words.noMembers },
  item: MemberAnswer,
  filters: noFilters,
  query: membersOfNetwork,
  columns,
})
