// Printed by db/print-schema.ts from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Temporal } from 'temporal-polyfill'

type Instant = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
/** Written as text (JSON.stringify), read as a value. */
type Json = ColumnType<unknown, string, string>
type GeneratedJson = ColumnType<unknown, string | undefined, string>
type GeneratedInstant = ColumnType<
  Temporal.Instant,
  Temporal.Instant | string | undefined,
  Temporal.Instant | string
>

export type AccessTokenTable = {
  id: Generated<string>
  secret_hash: Buffer
  person_id: string
  name: string
  scopes: string[]
  created_at: Instant
  expires_at: Instant | null
  seen_at: Instant | null
  revoked_at: Instant | null
}

export type AuditTable = {
  id: Generated<string>
  at: Instant
  actor_type: string
  actor_id: string | null
  actor_name: string | null
  action: string
  entity: string
  entity_id: string | null
  institution_id: string | null
  before: Json | null
  after: Json | null
  request_id: string | null
}

export type IdempotencyKeyTable = {
  actor_id: string
  key: string
  request_hash: Buffer
  status: number | null
  headers: Json | null
  body: string | null
  created_at: Instant
}

export type IdentityTable = {
  issuer: string
  subject: string
  person_id: string
  created_at: Instant
}

export type ImageTable = {
  id: Generated<string>
  record_id: string
  position: number
  caption_zh: string | null
  caption_en: string | null
  credit: string | null
  licence: string | null
  original_key: string
  original_name: string
  format: string
  size_bytes: number
  sha256: Buffer
  width: number
  height: number
  thumbhash: string | null
  colour: string | null
  uploaded_by: string | null
  created_at: Instant
  derived_at: Instant | null
  failed_at: Instant | null
  failure: string | null
  removed_at: Instant | null
}

export type ImageDerivativeTable = {
  image_id: string
  size: string
  format: string
  key: string
  width: number
  height: number
  size_bytes: number
}

export type InstitutionTable = {
  id: Generated<string>
  name_zh: string | null
  name_en: string | null
  kind: Generated<string>
  region: string | null
  timezone: Generated<string>
  credit_code: string | null
  ror: string | null
  wiews: string | null
  website: string | null
  address: string | null
  about_zh: string | null
  about_en: string | null
  approves_members: Generated<boolean>
  version: Generated<number>
  created_at: Instant
  closed_at: Instant | null
}

export type LabTable = {
  id: Generated<string>
  institution_id: string
  name_zh: string | null
  name_en: string | null
  about_zh: string | null
  about_en: string | null
  version: Generated<number>
  created_at: Instant
  closed_at: Instant | null
}

export type LabMemberTable = {
  lab_id: string
  person_id: string
  role: string
  created_at: Instant
}

export type LatinWordTable = {
  word: string
}

export type MailTable = {
  id: Generated<string>
  to_person_id: string | null
  to_address: string
  subject: string
  body: string
  attachments: GeneratedJson
  created_at: Instant
  sent_at: Instant | null
  failed_at: Instant | null
  failure: string | null
}

export type MembershipTable = {
  person_id: string
  institution_id: string
  title: string | null
  created_at: Instant
  approved_at: Instant | null
  approved_by: string | null
}

export type ObjectIntentTable = {
  key: string
  purpose: string
  created_by: string | null
  created_at: Instant
}

export type OneTimeLinkTable = {
  secret_hash: Buffer
  purpose: string
  person_id: string | null
  payload: GeneratedJson
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export type PersonTable = {
  id: Generated<string>
  name: string
  email: string
  password_hash: string | null
  lang: Generated<string>
  email_verified_at: Instant | null
  is_admin: Generated<boolean>
  version: Generated<number>
  created_at: Instant
  disabled_at: Instant | null
  disabled_by: string | null
}

export type RateLimitTable = {
  bucket: string
  level: number
  updated_at: Instant
}

export type RecordTable = {
  id: Generated<string>
  kind: string
  profile: string | null
  library: string | null
  collection_id: string | null
  institution_id: string
  title_zh: string | null
  title_en: string | null
  summary_zh: string | null
  summary_en: string | null
  keywords: Generated<string[]>
  access: Generated<string>
  audience: Generated<string>
  visibility: Generated<string>
  published_at: Instant | null
  published_by: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdrawal_reason: string | null
  taxon: string | null
  subjects: Generated<string[]>
  region: string | null
  year: number | null
  extent: string | null
  main_image_id: string | null
  document: Generated<string>
  listed_at: Instant
  version: Generated<number>
  source: string | null
  source_key: string | null
  created_at: Instant
  created_by: string | null
  updated_at: Instant
}

export type RecordIdentifierTable = {
  record_id: string
  scheme: string
  value: string
  position: number
}

export type RecordNameTable = {
  record_id: string
  position: number
  name: string
  key: string
  type: string
}

export type RelationTable = {
  id: Generated<string>
  from_id: string
  to_id: string
  type: string
  created_at: Instant
}

export type RoleGrantTable = {
  id: Generated<string>
  person_id: string
  role: string
  institution_id: string | null
  collection_id: string | null
  granted_by: string | null
  created_at: Instant
}

export type SessionTable = {
  id: Generated<string>
  secret_hash: Buffer
  person_id: string
  user_agent: string | null
  address: string | null
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
}

export type VocabularyTable = {
  name: string
  version: string
  title_zh: string
  title_en: string
  source: string | null
  is_current: Generated<boolean>
}

export type VocabularyTermTable = {
  vocabulary: string
  version: string
  code: string
  label_zh: string
  label_en: string
  parent: string | null
  position: number
}

export type Database = {
  access_token: AccessTokenTable
  audit: AuditTable
  idempotency_key: IdempotencyKeyTable
  identity: IdentityTable
  image: ImageTable
  image_derivative: ImageDerivativeTable
  institution: InstitutionTable
  lab: LabTable
  lab_member: LabMemberTable
  latin_word: LatinWordTable
  mail: MailTable
  membership: MembershipTable
  object_intent: ObjectIntentTable
  one_time_link: OneTimeLinkTable
  person: PersonTable
  rate_limit: RateLimitTable
  record: RecordTable
  record_identifier: RecordIdentifierTable
  record_name: RecordNameTable
  relation: RelationTable
  role_grant: RoleGrantTable
  session: SessionTable
  vocabulary: VocabularyTable
  vocabulary_term: VocabularyTermTable
}
