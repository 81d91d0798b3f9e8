import { keptPages } from '../../directory/pages/kept.tsx'
import { type Context as HonoContext } from 'hono'
import { institutionChoices } from '../../../people/pages/choices.ts'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { fact, linesOf } from '../../directory/pages/facts.tsx'
import { Picker } from '../../directory/pages/picker.tsx'
import { countriesOf, choicesIn, coded } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import { networkTypeNames, topicNames } from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import {
  addMember,
  createNetwork,
  editNetwork,
  findMembers,
  getNetwork,
  type NetworkRow,
  removeMember,
} from '../actions.ts'
import { memberForm, networkEdit, networkForm } from '../model.ts'
import { memberKindNames, networkWords as words, statusNames } from '../words.ts'
import { members, network, networks, tag } from './surfaces.tsx'

const { labels } = networkForm

const { addition, edit, own } = keptPages({
  entity: 'network',
  path: samplePaths.networks,
  tag,
  one: 'a network',
  words,
  form: networkForm,
  change: networkEdit,
  item: network,
  get: getNetwork,
  create: createNetwork,
  edit: editNetwork,
  opens: (institution) => networkForm.open({ countries: 'CN', status: 'active', institution }),
  async list(c) {
    const institution = await institutionChoices(c.var.ctx)
    return networks.view(c, { choices: { institution, type: choicesIn(networkTypeNames) } })
  },
  shown: async (c, row, isKept) => ({
    main: (
      <>
        <Section title={words.members} id="members">
          {await members.view(c, { of: { id: row.id } })}
        </Section>
        {isKept && (await picker(c, row))}
      </>
    ),
    facts: factsOf(row),
    way:
      row.members === 0
        ? undefined
        : { text: words.membersWay, button: words.seeMembers, href: '#members' },
  }),
})

const addingMember = write({
  path: '/networks/:id/members',
  tag,
  summary: 'Make a biobank, collection or research resource a member of a network',
  refuses: [404, 409],
  form: memberForm,
  does: (ctx, input, { id }) => addMember(ctx, input, id),
  flash: () => directoryWords.added,
  next: ({ id }) => samplePaths.network(id),
})

const removal = write({
  path: '/networks/:id/members/:member',
  method: 'delete',
  tag,
  summary: 'Take a member out of a network',
  does: (ctx, _, key) => removeMember(ctx, key),
  at: `/networks/:id/members/:member/removal`,
  flash: () => directoryWords.removed,
  next: ({ id }) => samplePaths.network(id),
})

/** Networks are public, their members as far as the reader may see them. */
export const { api: networkRoutes, pages: networkPages } = surfaces(
  networks,
  addition,
  network,
  edit,
  members,
  addingMember,
  removal,
  own,
)

async function picker(c: HonoContext<Env>, { id }: NetworkRow) {
  const sought = (c.req.query('find') ?? '').trim().slice(0, 200)
  const found = sought === '' ? [] : await findMembers(c.var.ctx, { network: id, words: sought })
  return (
    <Picker
      title={words.addMember}
      sought={sought}
      action={`${samplePaths.network(id)}/members`}
      found={found.map((one) => ({
        id: one.id,
        name: one.name,
        kind: memberKindNames[one.kind],
        fields: { kind: one.kind, member: one.id },
      }))}
    />
  )
}

const factsOf = (row: NetworkRow) => [
  ...fact(labels.juristicPerson, row.juristicPerson),
  ...fact(labels.countries, countriesOf(row.countries)),
  ...fact(labels.status, statusNames[row.status]),
  ...fact(labels.types, coded(networkTypeNames, row.types)),
  ...fact(labels.topics, coded(topicNames, row.topics)),
  ...fact(labels.otherMembers, linesOf(row.otherMembers)),
]
