import type { LocalText } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { Picture } from '../../../web/components/picture.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { formatBytes } from '../../../web/format.ts'
import { ActButton } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { PictureShown } from '../model.ts'
import { galleryWords as words } from '../words.ts'

/** The pictures of a record in their order, each with what may be done with it. */
export function PictureList({ pictures }: { pictures: readonly PictureShown[] }) {
  if (pictures.length === 0) return <Empty icon="image" title={words.none} text={words.noneHint} />
  return (
    <ol class="picture-list">
      {pictures.map((picture) => (
        <Entry picture={picture} isLast={picture.position === pictures.length - 1} />
      ))}
    </ol>
  )
}

/** What a picture is called: its caption, or its number. */
export const nameOf = ({ caption, position }: PictureShown): LocalText =>
  caption.zh !== null || caption.en !== null ? caption : words.numbered(position + 1)

function Entry({ picture, isLast }: { picture: PictureShown; isLast: boolean }) {
  return (
    <li class="picture-entry">
      <Picture image={{ ...picture, alt: nameOf(picture) }} sizes="10rem" largest="small" />
      <div class="picture-about">
        <p class="picture-name">
          <Local text={nameOf(picture)} />
        </p>
        <Facts picture={picture} />
        <Acts picture={picture} isLast={isLast} />
      </div>
    </li>
  )
}

function Facts({ picture }: { picture: PictureShown }) {
  const lang = useLang()
  const { width, height, credit, licence, original, state } = picture
  const facts = [
    `${width} × ${height}`,
    original && formatBytes(original.sizeBytes, lang),
    credit,
    licence,
  ]
  return (
    <>
      <p class="quiet">{facts.filter(Boolean).join(' · ')}</p>
      {(picture.main || state !== 'ready') && (
        <p class="picture-states">
          {picture.main && <StateBadge tone="good" text={words.main} />}
          {state === 'deriving' && <StateBadge tone="note" text={words.deriving} />}
          {state === 'failed' && <StateBadge tone="caution" text={words.failed} />}
        </p>
      )}
    </>
  )
}

function Acts({ picture, isLast }: { picture: PictureShown; isLast: boolean }) {
  const t = useText()
  const { id, position, main } = picture
  const here = `${paths.pictures(picture.recordId)}/${id}`
  const named = (act: LocalText) => `${t(act)}: ${t(nameOf(picture))}`
  const move = (text: typeof words.up, to: number) => (
    <ActButton
      action={`${here}/position`}
      text={text}
      label={named(text)}
      fields={{ position: String(to) }}
    />
  )
  return (
    <div class="picture-acts">
      <ButtonLink dense icon="edit" href={here} label={named(words.edit)}>
        {t(words.edit)}
      </ButtonLink>
      {position > 0 && move(words.up, position - 1)}
      {!isLast && move(words.down, position + 1)}
      {!main && (
        <ActButton action={`${here}/main`} text={words.makeMain} label={named(words.makeMain)} />
      )}
      <ButtonLink dense look="quiet" href={`/api/v1/images/${id}/original`} download>
        {t(words.original)}
      </ButtonLink>
      <ButtonLink
        dense
        look="quiet"
        icon="trash"
        href={`${here}/removal`}
        label={named(words.remove)}
      >
        {t(words.remove)}
      </ButtonLink>
    </div>
  )
}
