-- The samples of an original that are shown as black and as white, where they were stretched to what a screen shows.
alter table image
  add column black_level double precision,
  add column white_level double precision,
  add constraint image_levels_both check ((black_level is null) = (white_level is null));
