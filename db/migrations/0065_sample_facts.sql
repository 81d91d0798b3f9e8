-- What is counted of collections: samples that are held, of donors who have not withdrawn. Counts read this index alone.
create index sample_counted on sample (record_id, donor_id, type, year, age_years) include (diagnoses)
  where blocked_at is null and state in ('stored', 'out');

-- Of this installation alone: which public counts are shown a step lower than they are follows from it.
create table fact_secret (
  id boolean primary key default true check (id),
  secret text not null
);
insert into fact_secret (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);
