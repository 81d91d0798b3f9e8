import { recordsAmong } from '../../../catalog/exports/actions.ts'
import type { FoundRecord } from '../../../catalog/exports/model.ts'
import { codeLists } from '../../../catalog/records/actions/create.ts'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { pedigreeOf } from '../../../germplasm/pedigree/actions.ts'
import { most } from '../../../germplasm/pedigree/model.ts'
import { getOf, type Resource, resource, wholeResource } from '../../calls/actions.ts'
import type { Answer, Asked } from '../../calls/model.ts'
import { callWords } from '../../calls/words.ts'
import { childrenOf, germplasmSource, listCrops, parentsOf, pedigreeSource } from '../queries.ts'
import {
  type Around,
  type Facts,
  germplasmOf,
  germplasmVocabularies,
  mcpdOf,
  nodeOf,
  type Family,
} from '../rules/show.ts'
import type { Relative } from '../model.ts'

const factsOf = async (ctx: Context): Promise<Facts> => ({
  lang: ctx.lang,
  baseUrl: ctx.baseUrl,
  labels: await codeLists(ctx, germplasmVocabularies),
})

/** The records of a page, as the caller may see them: protected sites to a degree. */
async function recordsOf(ctx: Context, rows: readonly { id: string }[]): Promise<FoundRecord[]> {
  const ids = rows.map(({ id }) => id)
  const found = new Map((await recordsAmong(ctx, ids)).map((record) => [record.id, record]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export const germplasm = resource({
  path: '/germplasm',
  id: 'germplasmDbId',
  isSearched: true,
  source: germplasmSource,
  show: async (rows, ctx) => {
    const [records, facts] = await Promise.all([recordsOf(ctx, rows), factsOf(ctx)])
    return records.map((record) => germplasmOf(record, facts))
  },
})

/** The record of a germplasm that the caller finds. */
async function getGermplasm(ctx: Context, id: string): Promise<FoundRecord> {
  const row = await getOf(ctx, { source: germplasmSource, id: 'germplasmDbId' }, id)
  const [record] = await recordsOf(ctx, [row])
  // Withdrawn between the two questions.
  if (!record) throw new Problem('not-found', callWords.notFound('germplasmDbId'))
  return record
}

/** A germplasm as it is shown to who asks. */
export async function getShown(ctx: Context, id: string): Promise<Answer> {
  const record = await getGermplasm(ctx, id)
  return germplasmOf(record, await factsOf(ctx))
}

export async function getMcpd(ctx: Context, id: string) {
  const record = await getGermplasm(ctx, id)
  return mcpdOf(record, await factsOf(ctx))
}

const isTrue = ({ filters }: Asked, name: string) => filters.get(name)?.[0] === 'true'

/** BrAPI: parents are there unless they are not wanted; siblings and progeny where they are. */
const aroundOf = (asked: Asked): Around => ({
  parents: asked.filters.get('includeParents')?.[0] !== 'false',
  siblings: isTrue(asked, 'includeSiblings'),
  progeny: isTrue(asked, 'includeProgeny'),
})

const nodes = resource({
  path: '/pedigree',
  isSearched: true,
  source: pedigreeSource,
  show: async (rows, ctx, asked) => {
    const [records, facts] = await Promise.all([recordsOf(ctx, rows), factsOf(ctx)])
    const around = aroundOf(asked)
    const family = await familiesOf(
      ctx,
      records.map(({ id }) => id),
      around,
    )
    return records.map((record) => nodeOf(record, { ...family(record.id), around }, facts))
  },
})

/**
 * Nodes of pedigrees; with a depth, those up and down from the ones that are named by their ids as well. Depth 1 is the
 * node with its own relatives.
 */
export const pedigree: Resource = {
  ...nodes,
  list: async (ctx, asked) => nodes.list(ctx, await withTree(ctx, asked)),
}

/** Accessions whose trees are followed at once. */
const mostTrees = 20

async function withTree(ctx: Context, asked: Asked): Promise<Asked> {
  const ids = asked.filters.get('germplasmDbId') ?? []
  const [up, down] = ['pedigreeDepth', 'progenyDepth'].map((name) => depthIn(asked, name))
  if (ids.length === 0 || ids.length > mostTrees || (!up && !down)) return asked
  const trees = await Promise.all(
    ids.map((id) => treeOf(ctx, id, { up: up ?? 0, down: down ?? 0 })),
  )
  const filters = new Map(asked.filters).set('germplasmDbId', [...new Set(trees.flat())])
  return { ...asked, filters }
}

const depthIn = (asked: Asked, name: string): number =>
  isTrue(asked, 'includeFullTree')
    ? most.generations + 1
    : Math.min(Number(asked.filters.get(name)?.[0]) || 0, most.generations)

async function treeOf(
  ctx: Context,
  id: string,
  { up, down }: { up: number; down: number },
): Promise<string[]> {
  try {
    const { ancestors, progeny } = await pedigreeOf(ctx, id)
    return [
      id,
      ...ancestors.flatMap(({ parent, depth }) => (parent && depth < up ? [parent.id] : [])),
      ...progeny.flatMap(({ child, depth }) => (depth < down ? [child.id] : [])),
    ]
  } catch (error) {
    // A filter by what nobody may know of finds nothing.
    if (error instanceof Problem && error.kind === 'not-found') return []
    throw error
  }
}

const byWhose = (relatives: readonly Relative[]) => Map.groupBy(relatives, ({ ofId }) => ofId)

/** Relatives of several, in a query for each kind of them. */
async function familiesOf(ctx: Context, ids: readonly string[], around: Around) {
  const { db, actor } = ctx
  const parents = await parentsOf(db, actor, ids)
  const parentIds = [...new Set(parents.flatMap(({ id }) => id ?? []))]
  const [progeny, siblings] = await Promise.all([
    around.progeny ? childrenOf(db, actor, ids) : [],
    around.siblings ? childrenOf(db, actor, parentIds) : [],
  ])
  const [parentsBy, progenyBy, siblingsBy] = [byWhose(parents), byWhose(progeny), byWhose(siblings)]
  return (id: string): Family => {
    const own = parentsBy.get(id) ?? []
    const ofParents = own.flatMap((parent) => siblingsBy.get(parent.id ?? '') ?? [])
    return { parents: own, progeny: progenyBy.get(id) ?? [], siblings: ofParents }
  }
}

/** What `/pedigree` says of one, also where it has no relatives. */
async function getNode(ctx: Context, id: string, around: Around) {
  const record = await getGermplasm(ctx, id)
  const [family, facts] = await Promise.all([familiesOf(ctx, [id], around), factsOf(ctx)])
  return nodeOf(record, { ...family(record.id), around }, facts)
}

/** The call that `/pedigree` replaces. */
export async function getPedigree(ctx: Context, id: string, withSiblings: boolean) {
  const node = await getNode(ctx, id, { parents: true, siblings: withSiblings, progeny: false })
  const { germplasmDbId, germplasmName, crossingYear, parents, siblings, pedigreeString } = node
  return {
    germplasmDbId,
    germplasmName,
    crossingYear,
    parents,
    ...(withSiblings && { siblings }),
    pedigree: pedigreeString,
  }
}

/** The same downwards. */
export async function getProgeny(ctx: Context, id: string) {
  const node = await getNode(ctx, id, { parents: false, siblings: false, progeny: true })
  const { germplasmDbId, germplasmName, progeny } = node
  return { germplasmDbId, germplasmName, progeny }
}

/** Names of species groups. */
export const crops = wholeResource({
  path: '/commoncropnames',
  all: ({ db, actor, lang }) => listCrops(db, actor, lang),
})

/** How an accession was crossed: the terms of a vocabulary. */
export const breedingMethods = wholeResource({
  path: '/breedingmethods',
  id: 'breedingMethodDbId',
  all: methodsOf,
})

async function methodsOf(ctx: Context) {
  const terms = await currentTerms(ctx, 'cross_type')
  return terms.map(({ code, label }) => ({
    breedingMethodDbId: code,
    breedingMethodName: label[ctx.lang],
    abbreviation: code,
    description: label[ctx.lang],
  }))
}
