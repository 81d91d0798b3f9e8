import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { EmptyPicture } from '../../../catalog/records/pages/cards/empty-picture.tsx'
import { Gallery } from '../../../web/components/gallery.tsx'
import { picturesOf } from '../actions/read.ts'
import { galleryOf } from '../rules.ts'

/** A record's pictures, or a drawing of its kind where there are none. */
export const recordGallery: RecordSection = async (c, { id, kind, titleZh, titleEn }) => {
  const pictures = await picturesOf(c.var.ctx, id)
  if (pictures.length > 0)
    return <Gallery images={galleryOf({ zh: titleZh, en: titleEn }, pictures)} />
  return (
    <div class="record-nopicture" aria-hidden="true">
      <EmptyPicture id={id} kind={kind} whole />
    </div>
  )
}
