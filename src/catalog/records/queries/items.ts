import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Access, Audience, Kind, Visibility } from '../model/record.ts'

export type ItemRow = {
  tier: number
  listedNo: number
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  keywords: string[]
  access: Access
  audience: Audience
  visibility: Visibility
  taxon: string | null
  year: number | null
  updatedAt: Temporal.Instant
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  imageId: string | null
  imageWidth: number | null
  imageHeight: number | null
  imageColour: string | null
  imageThumbhash: string | null
  imageZh: string | null
  imageEn: string | null
}

/** What lists show of a page of records, with institutions and main pictures: `page` has tier, id and listed_no. */
export async function itemsOf(
  db: Db,
  page: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    with page as materialized (${page})
    select ${columns}
    from page
    join record on record.id = page.id
    join institution on institution.id = record.institution_id
    left join image on image.id = record.main_image_id and image.removed_at is null
    order by ${order}
  `.execute(db)
  return rows
}

const columns = sql`
  page.tier,
  page.listed_no as "listedNo",
  record.id,
  record.kind,
  record.profile,
  record.library,
  record.title_zh as "titleZh",
  record.title_en as "titleEn",
  record.summary_zh as "summaryZh",
  record.summary_en as "summaryEn",
  record.keywords,
  record.access,
  record.audience,
  record.visibility,
  record.taxon,
  record.year,
  record.updated_at as "updatedAt",
  institution.id as "institutionId",
  institution.name_zh as "institutionZh",
  institution.name_en as "institutionEn",
  image.id as "imageId",
  image.width as "imageWidth",
  image.height as "imageHeight",
  image.colour as "imageColour",
  image.thumbhash as "imageThumbhash",
  image.caption_zh as "imageZh",
  image.caption_en as "imageEn"
`
