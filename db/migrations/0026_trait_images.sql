-- Which pictures of an accession show which of its traits.
create table trait_image (
  id uuid primary key default uuidv7(),
  image_id uuid not null references image on delete cascade,
  trait_id uuid not null references trait,
  created_at timestamptz not null,
  created_by uuid references person,
  constraint trait_image_taken unique (image_id, trait_id)
);
create index trait_image_of_trait on trait_image (trait_id, id desc);
