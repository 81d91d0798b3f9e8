-- How many deposits wait for a check is counted for every page of a curator.
create index deposit_item_to_check on deposit_item (project_id) where state in ('unit_check', 'centre_check');
