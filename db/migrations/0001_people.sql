-- Who: institutions, labs, people, roles, sessions, tokens; and what every write leaves behind.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- PostgreSQL 18 has uuidv7(); before it we make our own of the same shape (RFC 9562 §5.7).
do $$
begin
  if current_setting('server_version_num')::int < 180000 then
    create function public.uuidv7() returns uuid language sql volatile parallel safe as $body$
      select encode(
        set_bit(
          set_bit(
            overlay(
              uuid_send(gen_random_uuid())
              placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
              from 1 for 6
            ),
            52, 1
          ),
          53, 1
        ),
        'hex'
      )::uuid
    $body$;
  end if;
end
$$;

create table institution (
  id uuid primary key default uuidv7(),
  name_zh text,
  name_en text,
  kind text not null default 'institute',
  -- GB/T 2260 code of the county or city: six digits.
  region text check (region ~ '^[0-9]{6}$'),
  timezone text not null default 'Asia/Shanghai',
  -- 统一社会信用代码
  credit_code text,
  ror text,
  -- FAO WIEWS institute code, as in MCPD INSTCODE.
  wiews text,
  website text,
  address text,
  about_zh text,
  about_en text,
  -- A new member waits for the institution's administrator where it asks so.
  approves_members boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint institution_named check (coalesce(name_zh, name_en) is not null),
  constraint institution_credit_code_taken unique (credit_code),
  constraint institution_wiews_taken unique (wiews)
);

create table lab (
  id uuid primary key default uuidv7(),
  institution_id uuid not null references institution,
  name_zh text,
  name_en text,
  about_zh text,
  about_en text,
  version int not null default 1,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint lab_named check (coalesce(name_zh, name_en) is not null)
);
create index lab_by_institution on lab (institution_id);

create table person (
  id uuid primary key default uuidv7(),
  name text not null,
  -- Kept as typed; compared in lower case.
  email text not null,
  -- argon2id in PHC form; null for who signs in elsewhere only.
  password_hash text,
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  email_verified_at timestamptz,
  is_admin boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  disabled_at timestamptz,
  disabled_by uuid references person
);
create unique index person_email_taken on person (lower(email));

-- Belonging to an institution: pending until approved where the institution asks so.
create table membership (
  person_id uuid not null references person,
  institution_id uuid not null references institution,
  title text,
  created_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid references person,
  primary key (person_id, institution_id)
);
create index membership_by_institution on membership (institution_id);

create table lab_member (
  lab_id uuid not null references lab,
  person_id uuid not null references person,
  role text not null check (role in ('pi', 'member')),
  created_at timestamptz not null,
  primary key (lab_id, person_id)
);
create index lab_member_by_person on lab_member (person_id);

-- Curators and stewards, of a whole institution or of one collection record.
create table role_grant (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  role text not null check (role in ('curator', 'steward')),
  institution_id uuid references institution,
  collection_id uuid,
  granted_by uuid references person,
  created_at timestamptz not null,
  constraint role_grant_scope check (num_nonnulls(institution_id, collection_id) = 1),
  constraint role_grant_taken unique nulls not distinct (person_id, role, institution_id, collection_id)
);

-- Signing in elsewhere (OIDC): the issuer's word for a person.
create table identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_by_person on identity (person_id);

-- A browser's session; the cookie carries a secret of which only the SHA-256 is kept.
create table session (
  id uuid primary key default uuidv7(),
  secret_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  user_agent text,
  address text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on session (person_id);
create index session_by_expiry on session (expires_at);

-- Personal access tokens: shown once, kept as a hash.
create table access_token (
  id uuid primary key default uuidv7(),
  secret_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  seen_at timestamptz,
  revoked_at timestamptz
);
create index access_token_by_person on access_token (person_id);

-- One-time links sent by mail: invitation, password reset, address verification, OIDC round trip.
create table one_time_link (
  secret_hash bytea primary key,
  purpose text not null check (purpose in ('invitation', 'password_reset', 'email_verification', 'oidc')),
  person_id uuid references person on delete cascade,
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_by_expiry on one_time_link (expires_at);

-- A leaky bucket per thing limited (`sign_in:address:…`): level drains with time.
create table rate_limit (
  bucket text primary key,
  level double precision not null,
  updated_at timestamptz not null
);
create index rate_limit_by_update on rate_limit (updated_at);

-- Every change, in the same transaction as the change.
create table audit (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  actor_type text not null check (actor_type in ('person', 'anonymous', 'system')),
  actor_id uuid,
  actor_name text,
  -- `entity.verb`, as `record.publish`.
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  entity text not null,
  entity_id uuid,
  institution_id uuid,
  -- The changed fields only.
  before jsonb,
  after jsonb,
  request_id text
);
create index audit_by_entity on audit (entity, entity_id, id desc);
create index audit_by_actor on audit (actor_id, id desc);
create index audit_by_institution on audit (institution_id, id desc);

-- Letters on their way; without SMTP they stay here, and the demo shows them at /outbox.
create table mail (
  id uuid primary key default uuidv7(),
  to_person_id uuid references person on delete set null,
  to_address text not null,
  subject text not null,
  body text not null,
  attachments jsonb not null default '[]',
  created_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text
);

-- Idempotency-Key: taken inside the write's transaction, answered again afterwards.
create table idempotency_key (
  actor_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  constraint idempotency_key_taken primary key (actor_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
