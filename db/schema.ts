/* oxlint-disable max-lines -- printed */
// Printed by db/print-schema.ts from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Temporal } from 'temporal-polyfill'

type Instant = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
type GeneratedInstant = ColumnType<
  Temporal.Instant,
  Temporal.Instant | string | undefined,
  Temporal.Instant | string
>
type Json = ColumnType<unknown, string, string>
type GeneratedJson = ColumnType<unknown, string | undefined, string>

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

export type AccessionTable = {
  record_id: string
  puid: string | null
  instcode: string | null
  accenumb: string | null
  accename: Generated<string[]>
  othernumb: Generated<string[]>
  genus: string | null
  species: string | null
  spauthor: string | null
  subtaxa: string | null
  subtauthor: string | null
  cropname: string | null
  collnumb: string | null
  collcode: Generated<string[]>
  collname: Generated<string[]>
  collinstaddress: Generated<string[]>
  collmissid: string | null
  colldate: string | null
  collsrc: string | null
  origcty: string | null
  collsite: string | null
  declatitude: number | null
  latitude: string | null
  declongitude: number | null
  longitude: string | null
  coorduncert: number | null
  coorddatum: string | null
  georefmeth: string | null
  elevation: number | null
  acqdate: string | null
  sampstat: string | null
  ancest: string | null
  bredcode: Generated<string[]>
  bredname: Generated<string[]>
  donorcode: string | null
  donorname: string | null
  donornumb: string | null
  storage: Generated<string[]>
  duplsite: Generated<string[]>
  duplinstname: Generated<string[]>
  mlsstat: string | null
  remarks: string | null
  platform_number: string | null
  national_number: string | null
  resource_number: string | null
  classification_code: string | null
  holder_name: string | null
  holder_number: string | null
  origin_place: string | null
  source_place: string | null
  main_traits: string | null
  main_uses: string | null
  specific_uses: string | null
  record_url: string | null
  picture_note: string | null
  share_mode: string | null
  acquisition_way: string | null
  physical_state: string | null
  contact_info: string | null
  foreign_name: string | null
  placed_as: string | null
  cross_type: string | null
  cross_year: number | null
  literature: Generated<string[]>
  protection_level: string | null
  newly_found: boolean | null
  wild_medicine_class: string | null
}

export type AccessionOfTaxonTable = {
  record_id: string | null
  taxon_protection: string | null
}

export type AgreementTable = {
  id: Generated<string>
  institution_id: string | null
  collection_id: string | null
  kind: string
  title_zh: string | null
  title_en: string | null
  is_default: Generated<boolean>
  record_kinds: Generated<string[]>
  deliveries: Generated<string[]>
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  archived_at: Instant | null
}

export type AgreementAcceptanceTable = {
  id: Generated<string>
  request_id: string
  text_id: string
  person_id: string
  round: number
  accepted_at: Instant
  address: string | null
  sha256: string
  sealed: Json
}

export type AgreementTextTable = {
  id: Generated<string>
  agreement_id: string
  number: number
  body_zh: string | null
  body_en: string | null
  version: Generated<number>
  created_at: Instant
  published_at: Instant | null
  published_by: string | null
  sha256: string | null
}

export type AnimalProfileTable = {
  record_id: string
  animal_species: string | null
  breed_name_zh: string | null
  breed_name_en: string | null
  breed_name_local: string | null
  breed_code: string | null
  risk_status: string | null
  population_size: number | null
  population_year: number | null
  sex: string | null
  birth_date: string | null
  ear_tag: string | null
  sire: string | null
  dam: string | null
  conservation_forms: Generated<string[]>
  cryoconserved_doses: number | null
  sdg_sufficiency: string | null
  conservation_place: string | null
  conservation_place_type: string | null
  breed_protection: string | null
}

