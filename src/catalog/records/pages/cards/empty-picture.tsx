import type { Kind } from '../../model/record.ts'
import { drawings } from './drawings.ts'

type Props = {
  id: string
  kind: Kind
  /** All of it on its ground, for a frame much wider than high; else it fills its frame. */
  whole?: boolean
}

/** A quiet drawing of the kind for a record without a picture; the same record always gets the same one. */
export function EmptyPicture({ id, kind, whole }: Props) {
  return (
    <svg
      class={`empty-picture kind-${kind}`}
      viewBox="0 0 320 240"
      preserveAspectRatio={whole ? 'xMidYMid meet' : 'xMidYMid slice'}
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawings[kind](id).map(({ d, width, opacity, fill }) => (
        <path
          d={d}
          stroke-width={fill ? undefined : width}
          stroke-opacity={fill ? undefined : opacity}
          fill={fill ? 'currentColor' : undefined}
          fill-opacity={fill ? opacity : undefined}
          stroke={fill ? 'none' : undefined}
        />
      ))}
    </svg>
  )
}
