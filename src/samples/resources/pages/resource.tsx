import { keptPages } from '../../directory/pages/kept.tsx'
import { type Context as HonoContext } from 'hono'
import type { Text } from '../../../core/text.ts'
import { institutionChoices } from '../../../people/pages/choices.ts'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { collectionsWay, fact, linesOf } from '../../directory/pages/facts.tsx'
import { Picker } from '../../directory/pages/picker.tsx'
import { choicesIn, coded } from '../../directory/rules.ts'
import { directoryWords } from '../../directory/words.ts'
import {
  ageUnitNames,
  criteriaNames,
  datasetTypeNames,
  designNames,
  settingNames,
  sexNames,
  sourceNames,
  temperatureNames,
  typeNames,
  useConditionNames,
} from '../../words/codes.ts'
import { samplePaths } from '../../words/paths.ts'
import {
  addCollection,
  createResource,
  editResource,
  findCollections,
  getResource,
  removeCollection,
  type ResourceRow,
} from '../actions.ts'
import { memberForm, resourceEdit, resourceForm } from '../model.ts'
import { statusNames } from '../../networks/words.ts'
import { resourceWords as words } from '../words.ts'
import { collections, resource, resources, tag } from './surfaces.tsx'

const { labels } = resourceForm

const { addition, edit, own } = keptPages({
  entity: 'research_resource',
  path: samplePaths.resources,
  tag,
  one: 'a research resource',
  words,
  form: resourceForm,
  change: resourceEdit,
  item: resource,
  get: getResource,
  create: createResource,
  edit: editResource,
  opens: (institution) => resourceForm.open({ status: 'active', institution }),
  async list(c) {
    const institution = await institutionChoices(c.var.ctx)
    return resources.view(c, { choices: { institution, type: choicesIn(typeNames) } })
  },
  shown: async (c, row, isKept) => ({
    main: (
      <>
        <Section title={directoryWords.collections} id="collections">
          {await collections.view(c, { of: { id: row.id } })}
        </Section>
        {isKept && (await picker(c, row))}
      </>
    ),
    facts: factsOf(row),
    way: collectionsWay(row.collections),
  }),
})

const addingMember = write({
  path: '/research-resources/:id/collections',
  tag,
  summary: 'Add a public collection to a research resource',
  refuses: [404, 409],
  form: memberForm,
  does: (ctx, input, { id }) => addCollection(ctx, input, id),
  flash: () => directoryWords.added,
  next: ({ id }) => samplePaths.resource(id),
})

const removal = write({
  path: '/research-resources/:id/collections/:collection',
  method: 'delete',
  tag,
  summary: 'Take a collection out of a research resource',
  does: (ctx, _, key) => removeCollection(ctx, key),
  at: `/research-resources/:id/collections/:collection/removal`,
  flash: () => directoryWords.removed,
  next: ({ id }) => samplePaths.resource(id),
})

/** Research resources are public, their collections as far as the reader may see them. */
export const { api: resourceRoutes, pages: resourcePages } = surfaces(
  resources,
  addition,
  resource,
  edit,
  collections,
  addingMember,
  removal,
  own,
)

async function picker(c: HonoContext<Env>, { id }: ResourceRow) {
  const sought = (c.req.query('find') ?? '').trim().slice(0, 200)
  const found =
    sought === '' ? [] : await findCollections(c.var.ctx, { resource: id, words: sought })
  return (
    <Picker
      title={words.addCollection}
      sought={sought}
      action={`${samplePaths.resource(id)}/collections`}
      found={found.map((one) => ({
        id: one.id,
        name: one.title,
        fields: { collection: one.id },
      }))}
    />
  )
}

const factsOf = (row: ResourceRow) => [
  ...fact(labels.sampleSource, coded(sourceNames, [row.sampleSource])),
  ...fact(labels.sampleTypes, coded(typeNames, row.sampleTypes)),
  ...fact(labels.storageTemperatures, coded(temperatureNames, row.storageTemperatures)),
  ...fact(labels.datasetTypes, coded(datasetTypeNames, row.datasetTypes)),
  ...fact(labels.subjectsTotal, row.subjectsTotal?.toString() ?? null),
  ...fact(labels.sex, coded(sexNames, row.sex)),
  ...fact(labels.ageLow, ageText(row.ageLow, row.ageLowUnit)),
  ...fact(labels.ageHigh, ageText(row.ageHigh, row.ageHighUnit)),
  ...fact(labels.diseases, linesOf(row.diseases)),
  ...fact(labels.inclusionCriteria, coded(criteriaNames, row.inclusionCriteria)),
  ...fact(labels.design, coded(designNames, row.design)),
  ...fact(labels.setting, coded(settingNames, row.setting)),
  ...fact(labels.useConditions, coded(useConditionNames, row.useConditions)),
  ...fact(labels.status, row.status && statusNames[row.status]),
  ...fact(labels.publications, linesOf(row.publications)),
]

function ageText(age: number | null, unit: string | null): Text | null {
  const name = ageUnitNames[unit ?? '']
  return age === null || !name
    ? null
    : { zh: `${age} ${name.zh}`, en: `${age} ${name.en.toLowerCase()}` }
}
