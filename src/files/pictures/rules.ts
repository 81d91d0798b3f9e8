import {
  type ImageFormat,
  imageSizes,
  type ImageSize,
  type Impression,
  type Levels,
  type PictureRefusal,
} from '../../core/ports.ts'
import { Problem, type ProblemKind } from '../../core/problem.ts'
import type { LocalText } from '../../core/text.ts'
import type { PictureShown } from './model.ts'
import { galleryWords, pictureWords } from './words.ts'

const kindOfRefusal = {
  empty: 'invalid',
  heic: 'unsupported',
  svg_or_html: 'unsupported',
  unknown_format: 'unsupported',
  too_many_pixels: 'invalid',
  too_much_memory: 'invalid',
  not_displayable: 'unsupported',
  damaged: 'invalid',
} as const satisfies Record<PictureRefusal, ProblemKind>

/** A file that is no picture, as the refusal that its sender reads. */
export function pictureProblem(refused: PictureRefusal): Problem {
  const message = pictureWords[refused]
  return new Problem(kindOfRefusal[refused], message, {
    code: refused,
    issues: [{ path: 'file', message }],
  })
}

/**
 * The format for a browser that said what it takes: the best of those it names, by its own weights and then by ours.
 * Wildcards do not count, because browsers that cannot show AVIF send them too: those get JPEG.
 */
export function formatFor(accepted: readonly { type: string; q: number }[]): ImageFormat {
  const weightOf = (format: ImageFormat) =>
    accepted.find(({ type }) => type.toLowerCase() === `image/${format}`)?.q ?? 0
  const best = byQuality.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? 'jpeg'
  return weightOf(best) > 0 ? best : 'jpeg'
}

/** Smallest for the same picture first. */
const byQuality = ['avif', 'webp', 'jpeg'] as const satisfies readonly ImageFormat[]

/** The same ids with one of them at another place; beyond the end is the end. */
export function moved(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((each) => each !== id)
  return [...others.slice(0, position), id, ...others.slice(position)]
}

/** As a gallery shows them: the main one first; a picture without a caption is called as its record is. */
export const galleryOf = <
  Picture extends { main: boolean; caption: LocalText; levels: Levels | null },
>(
  title: LocalText,
  pictures: readonly Picture[],
) =>
  pictures
    .toSorted((a, b) => Number(b.main) - Number(a.main))
    .map((picture) => {
      const isNamed = picture.caption.zh !== null || picture.caption.en !== null
      return {
        ...picture,
        caption: isNamed ? picture.caption : undefined,
        alt: isNamed ? picture.caption : title,
        note: picture.levels ? galleryWords.stretched(picture.levels) : undefined,
      }
    })

/** A drawing of the demo has no sizes until somebody looks at it; an upload has a job that makes them. */
export const isMadeOnDemand = (served: { originalFormat: string; key: string | null }): boolean =>
  served.originalFormat === 'svg' && served.key === null

type Ground = { width: number; height: number; colour: string | null }

/** Stands in for a size that is not made yet: the picture's colour in the picture's shape. */
export function groundSvg({ width, height, colour }: Ground, size: ImageSize): string {
  const scale = Math.min(1, imageSizes[size] / Math.max(width, height))
  const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale)))
  const fill = colour ?? '#8a8778'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="100%" height="100%" fill="${fill}"/></svg>`
}

/** An impression as its picture's row keeps it. */
export const impressionColumns = ({ thumbhash, colour, levels }: Impression) => ({
  thumbhash,
  colour,
  black_level: levels?.black ?? null,
  white_level: levels?.white ?? null,
})

/** The name under which a file was sent, without folders and control characters, at most 200 characters. */
export const fileNameOf = (sent: string): string =>
  (sent.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .slice(-200) || 'picture'

/** What a picture is called: its caption, or its number. */
export const nameOf = ({ caption, position }: PictureShown): LocalText =>
  caption.zh !== null || caption.en !== null ? caption : galleryWords.numbered(position + 1)
