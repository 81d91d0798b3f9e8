import { type SqlBool, sql } from 'kysely'

/** Objects that no file is any more; the query names `dataset_object`. */
export const isUnused = sql<SqlBool>`not exists (
  select from dataset_file where dataset_file.object_id = dataset_object.id
)`
