import { ButtonLink } from '../../../web/components/button.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { requestPaths } from '../../words/paths.ts'
import { editingOf } from '../actions.ts'
import { draftWords as words } from '../words.ts'

type Props = { request: Parameters<typeof editingOf>[0] & { id: string } }

/** What the requester's side may do with a request as a whole: change it, and ask for the same again. */
export function DraftLinks({ request }: Props) {
  const isOwn = request.sides.some((side) => side === 'requester' || side === 'member')
  if (!isOwn) return <></>
  return (
    <>
      {editingOf(request) && (
        <ButtonLink dense href={requestPaths.edit(request.id)} text={words.edit} />
      )}
      <ActButton action={`${requestPaths.one(request.id)}/copy`} text={words.copy} />
    </>
  )
}
