import { type ImageSize, imageSizes } from '../../core/ports.ts'
import type { LocalText } from '../../core/text.ts'
import { useText, Local } from '../lang.tsx'
import { paths } from '../paths.ts'
import { partWords } from '../words.ts'
import { Icon } from './icon.tsx'

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

export type GalleryImage = Image & {
  caption?: LocalText | undefined
  credit?: string | null | undefined
  licence?: string | null | undefined
  /** How the picture differs from its original. */
  note?: LocalText | undefined
}

/** Large pictures in a strip that scrolls sideways, and their thumbnails; works by touch, keys and links. */
export function Gallery({ images }: { images: readonly GalleryImage[] }) {
  const several = images.length > 1
  return (
    <hexi-gallery>
      <div class="gallery">
        <ul class="gallery-strip">
          {images.map((image, index) => (
            <Slide image={image} index={index} />
          ))}
        </ul>
        {several && (
          <ul class="gallery-thumbs">
            {images.map((image, index) => (
              <Thumb image={image} index={index} of={images.length} />
            ))}
          </ul>
        )}
        <Lightbox several={several} />
      </div>
    </hexi-gallery>
  )
}

function Slide({ image, index }: { image: GalleryImage; index: number }) {
  const t = useText()
  const { caption, credit, licence, note } = image
  return (
    <li id={`picture-${index + 1}`}>
      <figure>
        <a class="gallery-view" href={image.address ?? paths.image(image.id, 'large')}>
          <Picture
            image={image}
            sizes="(min-width: 60rem) 58rem, 100vw"
            {...(index === 0 && { eager: true })}
          />
          <span class="unseen">{t(partWords.enlarge)}</span>
        </a>
        <figcaption>
          {caption && <Local as="span" text={caption} />}
          {(credit ?? licence) && (
            <span class="gallery-credit">
              {[credit && `${t(partWords.credit)} ${credit}`, licence].filter(Boolean).join(' · ')}
            </span>
          )}
          {note && <Local as="span" class="quiet" text={note} />}
        </figcaption>
      </figure>
    </li>
  )
}

function Thumb({ image, index, of }: { image: GalleryImage; index: number; of: number }) {
  return (
    <li>
      <a href={`#picture-${index + 1}`} aria-current={index === 0 ? 'true' : undefined}>
        <Local as="span" class="unseen" text={partWords.picture(index + 1, of)} />
        <span class="thumb" aria-hidden="true">
          <Picture image={{ ...image, alt: { zh: '', en: '' } }} sizes="5rem" largest="small" />
        </span>
      </a>
    </li>
  )
}

/** Opened by the island; without it a picture is a link to itself. */
function Lightbox({ several }: { several: boolean }) {
  const t = useText()
  return (
    <dialog class="lightbox" aria-label={t(partWords.enlarge)}>
      <img alt="" />
      <div class="lightbox-bar">
        <p></p>
        {several && (
          <button type="button" data-step="-1" aria-label={t(partWords.previousPicture)}>
            <Icon name="previous" />
          </button>
        )}
        {several && (
          <button type="button" data-step="1" aria-label={t(partWords.nextPicture)}>
            <Icon name="next" />
          </button>
        )}
        <button type="button" data-closes aria-label={t(partWords.close)}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  )
}
