import type { BaseMap } from '../../../core/config.ts'
import { Local } from '../../../web/lang.tsx'
import { mapWords as words } from '../words.ts'

/** What the map lies on: the bundled land and water, or the operator's map with its review number. */
export function BaseMapNote({ baseMap }: { baseMap: BaseMap | undefined }) {
  if (!baseMap) return <Local text={words.bundled} />
  return (
    <>
      <Local text={words.reviewNumber(baseMap.reviewNumber)} />
      {baseMap.attribution && ` · ${baseMap.attribution}`}
    </>
  )
}
