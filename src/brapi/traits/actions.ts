import { categories } from '../../germplasm/traits/model.ts'
import type { Lang } from '../../core/text.ts'
import { resource, wholeResource } from '../calls/actions.ts'
import type { Answer } from '../calls/model.ts'
import type { VariableRow } from './model.ts'
import { ontologySource, variableSource } from './queries.ts'
import { attributeOf, methodOf, ontologyOf, scaleOf, traitOf, variableOf } from './rules.ts'

type Called = { path: string; id: string; isSearched?: boolean }

/** One of the five things that a trait of ours is in BrAPI. */
const ofTraits = (called: Called, show: (row: VariableRow, lang: Lang) => Answer) =>
  resource({
    ...called,
    source: variableSource,
    show: (rows, { lang }) => rows.map((row) => show(row, lang)),
  })

export const variables = ofTraits(
  { path: '/variables', id: 'observationVariableDbId', isSearched: true },
  variableOf,
)
export const attributes = ofTraits(
  { path: '/attributes', id: 'attributeDbId', isSearched: true },
  attributeOf,
)
export const traits = ofTraits({ path: '/traits', id: 'traitDbId' }, traitOf)
export const methods = ofTraits({ path: '/methods', id: 'methodDbId' }, methodOf)
export const scales = ofTraits({ path: '/scales', id: 'scaleDbId' }, scaleOf)

export const ontologies = resource({
  path: '/ontologies',
  id: 'ontologyDbId',
  source: ontologySource,
  show: (rows) => rows.map(ontologyOf),
})

export const attributeCategories = wholeResource({
  path: '/attributes/categories',
  all: () => Promise.resolve(categories),
})
