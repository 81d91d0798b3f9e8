-- A request for certain files of a version gives these alone.
alter table entitlement add column file_ids uuid[];
update entitlement
set file_ids = array(
  select value::uuid
  from jsonb_array_elements_text(request_item.target->'fileIds') as value
  where value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
)
from request_item
where request_item.id = entitlement.item_id
  and jsonb_typeof(request_item.target->'fileIds') = 'array';

-- 畜牧法 art. 14: protected stock is not disposed of without approval. Its number stands with the line of the ledger.
alter table lot_entry add column approval text check (approval <> '');
