-- In which chapters of ICD-10 codes are, one bit each in the order of src/samples/facts/rules/chapters.ts; ORPHA is the last.
create function disease_chapters(codes text[]) returns int language sql immutable parallel safe as $$
  select coalesce(bit_or(case
      when left(code, 3) collate "C" between 'A00' and 'B99' then 1 << 0
      when left(code, 3) collate "C" between 'C00' and 'D48' then 1 << 1
      when left(code, 3) collate "C" between 'D50' and 'D89' then 1 << 2
      when left(code, 3) collate "C" between 'E00' and 'E90' then 1 << 3
      when left(code, 3) collate "C" between 'F00' and 'F99' then 1 << 4
      when left(code, 3) collate "C" between 'G00' and 'G99' then 1 << 5
      when left(code, 3) collate "C" between 'H00' and 'H59' then 1 << 6
      when left(code, 3) collate "C" between 'H60' and 'H95' then 1 << 7
      when left(code, 3) collate "C" between 'I00' and 'I99' then 1 << 8
      when left(code, 3) collate "C" between 'J00' and 'J99' then 1 << 9
      when left(code, 3) collate "C" between 'K00' and 'K93' then 1 << 10
      when left(code, 3) collate "C" between 'L00' and 'L99' then 1 << 11
      when left(code, 3) collate "C" between 'M00' and 'M99' then 1 << 12
      when left(code, 3) collate "C" between 'N00' and 'N99' then 1 << 13
      when left(code, 3) collate "C" between 'O00' and 'O99' then 1 << 14
      when left(code, 3) collate "C" between 'P00' and 'P96' then 1 << 15
      when left(code, 3) collate "C" between 'Q00' and 'Q99' then 1 << 16
      when left(code, 3) collate "C" between 'R00' and 'R99' then 1 << 17
      when left(code, 3) collate "C" between 'S00' and 'T98' then 1 << 18
      when left(code, 3) collate "C" between 'U00' and 'U99' then 1 << 19
      when left(code, 3) collate "C" between 'V01' and 'Y98' then 1 << 20
      when left(code, 3) collate "C" between 'Z00' and 'Z99' then 1 << 21
      when left(code, 3) collate "C" between 'ORP' and 'ORP' then 1 << 22
    end), 0)
  from unnest(codes) as code
$$;

alter table donor add column chapters int generated always as (disease_chapters(diagnoses)) stored;
alter table sample add column chapters int generated always as (disease_chapters(diagnoses)) stored;

-- What is counted of collections: samples that are held, of donors who have not withdrawn. Counts read this index alone.
create index sample_counted on sample (record_id, donor_id, type, year, age_years) include (chapters, diagnoses)
  where blocked_at is null and state in ('stored', 'out');

-- Of this installation alone: which public counts are shown a step lower than they are follows from it.
create table fact_secret (
  id boolean primary key default true check (id),
  secret text not null
);
insert into fact_secret (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);
