-- Where material is sent, if not to the address of the recipient's institution.
alter table request add column address text check (length(address) between 1 and 500);
