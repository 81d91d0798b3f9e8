import type { Context as HonoContext } from 'hono'
import { stockPaths } from '../../../stock/words/paths.ts'
import type { Env } from '../../../web/env.ts'
import { ActButton } from '../../../web/forms.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { columnWords } from '../../../web/words.ts'
import { stateNames } from '../../words/common.ts'
import { samplePaths } from '../../words/paths.ts'
import { samplesAt } from '../actions/wells.ts'
import { StoredAnswer } from '../model.ts'
import { boxPageWords as words } from '../words/page.ts'

/** Samples that are directly in a place, for containers without wells. */
export const contents = list({
  path: '/places/:id/samples',
  tag: 'samples',
  summary: 'Samples that are in a place itself, of collections whose staff you are',
  refuses: [401],
  title: words.container,
  empty: { title: words.nothingInside },
  item: StoredAnswer,
  filters: noFilters,
  query: samplesAt,
  columns: {
    code: {
      label: words.code,
      code: ({ code }) => code,
      href: ({ id }) => samplePaths.sample(id),
    },
    well: { label: words.well, code: ({ well }) => well },
    type: { label: words.type, code: ({ type }) => type },
    state: {
      label: columnWords.state,
      text: ({ state, isKept }) => (isKept ? words.keptLong : stateNames[state]),
    },
    action: {
      label: columnWords.action,
      cell: ({ code, placeId }) => (
        <ActButton
          {...{ action: `${stockPaths.place(placeId)}/takings`, text: words.takeOut }}
          fields={{ code }}
        />
      ),
    },
  },
})

export const Contents = async ({ c, id }: { c: HonoContext<Env>; id: string }) =>
  contents.view(c, { of: { id }, cursor: 'inside' })
