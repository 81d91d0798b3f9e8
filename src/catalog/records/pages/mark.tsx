import { Icon } from '../../../web/components/icon.tsx'
import type { Kind } from '../model/record.ts'

/** The sign of its kind, for a record without a picture: it says nothing that the record does not. */
export const EmptyPicture = ({ kind }: { kind: Kind }) => (
  <span class={`empty-picture kind-${kind}`} aria-hidden="true">
    <Icon name={kind} />
  </span>
)
