import type { picturesOf } from '../../../files/pictures/actions/read.ts'
import { galleryOf } from '../../../files/pictures/rules.ts'
import { EmptyPicture } from '../../../web/components/empty-picture.tsx'
import { Gallery } from '../../../web/components/gallery.tsx'
import type { RecordRow as Row } from '../queries/records.ts'

type Pictures = Awaited<ReturnType<typeof picturesOf>>

/** A record's pictures, or a drawing of its kind where there are none. */
export function RecordGallery({ row, pictures }: { row: Row; pictures: Pictures }) {
  const title = { zh: row.titleZh, en: row.titleEn }
  if (pictures.length > 0) return <Gallery images={galleryOf(title, pictures)} />
  return (
    <div class="record-nopicture" aria-hidden="true">
      <EmptyPicture id={row.id} kind={row.kind} whole />
    </div>
  )
}
