import { Button } from '../../web/components/button.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { useText } from '../../web/lang.tsx'
import { labWords as words } from '../labs/words.ts'

type Props = { action: string; sought: string | undefined; hasMore: boolean }

/** Narrows the lists of labs of a page, where there are more labs than a list offers. */
export function FindLabs({ action, sought = '', hasMore }: Props) {
  const t = useText()
  if (!hasMore && sought === '') return <></>
  return (
    <hexi-find-labs data-found={t(words.found)}>
      <form class="filters" method="get" action={action}>
        <FormField
          type="search"
          name="labs"
          label={words.find}
          hint={words.findHint}
          value={sought}
          maxLength={200}
        />
        <Button look="plain" text={words.search} />
      </form>
      <span class="unseen" role="status"></span>
    </hexi-find-labs>
  )
}
