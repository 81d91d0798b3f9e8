import { z } from 'zod'
import type { LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import { useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'

export const pageLimit = 50

/** What a list page of people, labs or institutions understands. */
export const ListQuery = z.object({
  q: z.string().max(200).optional(),
  after: z.string().max(500).optional(),
})

type FindProps = { action: string; label: LocalText; submit: LocalText; query: string | undefined }

/** A box that narrows a list by a word. */
export function Find({ action, label, submit, query = '' }: FindProps) {
  const t = useText()
  return (
    <form class="search" role="search" action={action}>
      <label class="unseen" for="find">
        {t(label)}
      </label>
      <input
        id="find"
        type="search"
        name="q"
        value={query}
        placeholder={t(label)}
        maxlength={200}
      />
      <Button look="quiet" dense>
        {t(submit)}
      </Button>
    </form>
  )
}

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
