import { issuesOf } from '../../../core/issues.ts'
import type { Issue } from '../../../core/problem.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { SearchQuery } from '../model.ts'
import type { Asked } from '../rules/results.ts'

type Understood = { asked: Asked; query: SearchQuery; wrong: readonly Issue[] }

/** What can be understood of an address. A value that is none of ours is left out: a link may be old, or cut off. */
export function understood(asked: Asked): Understood {
  const parsed = SearchQuery.safeParse(spread(asked))
  if (parsed.success) return { asked, query: parsed.data, wrong: [] }
  const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  const left = asked.filter(([name]) => !names.has(name))
  return {
    asked: left,
    query: parseOrRefuse(SearchQuery, spread(left)),
    wrong: issuesOf(parsed.error),
  }
}

const single = new Set(['q', 'exact', 'sort', 'bbox', 'polygon', 'has_image', 'view'])

function spread(asked: Asked): Record<string, string | string[]> {
  const byName = Map.groupBy(asked, ([name]) => name)
  return Object.fromEntries(
    [...byName].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value)
      return [name, single.has(name) ? (values.at(-1) ?? '') : values]
    }),
  )
}