export type AttachedDocumentTable = {
  id: Generated<string>
  record_id: string
  title: string
  object_key: string
  file_name: string
  content_type: string
  size_bytes: number
  sha256: Buffer
  added_at: Instant
  added_by: string | null
  removed_at: Instant | null
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

export type BasketTable = {
  id: Generated<string>
  person_id: string | null
  guest_hash: Buffer | null
  version: Generated<number>
  created_at: Instant
  changed_at: Instant
}

export type BasketItemTable = {
  id: Generated<string>
  basket_id: string
  record_id: string
  delivery: string
  quantity: number | null
  unit: string | null
  is_loan: Generated<boolean>
  target: GeneratedJson
  thing: Generated<string>
  added_at: Instant
  removed_at: Instant | null
}

export type BiobankTable = {
  id: Generated<string>
  institution_id: string
  miabis_id: string | null
  acronym: string | null
  name_zh: string | null
  name_en: string | null
  url: string | null
  country: Generated<string>
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  contact_address: string | null
  description_zh: string | null
  description_en: string | null
  infrastructure: Generated<string[]>
  organisation: Generated<string[]>
  bioprocessing: Generated<string[]>
  quality_standards: Generated<string[]>
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  closed_at: Instant | null
}

export type BiobankCollectionTable = {
  record_id: string
  biobank_id: string
}

export type BookingTable = {
  instrument_id: string
  id: string
  person_id: string
  lab_id: string | null
  booked_by: string | null
  starts_at: Instant
  ends_at: Instant
  purpose: string
  project: string | null
  audience: string
  assisted: Generated<boolean>
  planned_samples: number | null
  policy_version: number
  series_id: string | null
  series_start: Instant | null
  group_id: string | null
  override_reason: string | null
  version: Generated<number>
  sequence: Generated<number>
  created_at: Instant
  confirmed_at: Instant | null
  confirmed_by: string | null
  decision_note: string | null
  started_at: Instant | null
  started_by: string | null
  finished_at: Instant | null
  finished_by: string | null
  cancelled_at: Instant | null
  cancelled_by: string | null
  cancel_reason: string | null
  cancelled_as: string | null
  missed_at: Instant | null
  sample_count: number | null
  consumables: GeneratedJson
  use_note: string | null
  reminded_at: Instant | null
  overrun_told_at: Instant | null
  state: Generated<string>
  delay_told_at: Instant | null
}

export type BookingPolicyTable = {
  instrument_id: string
  version: number
  rules: Json
  note: string | null
  created_at: Instant
  created_by: string | null
}

export type BookingSeriesTable = {
  instrument_id: string
  id: Generated<string>
  rule: string
  starts_at: Instant
  ends_at: Instant
  timezone: string
  created_at: Instant
  created_by: string | null
}

export type BrapiImageTable = {
  id: Generated<string>
  record_id: string
  described: Json
  created_at: Instant
  created_by: string
}

export type BrapiListTable = {
  id: Generated<string>
  person_id: string
  type: string
  name: string
  description: string | null
  source: string | null
  items: Generated<string[]>
  created_at: Instant
  updated_at: Instant
}

export type BrapiSearchTable = {
  id: string
  path: string
  asked: Json
  asked_at: Instant
}

export type BulkDecisionTable = {
  id: Generated<string>
  person_id: string
  as_administrator: boolean
  answer: Json
  created_at: Instant
}

export type BulkDecisionRequestTable = {
  bulk_decision_id: string
  request_id: string
  position: number
  outcome: string | null
  refusal: Json | null
  ended_at: Instant | null
}

export type BulkEditTable = {
  id: Generated<string>
  fields: string[]
  created_at: Instant
  created_by: string | null
  undone_at: Instant | null
  undone_by: string | null
}

export type BulkEditRecordTable = {
  bulk_edit_id: string
  record_id: string
  before: Json
  after: Json
}

export type CalendarFeedTable = {
  id: Generated<string>
  token_hash: Buffer
  person_id: string
  kind: string
  lab_id: string | null
  instrument_id: string | null
  created_at: Instant
  revoked_at: Instant | null
}

export type ChargeTable = {
  instrument_id: string
  id: Generated<string>
  cause: string
  booking_id: string | null
  order_id: string | null
  about_id: string | null
  institution_id: string
  person_id: string
  lab_id: string | null
  amount_fen: number
  lines: Json
  policy_version: number | null
  rate_version: number | null
  at: Instant
  month: string
  reason: string | null
  made_at: Instant
  made_by: string | null
  shipment_id: string | null
  item_id: string | null
}

export type ClimateReadingTable = {
  place_id: string
  at: Instant
  celsius: number | null
  humidity: number | null
  entered_at: Instant
  entered_by: string | null
}

export type CollectionTable = {
  record_id: string
  miabis_id: string | null
  acronym: string | null
  collection_url: string | null
  collection_design: Generated<string[]>
  collection_setting: Generated<string[]>
  collection_status: string | null
  founded_year: number | null
  publications: Generated<string[]>
  sample_source: string | null
  sample_types: Generated<string[]>
  storage_temperatures: Generated<string[]>
  dataset_types: Generated<string[]>
  sample_total: number | null
  organisms: Generated<string[]>
  subjects_total: number | null
  sex: Generated<string[]>
  age_low: number | null
  age_low_unit: string | null
  age_high: number | null
  age_high_unit: string | null
  diseases: GeneratedJson
  inclusion_criteria: Generated<string[]>
  use_conditions: Generated<string[]>
  ethics_approval: string | null
  hgr_filing: string | null
  consent_scope: string | null
  biobank_id: string | null
  biobank_acronym: string | null
  biobank_name: string | null
  biobank_url: string | null
  biobank_description: string | null
  infrastructure: Generated<string[]>
  organisation: Generated<string[]>
  bioprocessing: Generated<string[]>
  quality_standards: Generated<string[]>
  contact_name: string | null
  contact_phone: string | null
  contact_email: string | null
  contact_address: string | null
}

export type ConsentLinkTable = {
  id: Generated<string>
  secret_hash: Buffer
  request_id: string
  person_id: string
  round: number
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export type DatasetTable = {
  record_id: string
  resource_type_general: string | null
  resource_type: string | null
  publication_year: number | null
  dataset_version: string | null
  language: string | null
  alternative_titles: GeneratedJson
  descriptions: GeneratedJson
  dates: GeneratedJson
  other_subjects: GeneratedJson
  sizes: Generated<string[]>
  formats: Generated<string[]>
  rights_list: GeneratedJson
  creators: GeneratedJson
  contributors: GeneratedJson
  publisher: string | null
  publisher_identifier: string | null
  publisher_identifier_scheme: string | null
  funding_references: GeneratedJson
  acquisition_start: string | null
  acquisition_end: string | null
  acquisition_place: string | null
  lon_west: number | null
  lon_east: number | null
  lat_south: number | null
  lat_north: number | null
  altitude_low: number | null
  altitude_high: number | null
  coverage_region: string | null
  geo_locations: GeneratedJson
  variables: Generated<string[]>
  spatial_resolution: string | null
  temporal_resolution: string | null
  coordinate_system: string | null
  projection: string | null
  data_source: string | null
  processing: string | null
  quality: string | null
  quality_level: string | null
  total_size_bytes: number | null
  files_count: number | null
  share_type: string | null
  protected: boolean | null
  protected_until: string | null
  contact_name: string | null
  contact_phone: string | null
  contact_email: string | null
  data_grade: string | null
  grade_approver: string | null
  graded_on: string | null
  grade_basis: string | null
  alternate_identifiers: GeneratedJson
  related_identifiers: GeneratedJson
  related_items: GeneratedJson
  paper_references: Generated<string[]>
  citation: string | null
  human_genetic: boolean | null
}

export type DatasetAcceptanceTable = {
  version_id: string
  person_id: string
  accepted_at: Instant
}

export type DatasetFileTable = {
  id: Generated<string>
  version_id: string
  object_id: string
  path: string
  path_key: Generated<string>
  content_type: string
  description: string | null
  added_at: Instant
  added_by: string | null
}

export type DatasetGrantTable = {
  id: Generated<string>
  record_id: string
  person_id: string
  reason: string
  granted_at: Instant
  granted_by: string | null
  expires_at: Instant | null
  revoked_at: Instant | null
  revoked_by: string | null
  revocation_reason: string | null
}

export type DatasetObjectTable = {
  id: Generated<string>
  record_id: string
  key: string
  size_bytes: number
  sha256: Buffer
  verified_at: Instant
  checked_at: Instant
  damaged_at: Instant | null
  check_begun_at: Instant | null
}

export type DatasetUploadTable = {
  id: Generated<string>
  version_id: string | null
  record_id: string | null
  path: string
  path_key: Generated<string>
  size_bytes: number
  content_type: string
  sha256: Buffer | null
  key: string
  part_size_bytes: number
  multipart_id: string | null
  state: Generated<string>
  verified_bytes: Generated<number>
  failure: string | null
  created_at: Instant
  created_by: string | null
  expires_at: Instant
  completed_at: Instant | null
  ended_at: Instant | null
  ended_by: string | null
  cleared_at: Instant | null
}

export type DatasetUploadPartTable = {
  upload_id: string
  number: number
  etag: string
  size_bytes: number
  received_at: Instant
}

export type DatasetUsageTable = {
  record_id: string
  day: string
  investigations: number
  unique_investigations: number
  requests: number
  unique_requests: number
}

export type DatasetUseTable = {
  id: Generated<string>
  record_id: string
  day: string
  at: Instant
  visitor: Buffer
  is_request: boolean
  target: string
}

export type DatasetUseCountTable = {
  record_id: string | null
  day: string | null
  investigations: number | null
  unique_investigations: number | null
  requests: number | null
  unique_requests: number | null
}

export type DatasetVersionTable = {
  id: Generated<string>
  record_id: string
  number: number
  notes_zh: string | null
  notes_en: string | null
  terms_zh: string | null
  terms_en: string | null
  file_count: Generated<number>
  size_bytes: Generated<number>
  fields: Json | null
  created_at: Instant
  created_by: string | null
  published_at: Instant | null
  published_by: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdrawal_reason: string | null
  version: Generated<number>
}

export type DepositCentreTable = {
  institution_id: string
  code: string
  check_days: Generated<number>
  created_at: Instant
}

export type DepositHolidayTable = {
  day: string
  name: string
  works: Generated<boolean>
}

export type DepositItemTable = {
  id: Generated<string>
  project_id: string
  position: number
  title_zh: string | null
  title_en: string | null
  data_kind: string
  size_gb: number | null
  due_on: string
  grade: string
  sharing: string
  embargo_until: string | null
  state: Generated<string>
  record_id: string | null
  begun_at: Instant | null
  submitted_at: Instant | null
  passed_at: Instant | null
  check_until: Instant | null
  ended_at: Instant | null
  ended_reason: string | null
  due_told_at: Instant | null
  late_told_at: Instant | null
  overrun_told_at: Instant | null
  version: Generated<number>
}

export type DepositItemPartTable = {
  item_id: string
  part: string
  note: string
}

export type DepositNumberingTable = {
  centre_id: string
  year: number
  last: number
}

export type DepositPartTable = {
  code: string
  name_zh: string
  name_en: string
  needed: boolean
  position: number
}

export type DepositProjectTable = {
  id: Generated<string>
  title_zh: string | null
  title_en: string | null
  funder: string
  award_number: string
  institution_id: string
  centre_id: string
  lab_id: string | null
  leader: string
  depositor_id: string
  acceptance_on: string | null
  created_at: Instant
  version: Generated<number>
}

export type DepositReceiptTable = {
  number: string
  centre_id: string
  year: number
  serial: number
  item_id: string
  issued_at: Instant
  issued_by: string | null
  said: Json
  grade: string
  file_count: number
  size_bytes: number
  manifest: string
  manifest_sha256: string
}

export type DepositRemarkTable = {
  id: Generated<string>
  item_id: string
  about: string | null
  text: string
  made_at: Instant
  made_by: string | null
  made_for: string
  answer: string | null
  answered_at: Instant | null
  answered_by: string | null
}

export type DonorTable = {
  id: Generated<string>
  record_id: string
  code: string
  sex: string
  dataset_types: Generated<string[]>
  diagnoses: Generated<string[]>
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdrawn_note: string | null
}

export type DonorConsentTable = {
  id: Generated<string>
  donor_id: string
  form: string
  uses: string[]
  diseases: Generated<string[]>
  given_on: string
  until: string | null
  ended_at: Instant | null
  created_at: Instant
  created_by: string | null
}

export type EntitlementTable = {
  id: Generated<string>
  item_id: string
  request_id: string
  person_id: string
  record_id: string
  version_id: string | null
  period: number
  since: Instant
  until: Instant | null
  ended_at: Instant | null
  file_ids: string[] | null
}

export type ExternalReferenceTable = {
  entity: string
  entity_id: string
  position: number
  reference_id: string
  source: string | null
}

export type FactChangeTable = {
  record_id: string
  donor_id: string | null
  is_withdrawal: boolean
}

export type FactKeptTable = {
  record_id: string
  counted_at: Instant
  samples: unknown
  sample_donors: Buffer
  donors: unknown
  donor_numbers: Buffer
  donor_ids: string[]
  tables: unknown
}

export type FactSecretTable = {
  id: Generated<boolean>
  secret: string
}

export type FilePreviewTable = {
  object_id: string
  state: string
  reason: string | null
  extension: string
  facts: Json | null
  variables: Generated<string[]>
  extent: string | null
  made_at: Instant
}

export type FilePreviewPictureTable = {
  object_id: string
  size: string
  key: string
  content_type: string
  width: number
  height: number
  size_bytes: number
}

export type FixityCheckTable = {
  id: Generated<string>
  record_id: string
  object_id: string
  checked_at: Instant
  outcome: string
  found_size_bytes: number | null
  found_sha256: Buffer | null
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
  black_level: number | null
  white_level: number | null
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

export type ImportTable = {
  id: Generated<string>
  kind: string
  institution_id: string
  publish: boolean
  dry_run: boolean
  file_name: string
  file_key: string
  size_bytes: number
  mapping: GeneratedJson
  state: Generated<string>
  understood: Json | null
  header: Json | null
  sample: GeneratedJson
  notes: GeneratedJson
  failure: Json | null
  position: Generated<number>
  total: number | null
  accepted: Generated<number>
  unchanged: Generated<number>
  rejected: Generated<number>
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
  undone_at: Instant | null
  undone_by: string | null
}

export type ImportMappingTable = {
  institution_id: string
  kind: string
  header: string
  target: string
}

export type ImportRowTable = {
  import_id: string
  number: number
  outcome: string
  record_id: string | null
  is_new: Generated<boolean>
  version: number | null
  before: Json | null
  problems: GeneratedJson
  typed: GeneratedJson
  alike: Generated<string[]>
  cells: Json | null
}

export type InboxTable = {
  person_id: string
  revision: number
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
  founded: number | null
  country: Generated<string>
  foreign_controlled: Generated<boolean>
}

export type InstrumentTable = {
  record_id: string
  inner_id: string | null
  ins_code: string | null
  instr_belongs_type: string | null
  instr_belongs_name: string | null
  resource_name: string | null
  inside_depart: string | null
  instr_category: string | null
  serial_number: string | null
  asset_number: string | null
  instr_version: string | null
  manufacturer: string | null
  nation: string | null
  technical: string | null
  function: string | null
  measured_variables: Generated<string[]>
  type: string | null
  instr_source: string | null
  worth: number | null
  funds: Generated<string[]>
  begin_date: string | null
  decommission_date: string | null
  share_mode: string | null
  service_content: string | null
  requirement: string | null
  fee: string | null
  service_url: string | null
  status: string | null
  run_machine: number | null
  service_machine: number | null
  year: number | null
  service_income: number | null
  province: string | null
  city: string | null
  county: string | null
  street: string | null
  address: string | null
  postalcode: string | null
  lng: number | null
  lat: number | null
  contact: string | null
  phone: string | null
  email: string | null
  audit_status: string | null
  audit_reason: string | null
  flag: string | null
  instr_supervise: boolean | null
  customs_number: string | null
  customs_item: string | null
  customs_release_date: string | null
  customs_name: string | null
}

export type IntroductionStepTable = {
  id: Generated<string>
  record_id: string
  stage: string
  day: string
  place: string
  organisation: string | null
  area_ha: number | null
  document_number: string | null
  note: string | null
  created_at: Instant
}

export type KioskTable = {
  instrument_id: string
  code: string
  made_at: Instant
  made_by: string | null
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

export type LibraryTable = {
  id: Generated<string>
  code: string
  kind: string
  profile: string | null
  name_zh: string | null
  name_en: string | null
  about_zh: string | null
  about_en: string | null
  highlights: Generated<string[]>
  position: number
  version: Generated<number>
  closed_at: Instant | null
}

export type LifeConstantsTable = {
  id: Generated<string>
  species: string
  key: Generated<string>
  ke: number
  cw: number
  ch: number
  cq: number
  reference: string | null
  entered_at: Instant
  entered_by: string | null
}

export type LotTable = {
  id: Generated<string>
  institution_id: string
  record_id: string
  code: string
  unit: string
  thousand_seed_grams: number | null
  generation: number | null
  origin: string
  harvest_closed_at: Instant | null
  harvest_closed_by: string | null
  balance: Generated<number>
  reserved: Generated<number>
  entry_count: Generated<number>
  critical_reserve: Generated<number>
  request_max: number | null
  is_offered: Generated<boolean>
  note: string | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  frozen_at: Instant | null
  frozen_by: string | null
  frozen_reason: string | null
}

export type LotEntryTable = {
  id: Generated<string>
  lot_id: string
  number: Generated<number>
  kind: string
  change: number
  held: Generated<number>
  balance: Generated<number>
  reserved: Generated<number>
  critical_reserve: Generated<number>
  passes_reserve: Generated<boolean>
  reason: string | null
  counted: number | null
  expected: number | null
  reservation_id: string | null
  other_lot_id: string | null
  at: Instant
  by: string | null
  approval: string | null
}

export type LotParentTable = {
  lot_id: string
  parent_id: string
}

export type LotReservationTable = {
  id: Generated<string>
  lot_id: string
  purpose: string
  open: Generated<number>
  made_at: Instant
  made_by: string | null
}

export type LotViabilityTable = {
  lot_id: string
  propagated_on: string | null
  moisture_percent: number | null
  celsius: number | null
  is_short_lived: Generated<boolean>
  version: Generated<number>
  initial_test_id: string | null
  latest_test_id: string | null
  predicted_on: string | null
  next_due_on: string | null
  needs_regeneration: Generated<boolean>
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

export type MaintenanceDoneTable = {
  instrument_id: string
  id: Generated<string>
  plan_id: string
  done_at: Instant
  done_by: string | null
  note: string | null
}

export type MaintenancePlanTable = {
  instrument_id: string
  id: Generated<string>
  kind: string
  name: string
  instructions: string | null
  every_days: number | null
  every_use_hours: number | null
  counted_from: Instant
  due_at: Instant | null
  told_at: Instant | null
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
  ended_by: string | null
}

export type MaterialFeeTable = {
  id: Generated<string>
  institution_id: string
  record_id: string | null
  unit: string
  prices: Json
  note: string | null
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
  ended_by: string | null
}

export type MembershipTable = {
  person_id: string
  institution_id: string
  title: string | null
  created_at: Instant
  approved_at: Instant | null
  approved_by: string | null
}

export type MicrobeProfileTable = {
  record_id: string
  other_collection_numbers: Generated<string[]>
  other_denominations: Generated<string[]>
  organism_type: Generated<string[]>
  taxon_name: string | null
  taxon_authority: string | null
  infrasubspecific_names: Generated<string[]>
  taxonomy_comment: string | null
  type_strain: boolean | null
  strain_status: string | null
  serovar: string | null
  history_of_deposit: string | null
  depositor: string | null
  deposit_date: string | null
  strain_collector: string | null
  isolator: string | null
  isolation_date: string | null
  inclusion_date: string | null
  substrate: string | null
  isolation_habitat: string | null
  habitat_terms: Generated<string[]>
  geographic_origin: string | null
  genotype: string | null
  gmo: boolean | null
  gmo_construction: string | null
  mutant_info: string | null
  sexual_state: string | null
  ploidy: string | null
  interspecific_hybrid: boolean | null
  plasmids: Generated<string[]>
  plasmid_collections: Generated<string[]>
  sequences: GeneratedJson
  applications: string | null
  enzyme_production: Generated<string[]>
  metabolites: Generated<string[]>
  pathogenicity: string | null
  plant_pathogenicity_code: string | null
  growth_medium: Generated<string[]>
  temperature_recommended: number | null
  temperature_tested_low: number | null
  temperature_tested_high: number | null
  preservation: Generated<string[]>
  supply_forms: Generated<string[]>
  oxygen_relation: string | null
  temperature_min: number | null
  temperature_optimum: number | null
  temperature_max: number | null
  ph_min: number | null
  ph_optimum: number | null
  ph_max: number | null
  nacl_min: number | null
  nacl_optimum: number | null
  nacl_max: number | null
  pressure_optimum: number | null
  pressure_max: number | null
  radiation_tolerance: string | null
  desiccation_tolerance: string | null
  restrictions_on_use: string | null
  nagoya_status: string | null
  abs_files: Generated<string[]>
  mta_file: string | null
  registered_collection: boolean | null
  risk_group: string | null
  dual_use: boolean | null
  quarantine: boolean | null
  pathogen_class: string | null
}

export type MintedIdentifierTable = {
  id: Generated<string>
  record_id: string | null
  scheme: string
  value: string
  told: string | null
  change_no: Generated<number>
  told_no: Generated<number>
  tried_at: Instant | null
  failure_code: string | null
  failure_detail: string | null
  busy_until: Instant | null
  reserved_at: Instant
  reserved_by: string | null
}

export type MissionTable = {
  id: Generated<string>
  institution_id: string
  code: string
  name_zh: string | null
  name_en: string | null
  start_day: string | null
  end_day: string | null
  places: string | null
  institutes: string | null
  people: string | null
  permits: string | null
  note: string | null
  version: Generated<number>
  created_at: Instant
}

export type NetworkTable = {
  id: Generated<string>
  institution_id: string
  miabis_id: string | null
  acronym: string | null
  name_zh: string | null
  name_en: string | null
  url: string | null
  juristic_person: string
  countries: Generated<string[]>
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  contact_address: string | null
  description_zh: string | null
  description_en: string | null
  status: string
  other_members: Generated<string[]>
  topics: Generated<string[]>
  types: Generated<string[]>
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  closed_at: Instant | null
}

export type NetworkMemberTable = {
  network_id: string
  biobank_id: string | null
  record_id: string | null
  resource_id: string | null
}

export type NoticeTable = {
  instrument_id: string | null
  id: Generated<string>
  booking_id: string | null
  person_id: string
  kind: string
  occurred_at: Instant
  told_at: Instant
  by_letter: boolean
  fact_id: string
  subject_zh: string
  subject_en: string
  path: string
  booking_starts_at: Instant | null
  booking_ends_at: Instant | null
  read_at: Instant | null
  revision: Generated<number>
}

export type NoticeOffTable = {
  person_id: string
  kind: string
  since: Instant
}

export type NriiFieldTable = {
  part: string
  name: string
  position: number
  label_zh: string
  label_en: string
  type: string
  max_length: number | null
  max_count: number | null
  required: Generated<boolean>
  vocabulary: string | null
  source: string | null
}

export type NriiRecordTable = {
  instrument_id: string | null
  part: string
  subject_id: string
  institution_id: string
  status: Generated<number>
  reason: string | null
  extra: GeneratedJson
  reviewed_values: Json | null
  reviewed_at: Instant | null
  reviewed_by: string | null
  told_at: Instant | null
  told_by: string | null
}

export type ObjectIntentTable = {
  key: string
  purpose: string
  created_by: string | null
  created_at: Instant
}

export type ObservationTable = {
  id: Generated<string>
  record_id: string
  trait_id: string
  trial_id: string
  replicate: Generated<number>
  observed_on: string | null
  value: string
  number: number | null
  observer: string | null
  created_at: Instant
  created_by: string | null
}

export type OccupancyTable = {
  instrument_id: string
  id: Generated<string>
  kind: string
  starts_at: Instant
  ends_at: Instant
  taken: string
  person_id: string | null
  expires_at: Instant | null
  released_at: Instant | null
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

export type OrderNumberingTable = {
  year: number
  last: number
}

export type OutageTable = {
  instrument_id: string
  id: string
  kind: string
  reason: string
  planned: boolean
  plan_id: string | null
  created_at: Instant
  created_by: string | null
  cancelled_at: Instant | null
  cancelled_by: string | null
  is_estimate: Generated<boolean>
}

export type ParentageTable = {
  id: Generated<string>
  child_id: string
  parent_id: string | null
  parent_name: string | null
  role: string
  created_at: Instant
}

export type PermitRuleTable = {
  id: Generated<string>
  material: string
  recipient: string
  destination: string
  effect: string
  document: string | null
  clause_zh: string
  clause_en: string
  sentence_zh: string
  sentence_en: string
  valid_from: string
  valid_to: string | null
  version: Generated<number>
  created_at: Instant
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

export type PlaceTable = {
  id: Generated<string>
  institution_id: string
  parent_id: string | null
  type: string
  code: string
  name_zh: string | null
  name_en: string | null
  holds_one: Generated<boolean>
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  blocked_at: Instant | null
  blocked_by: string | null
  row_count: number | null
  column_count: number | null
  well_names: string | null
  capacity: number | null
  fill_order: Generated<string>
  awaits_destruction: Generated<boolean>
}

export type PlacementTable = {
  lot_id: string | null
  place_id: string
  holds_one: boolean
  id: Generated<string>
  sample_id: string | null
  blocked_reason: string | null
  row_count: number | null
  column_count: number | null
  well: number | null
  is_kept: Generated<boolean>
  placed_at: Instant | null
}

export type PlacementStepTable = {
  place_id: string
  person_id: string
  at: Instant
  moves: Json
}

export type PlantProfileTable = {
  record_id: string
  family_name: string | null
  genus_name: string | null
  species_name: string | null
  germplasm_type: string | null
  climate_zone: string | null
  growth_habit: string | null
  growth_cycle: string | null
  characteristics: string | null
  observation_site: string | null
  breeding_year: string | null
  soil_type: string | null
  ecosystem_type: string | null
  annual_temperature: number | null
  annual_rainfall: number | null
  bank_number: string | null
  field_bank_number: string | null
  introduction_number: string | null
  plant_material: Generated<string[]>
  keeping_method: string | null
  authentic_region: string | null
  thousand_seed_mass: number | null
  germination_rate: number | null
  germination_energy: number | null
}

export type PreauthorisationTable = {
  id: Generated<string>
  person_id: string
  lab_id: string | null
  institution_id: string | null
  since: Instant
  until: Instant
  granted_by: string | null
  revoked_at: Instant | null
  revoked_by: string | null
}

export type ProblemReportTable = {
  instrument_id: string
  id: Generated<string>
  severity: string
  description: string
  reported_at: Instant
  reported_by: string | null
  booking_id: string | null
  outage_id: string | null
  resolved_at: Instant | null
  resolved_by: string | null
  resolution: string | null
}

export type ProjectTable = {
  id: Generated<string>
  person_id: string
  title: string
  purpose: string
  intended_use: Generated<string[]>
  award_number: string | null
  organisation: string | null
  lab_id: string | null
  ethics_number: string | null
  ends_on: string | null
  is_default: Generated<boolean>
  version: Generated<number>
  created_at: Instant
}

export type QualificationTable = {
  instrument_id: string
  id: Generated<string>
  person_id: string
  kind: string
  granted_at: Instant
  granted_by: string | null
  expires_at: Instant | null
  revoked_at: Instant | null
  revoked_by: string | null
  note: string | null
  training_id: string | null
  reminded_at: Instant | null
}

export type RateCardTable = {
  instrument_id: string
  version: number
  rates: Json
  valid_from: Instant
  note: string | null
  created_at: Instant
  created_by: string | null
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
  listed_no: Generated<number>
  version: Generated<number>
  source: string | null
  source_key: string | null
  created_at: Instant
  created_by: string | null
  updated_at: Instant
  taxon_id: string | null
  completeness: number | null
  findings: string[] | null
  crop: string | null
  crop_key: string | null
  longitude: number | null
  latitude: number | null
  depositor_id: string | null
  depositing_lab_id: string | null
  deposit_submitted_at: Instant | null
  deposited_with_id: string | null
  own_facets: string[] | null
}

export type RecordGoneTable = {
  record_id: string
  gone_at: Instant
  kind: string
  institution_id: string
  library: string | null
  subjects: string[]
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

export type ReportNormTable = {
  name: string
  value: number
  unit: string
  label_zh: string
  label_en: string
  source: string | null
}

export type RequestTable = {
  id: Generated<string>
  number: string
  institution_id: string
  collection_id: string | null
  requester_id: string
  lab_id: string | null
  purpose: GeneratedJson
  answers: GeneratedJson
  created_at: Instant
  version: Generated<number>
  event_count: Generated<number>
  state: Generated<string>
  turn: string | null
  turn_since: Instant
  due_at: Instant | null
  submitted_at: Instant | null
  decided_at: Instant | null
  ended_at: Instant | null
  supervisor_id: string | null
  reviewer_ids: Generated<string[]>
  assignee_id: string | null
  claimed_by: string | null
  claimed_until: Instant | null
  labels: Generated<string[]>
  destination: string | null
  form_id: string | null
  told_count: Generated<number>
  tell_at: Instant | null
  wakes_at: GeneratedInstant
  address: string | null
}

export type RequestAnswerFileTable = {
  id: Generated<string>
  request_id: string
  field: string
  key: string
  name: string
  size_bytes: number
  sha256: Buffer
  added_at: Instant
  added_by: string | null
}

export type RequestAttachmentTable = {
  id: Generated<string>
  request_id: string
  event_number: number
  object_key: string
  file_name: string
  size_bytes: number
  sha256: Buffer
}

export type RequestDeedTable = {
  request_id: string
  kind: string
  about: string
  step: string
  at: Instant
}

export type RequestEventTable = {
  request_id: string
  number: number
  at: Instant
  by_id: string | null
  type: string
  is_public: boolean
  data: Json
  for_ids: Generated<string[]>
}

export type RequestFeeTable = {
  item_id: string
  price_fen: number
  is_cost: boolean
  fixed_at: Instant
  waived_at: Instant | null
  waived_by: string | null
  waiver_reason: string | null
}

export type RequestFormTable = {
  id: Generated<string>
  institution_id: string
  collection_id: string | null
  number: number
  title_zh: string | null
  title_en: string | null
  fields: Json
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  published_at: Instant | null
  published_by: string | null
}

export type RequestItemTable = {
  id: Generated<string>
  request_id: string
  position: number
  record_id: string
  delivery: string
  quantity: number | null
  unit: string | null
  is_loan: Generated<boolean>
  target: GeneratedJson
  is_asked: Generated<boolean>
  answer: string | null
  approved_quantity: number | null
  conditions: string | null
  ended: string | null
  shipped: Generated<number>
  received: Generated<number>
  returned: Generated<number>
  reported_at: Instant | null
}

export type RequestMemberTable = {
  request_id: string
  person_id: string
  since: Instant
  until: Instant | null
}

export type RequestNumberingTable = {
  institution_id: string
  year: number
  last: number
}

export type RequestOrderTable = {
  instrument_id: string
  order_id: string
  item_id: string
}

export type RequestPermitTable = {
  id: Generated<string>
  item_id: string
  rule_id: string
  number: string
  issued_on: string
  valid_until: string | null
  object_key: string | null
  file_name: string | null
  content_type: string | null
  size_bytes: number | null
  sha256: Buffer | null
  added_at: Instant
  added_by: string | null
  removed_at: Instant | null
}

export type RequestPickTable = {
  reservation_id: string
  picked_at: Instant
  picked_by: string | null
}

export type RequestProviderTable = {
  id: Generated<string>
  institution_id: string
  collection_id: string | null
  answer_days: Generated<number>
  quorum: Generated<number>
  needs_consent: Generated<boolean>
  appeal_days: Generated<number>
  report_months: number | null
  mailbox: string | null
  version: Generated<number>
  created_at: Instant
  answer_days_by_kind: GeneratedJson
}

export type RequestReservationTable = {
  item_id: string
  reservation_id: string
  lot_id: string
  quantity: number
}

export type RequestSampleTable = {
  id: Generated<string>
  item_id: string
  sample_id: string
  reserved_at: Instant
  reserved_by: string | null
  picked_at: Instant | null
  picked_by: string | null
  shipment_id: string | null
  sent_amount: number | null
  ended_as: string | null
  ended_at: Instant | null
  ended_by: string | null
  returned_amount: number | null
}

export type ResearchResourceTable = {
  id: Generated<string>
  institution_id: string
  miabis_id: string | null
  acronym: string | null
  name_zh: string | null
  name_en: string | null
  url: string | null
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  contact_address: string | null
  description_zh: string | null
  description_en: string | null
  sample_source: string | null
  sex: Generated<string[]>
  age_low: number | null
  age_low_unit: string | null
  age_high: number | null
  age_high_unit: string | null
  dataset_types: Generated<string[]>
  sample_types: Generated<string[]>
  storage_temperatures: Generated<string[]>
  diseases: Generated<string[]>
  setting: Generated<string[]>
  design: Generated<string[]>
  use_conditions: Generated<string[]>
  status: string | null
  subjects_total: number | null
  inclusion_criteria: Generated<string[]>
  publications: Generated<string[]>
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  closed_at: Instant | null
}

export type ResearchResourceCollectionTable = {
  resource_id: string
  record_id: string
}

export type ReviewerLinkTable = {
  id: Generated<string>
  version_id: string
  secret_hash: Buffer
  note: string
  hides_authors: boolean
  created_at: Instant
  created_by: string | null
  expires_at: Instant
  revoked_at: Instant | null
  revoked_by: string | null
  visits: Generated<number>
  downloads: Generated<number>
  last_used_at: Instant | null
}

export type RoleGrantTable = {
  id: Generated<string>
  person_id: string
  role: string
  institution_id: string | null
  collection_id: string | null
  granted_by: string | null
  created_at: Instant
  told_at: Instant | null
}

export type SafetyDuplicateTable = {
  id: Generated<string>
  lot_id: string
  institution_id: string | null
  holder: string | null
  deposited_on: string
  document: string | null
  duplicate_lot_id: string | null
  confirmed_at: Instant | null
  confirmed_by: string | null
  ended_at: Instant | null
  ended_by: string | null
  ended_reason: string | null
  created_at: Instant
  created_by: string | null
}

export type SampleTable = {
  id: Generated<string>
  record_id: string
  institution_id: string
  code: string
  family: string
  type: string
  temperature: string | null
  created_on: string | null
  year: number | null
  anatomical_ontology: string | null
  anatomical_version: string | null
  anatomical_code: string | null
  anatomical_name: string | null
  anatomical_note: string | null
  diagnoses: Generated<string[]>
  use_conditions: Generated<string[]>
  donor_id: string | null
  source_id: string | null
  kit_id: string | null
  is_pooled: Generated<boolean>
  age_years: number | null
  amount: Generated<number>
  unit: Generated<string>
  freeze_thaws: Generated<number>
  sprec: string | null
  state: Generated<string>
  note: string | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
  blocked_at: Instant | null
}

export type SampleEventTable = {
  id: Generated<string>
  sample_id: string
  kind: string
  happened_on: string | null
  age: number | null
  age_unit: string | null
  note: string | null
  at: Instant
  by: string | null
  import_id: string | null
}

export type SampleImportTable = {
  id: Generated<string>
  record_id: string
  file_name: string
  header: string[]
  rows: Json
  mapping: GeneratedJson
  state: Generated<string>
  created_count: Generated<number>
  changed_count: Generated<number>
  unchanged_count: Generated<number>
  donor_ids: Generated<string[]>
  source_ids: Generated<string[]>
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
}

export type SampleImportRowTable = {
  import_id: string
  sample_id: string
  is_new: boolean
  version: number
  before: Json | null
}

export type SampleKitTable = {
  id: Generated<string>
  record_id: string
  code: string
  finished_at: Instant | null
  created_at: Instant
  created_by: string | null
}

export type SampleParentTable = {
  sample_id: string
  parent_id: string
}

export type SampleSettingsTable = {
  record_id: string
  smallest_cell: Generated<number>
  version: Generated<number>
}

export type SampleSourceTable = {
  id: Generated<string>
  record_id: string
  code: string
  kind: string
  taxon: string | null
  title: string | null
  sex: string | null
  breed: string | null
  locality: string | null
  latitude: number | null
  longitude: number | null
  collected_on: string | null
  permit: string | null
  note: string | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
}

export type SeededTable = {
  part: string
  ids: Json
  at: Instant
}

export type ServiceTable = {
  instrument_id: string
  id: Generated<string>
  version: number
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
}

export type ServiceOrderTable = {
  instrument_id: string
  id: Generated<string>
  number: string
  service_id: string
  service_version: number
  person_id: string
  lab_id: string | null
  state: string
  version: Generated<number>
  answers: Json
  samples: Json
  submitted_at: Instant
  due_at: Instant | null
  quote: Json | null
  quote_fen: number | null
  quote_until: Instant | null
  accepted_at: Instant | null
  delivered_at: Instant | null
  rating: number | null
  rating_words: string | null
  ended_at: Instant | null
  machine_hours: number | null
}

export type ServiceOrderEventTable = {
  instrument_id: string
  order_id: string
  id: Generated<string>
  at: Instant
  by_id: string | null
  type: string
  note: string | null
}

export type ServiceOrderFileTable = {
  instrument_id: string
  order_id: string
  id: Generated<string>
  key: string
  name: string
  size_bytes: number
  sha256: Buffer
  field: string | null
  added_at: Instant
  added_by: string | null
}

export type ServiceVersionTable = {
  instrument_id: string
  service_id: string
  number: number
  title_zh: string | null
  title_en: string | null
  about_zh: string | null
  about_en: string | null
  unit: string
  turnaround_days: number
  prices: Json
  fields: Json
  made_at: Instant
  made_by: string | null
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

export type ShipmentTable = {
  id: Generated<string>
  request_id: string
  way: string
  carrier: string | null
  tracking: string | null
  collected_by: string | null
  note: string | null
  sent_at: Instant
  sent_by: string | null
  received_at: Instant | null
  lost_at: Instant | null
}

export type ShipmentLineTable = {
  id: Generated<string>
  shipment_id: string
  item_id: string
  reservation_id: string | null
  lot_id: string | null
  quantity: number
  lot_quantity: number | null
  returned: Generated<number>
}

export type StandingInTable = {
  delegate_id: string | null
  person_id: string | null
  institution_id: string | null
  collection_id: string | null
  from_day: string | null
  until_day: string | null
}

export type StatementTable = {
  id: Generated<string>
  lab_id: string
  institution_id: string
  month: string
  total_fen: number
  line_count: number
  issued_at: Instant
  issued_by: string | null
}

export type StatementLineTable = {
  instrument_id: string
  charge_id: string
  statement_id: string
}

export type StewardAbsenceTable = {
  id: Generated<string>
  person_id: string
  institution_id: string
  from_day: string
  until_day: string
  delegate_id: string | null
  created_at: Instant
  ended_at: Instant | null
  version: Generated<number>
}

export type StorageQuotaTable = {
  id: Generated<string>
  institution_id: string
  lab_id: string | null
  max_bytes: number
  changed_at: Instant
  changed_by: string | null
}

export type StoreClimateTable = {
  place_id: string
  class: string
  celsius_from: number
  celsius_to: number
  humidity_from: number | null
  humidity_to: number | null
}

export type SynonymGroupTable = {
  id: Generated<string>
  code: string | null
  words: string[]
  narrower: Generated<string[]>
  keys: string[]
  closed_at: Instant | null
  version: Generated<number>
  created_at: Instant
}

export type TaxonTable = {
  id: Generated<string>
  rank: string
  scientific_name: string
  key: Generated<string>
  authorship: string | null
  name_zh: string | null
  name_en: string | null
  other_names: string | null
  source: string | null
  parent_id: string | null
  parent_level: number | null
  accepted_id: string | null
  level: number | null
  is_accepted: Generated<boolean>
  needs_accepted: boolean | null
  version: Generated<number>
  created_at: Instant
  protection: string | null
}

export type TenderTable = {
  id: Generated<string>
  statement_id: string
  voucher_id: string
  amount_fen: number
  at: Instant
  by: string | null
}

export type TestCountTable = {
  test_id: string
  replicate: number
  day: number
  normal: number
  abnormal: number
  hard: number
  dead: number
  empty: number
  version: Generated<number>
  counted_at: Instant
  counted_by: string | null
}

export type TestProtocolTable = {
  id: Generated<string>
  code: string
  name_zh: string | null
  name_en: string | null
  species_group: string
  substrate: string | null
  temperature: string
  treatment_zh: string | null
  treatment_en: string | null
  first_count_day: number
  last_day: number
  replicates: number
  seeds_per_replicate: number
  categories: string[]
  hard_is_viable: boolean
  closed_at: Instant | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
}

export type TestReplicateTable = {
  test_id: string
  number: number
  seeds: number
}

export type TestingRuleTable = {
  institution_id: string
  rule: Json
  version: Generated<number>
}

export type TrainingAttendeeTable = {
  instrument_id: string
  session_id: string
  person_id: string
  enrolled_at: Instant
  enrolled_by: string | null
  passed_at: Instant | null
  passed_by: string | null
}

export type TrainingSessionTable = {
  instrument_id: string
  id: Generated<string>
  title: string
  about: string | null
  place: string
  starts_at: Instant
  ends_at: Instant
  seats: number
  kinds: string[]
  valid_months: number | null
  created_at: Instant
  created_by: string | null
  cancelled_at: Instant | null
  cancelled_by: string | null
  cancel_reason: string | null
}

export type TraitTable = {
  id: Generated<string>
  code: string
  name_zh: string | null
  name_en: string | null
  crop: string | null
  category: string
  method_zh: string | null
  method_en: string | null
  scale: string
  unit: string | null
  lowest: number | null
  highest: number | null
  classes: string | null
  closed_at: Instant | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
}

export type TraitImageTable = {
  id: Generated<string>
  image_id: string
  trait_id: string
  created_at: Instant
  created_by: string | null
}

export type TrialTable = {
  id: Generated<string>
  institution_id: string
  code: string
  name_zh: string | null
  name_en: string | null
  site: string | null
  season: string
  starts_on: string | null
  ends_on: string | null
  about_zh: string | null
  about_en: string | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
}

export type UsageSaltTable = {
  day: string
  salt: Buffer
}

export type UseReportTable = {
  id: Generated<string>
  request_id: string
  by_id: string
  at: Instant
  results: string
  publications: GeneratedJson
  patents: Generated<string[]>
  varieties: Generated<string[]>
  contract_number: string | null
  contract_fen: number | null
}

export type UseReportDerivedTable = {
  report_id: string
  record_id: string
  parent_id: string
}

export type UseReportDutyTable = {
  item_id: string
  request_id: string
  due_at: Instant
}

export type UseReportFileTable = {
  id: Generated<string>
  report_id: string
  object_key: string
  file_name: string
  size_bytes: number
  sha256: Buffer
  added_at: Instant
  added_by: string | null
}

export type UseReportItemTable = {
  report_id: string
  item_id: string
  record_id: string
}

export type ViabilityTestTable = {
  id: Generated<string>
  lot_id: string
  number: number
  protocol_id: string | null
  started_on: string
  planned_seeds: number | null
  categories: Generated<string[]>
  hard_is_viable: Generated<boolean>
  last_day: number | null
  lot_entry_id: string | null
  seeds: number | null
  finished_on: string | null
  percent: number | null
  is_conclusive: boolean | null
  note: string | null
  abandoned_reason: string | null
  ended_at: Instant | null
  ended_by: string | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
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
  is_offered: Generated<boolean>
}

export type VoucherTable = {
  id: Generated<string>
  code: string
  title_zh: string | null
  title_en: string | null
  institution_id: string
  lab_id: string
  face_fen: number
  balance_fen: number
  cover_percent: number | null
  cover_fen: number | null
  cap_fen: number | null
  valid_from: string
  valid_to: string
  created_at: Instant
  created_by: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
}

export type WaitlistEntryTable = {
  instrument_id: string
  id: Generated<string>
  person_id: string
  lab_id: string | null
  earliest_at: Instant
  latest_at: Instant
  minutes: number
  purpose: string
  project: string | null
  created_at: Instant
  promoted_at: Instant | null
  booking_id: string | null
  left_at: Instant | null
  planned_samples: number | null
  assisted: Generated<boolean>
}

export type Database = {
  access_token: AccessTokenTable
  accession: AccessionTable
  accession_of_taxon: AccessionOfTaxonTable
  agreement: AgreementTable
  agreement_acceptance: AgreementAcceptanceTable
  agreement_text: AgreementTextTable
  animal_profile: AnimalProfileTable
  attached_document: AttachedDocumentTable
  audit: AuditTable
  basket: BasketTable
  basket_item: BasketItemTable
  biobank: BiobankTable
  biobank_collection: BiobankCollectionTable
  booking: BookingTable
  booking_policy: BookingPolicyTable
  booking_series: BookingSeriesTable
  brapi_image: BrapiImageTable
  brapi_list: BrapiListTable
  brapi_search: BrapiSearchTable
  bulk_decision: BulkDecisionTable
  bulk_decision_request: BulkDecisionRequestTable
  bulk_edit: BulkEditTable
  bulk_edit_record: BulkEditRecordTable
  calendar_feed: CalendarFeedTable
  charge: ChargeTable
  climate_reading: ClimateReadingTable
  collection: CollectionTable
  consent_link: ConsentLinkTable
  dataset: DatasetTable
  dataset_acceptance: DatasetAcceptanceTable
  dataset_file: DatasetFileTable
  dataset_grant: DatasetGrantTable
  dataset_object: DatasetObjectTable
  dataset_upload: DatasetUploadTable
  dataset_upload_part: DatasetUploadPartTable
  dataset_usage: DatasetUsageTable
  dataset_use: DatasetUseTable
  dataset_use_count: DatasetUseCountTable
  dataset_version: DatasetVersionTable
  deposit_centre: DepositCentreTable
  deposit_holiday: DepositHolidayTable
  deposit_item: DepositItemTable
  deposit_item_part: DepositItemPartTable
  deposit_numbering: DepositNumberingTable
  deposit_part: DepositPartTable
  deposit_project: DepositProjectTable
  deposit_receipt: DepositReceiptTable
  deposit_remark: DepositRemarkTable
  donor: DonorTable
  donor_consent: DonorConsentTable
  entitlement: EntitlementTable
  external_reference: ExternalReferenceTable
  fact_change: FactChangeTable
  fact_kept: FactKeptTable
  fact_secret: FactSecretTable
  file_preview: FilePreviewTable
  file_preview_picture: FilePreviewPictureTable
  fixity_check: FixityCheckTable
  idempotency_key: IdempotencyKeyTable
  identity: IdentityTable
  image: ImageTable
  image_derivative: ImageDerivativeTable
  import: ImportTable
  import_mapping: ImportMappingTable
  import_row: ImportRowTable
  inbox: InboxTable
  institution: InstitutionTable
  instrument: InstrumentTable
  introduction_step: IntroductionStepTable
  kiosk: KioskTable
  lab: LabTable
  lab_member: LabMemberTable
  latin_word: LatinWordTable
  library: LibraryTable
  life_constants: LifeConstantsTable
  lot: LotTable
  lot_entry: LotEntryTable
  lot_parent: LotParentTable
  lot_reservation: LotReservationTable
  lot_viability: LotViabilityTable
  mail: MailTable
  maintenance_done: MaintenanceDoneTable
  maintenance_plan: MaintenancePlanTable
  material_fee: MaterialFeeTable
  membership: MembershipTable
  microbe_profile: MicrobeProfileTable
  minted_identifier: MintedIdentifierTable
  mission: MissionTable
  network: NetworkTable
  network_member: NetworkMemberTable
  notice: NoticeTable
  notice_off: NoticeOffTable
  nrii_field: NriiFieldTable
  nrii_record: NriiRecordTable
  object_intent: ObjectIntentTable
  observation: ObservationTable
  occupancy: OccupancyTable
  one_time_link: OneTimeLinkTable
  order_numbering: OrderNumberingTable
  outage: OutageTable
  parentage: ParentageTable
  permit_rule: PermitRuleTable
  person: PersonTable
  place: PlaceTable
  placement: PlacementTable
  placement_step: PlacementStepTable
  plant_profile: PlantProfileTable
  preauthorisation: PreauthorisationTable
  problem_report: ProblemReportTable
  project: ProjectTable
  qualification: QualificationTable
  rate_card: RateCardTable
  rate_limit: RateLimitTable
  record: RecordTable
  record_gone: RecordGoneTable
  record_identifier: RecordIdentifierTable
  record_name: RecordNameTable
  relation: RelationTable
  report_norm: ReportNormTable
  request: RequestTable
  request_answer_file: RequestAnswerFileTable
  request_attachment: RequestAttachmentTable
  request_deed: RequestDeedTable
  request_event: RequestEventTable
  request_fee: RequestFeeTable
  request_form: RequestFormTable
  request_item: RequestItemTable
  request_member: RequestMemberTable
  request_numbering: RequestNumberingTable
  request_order: RequestOrderTable
  request_permit: RequestPermitTable
  request_pick: RequestPickTable
  request_provider: RequestProviderTable
  request_reservation: RequestReservationTable
  request_sample: RequestSampleTable
  research_resource: ResearchResourceTable
  research_resource_collection: ResearchResourceCollectionTable
  reviewer_link: ReviewerLinkTable
  role_grant: RoleGrantTable
  safety_duplicate: SafetyDuplicateTable
  sample: SampleTable
  sample_event: SampleEventTable
  sample_import: SampleImportTable
  sample_import_row: SampleImportRowTable
  sample_kit: SampleKitTable
  sample_parent: SampleParentTable
  sample_settings: SampleSettingsTable
  sample_source: SampleSourceTable
  seeded: SeededTable
  service: ServiceTable
  service_order: ServiceOrderTable
  service_order_event: ServiceOrderEventTable
  service_order_file: ServiceOrderFileTable
  service_version: ServiceVersionTable
  session: SessionTable
  shipment: ShipmentTable
  shipment_line: ShipmentLineTable
  standing_in: StandingInTable
  statement: StatementTable
  statement_line: StatementLineTable
  steward_absence: StewardAbsenceTable
  storage_quota: StorageQuotaTable
  store_climate: StoreClimateTable
  synonym_group: SynonymGroupTable
  taxon: TaxonTable
  tender: TenderTable
  test_count: TestCountTable
  test_protocol: TestProtocolTable
  test_replicate: TestReplicateTable
  testing_rule: TestingRuleTable
  training_attendee: TrainingAttendeeTable
  training_session: TrainingSessionTable
  trait: TraitTable
  trait_image: TraitImageTable
  trial: TrialTable
  usage_salt: UsageSaltTable
  use_report: UseReportTable
  use_report_derived: UseReportDerivedTable
  use_report_duty: UseReportDutyTable
  use_report_file: UseReportFileTable
  use_report_item: UseReportItemTable
  viability_test: ViabilityTestTable
  vocabulary: VocabularyTable
  vocabulary_term: VocabularyTermTable
  voucher: VoucherTable
  waitlist_entry: WaitlistEntryTable
}
