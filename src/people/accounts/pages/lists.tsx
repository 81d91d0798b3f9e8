import { Pager } from '../../../web/components/navigation.tsx'
import { withQuery } from '../../../web/paths.ts'

/** Onwards in a list that stands in order of name. */
export const Onwards = ({ here, next }: { here: string; next: string | null }) => (
  <Pager
    first={
      new URL(here, 'http://local').searchParams.has('after')
        ? withQuery(here, { after: null })
        : undefined
    }
    next={next === null ? undefined : withQuery(here, { after: next })}
  />
)
