import type { InstitutionChange } from './model.ts'

type Columns = {
  name_zh: string | null
  name_en: string | null
  kind: string
  region: string | null
  timezone: string
  credit_code: string | null
  ror: string | null
  wiews: string | null
  website: string | null
  address: string | null
  about_zh: string | null
  about_en: string | null
  approves_members: boolean
  closed_at: unknown
}

/** An institution's fields as its form and its audit rows name them. */
export const fieldsOfInstitution = (row: Columns) => ({
  name: { zh: row.name_zh, en: row.name_en },
  kind: row.kind,
  region: row.region,
  timezone: row.timezone,
  creditCode: row.credit_code,
  ror: row.ror,
  wiews: row.wiews,
  website: row.website,
  address: row.address,
  about: { zh: row.about_zh, en: row.about_en },
  approvesMembers: row.approves_members,
  closed: row.closed_at !== null,
})

type Fields = ReturnType<typeof fieldsOfInstitution>

/** What an institution is when nothing is said of it. Who joins it waits for approval. */
export const newInstitution: Fields = {
  name: { zh: null, en: null },
  kind: 'institute',
  region: null,
  timezone: 'Asia/Shanghai',
  creditCode: null,
  ror: null,
  wiews: null,
  website: null,
  address: null,
  about: { zh: null, en: null },
  approvesMembers: true,
  closed: false,
}

/** The fields after a change: given ones as given, others as they were. */
export const changedInstitution = (before: Fields, change: InstitutionChange): Fields => ({
  ...before,
  ...(Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>),
})

/** The columns that keep these fields; whether it is closed is kept as a moment, not here. */
export const columnsOfInstitution = (fields: Fields) => ({
  name_zh: fields.name.zh,
  name_en: fields.name.en,
  kind: fields.kind,
  region: fields.region,
  timezone: fields.timezone,
  credit_code: fields.creditCode,
  ror: fields.ror,
  wiews: fields.wiews,
  website: fields.website,
  address: fields.address,
  about_zh: fields.about.zh,
  about_en: fields.about.en,
  approves_members: fields.approvesMembers,
})
