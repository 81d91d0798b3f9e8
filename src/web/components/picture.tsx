import { type ImageSize, imageSizes } from '../../core/ports.ts'
import type { LocalText } from '../../core/text.ts'
import { useText } from '../lang.tsx'
import { paths } from '../paths.ts'

export type Image = {
  id: string
  /** Pixels of the original, upright. */
  width: number
  height: number
  /** Dominant colour, shown until the picture is there. */
  colour: string | null
  alt: LocalText
  /** Where a drawing is that has no sizes; unset: the catalogue's own picture of this id. */
  address?: string
}

type Props = {
  image: Image
  /** How wide it stands, as `<img sizes>` says it. */
  sizes: string
  /** The first picture that is seen is not lazy. */
  eager?: boolean
  largest?: ImageSize
}

/** A picture in the best format and size for the screen; its place is kept, nothing jumps. */
export function Picture({ image, sizes, eager, largest = 'large' }: Props) {
  const t = useText()
  const widths = image.address ? [] : widthsOf(image, largest)
  const srcset = widths.map(({ size, width }) => `${paths.image(image.id, size)} ${width}w`)
  return (
    <span class="picture">
      {image.colour && (
        <svg class="picture-ground" aria-hidden="true">
          <rect width="100%" height="100%" fill={image.colour} />
        </svg>
      )}
      <img
        src={image.address ?? paths.image(image.id, largest)}
        {...(srcset.length > 0 && { srcset: srcset.join(', '), sizes })}
        width={image.width}
        height={image.height}
        alt={t(image.alt)}
        loading={eager ? 'eager' : 'lazy'}
        decoding={eager ? 'auto' : 'async'}
        fetchpriority={eager ? 'high' : undefined}
      />
    </span>
  )
}

/** A size is a square that the picture is fitted into and never enlarged for: above its own size there are no others. */
function widthsOf({ width, height }: Image, largest: ImageSize) {
  const edge = Math.max(width, height)
  const enough = sizeNames.find((size) => imageSizes[size] >= edge) ?? largest
  const most = Math.min(imageSizes[largest], imageSizes[enough])
  return sizeNames
    .filter((size) => imageSizes[size] <= most)
    .map((size) => ({
      size,
      width: Math.round(width * Math.min(1, imageSizes[size] / edge)),
    }))
}

const sizeNames = ['thumb', 'small', 'medium', 'large'] as const satisfies readonly ImageSize[]
