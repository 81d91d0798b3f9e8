-- Events come with a table of samples, and go again where it is taken back. All others stay.

alter table sample_event add column import_id uuid references sample_import;
create index sample_event_of_import on sample_event (import_id) where import_id is not null;
drop trigger sample_event_stays on sample_event;
create trigger sample_event_stays before update on sample_event for each row execute function refuse_change();
create trigger sample_event_kept before delete on sample_event
  for each row when (old.import_id is null) execute function refuse_change();
