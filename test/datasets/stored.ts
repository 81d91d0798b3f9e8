import type { TestHouse } from '../support/house.ts'
import { addDataset, addFiles } from './scene.ts'

/** A dataset of the curator's institution with a draft of its first version, which is empty. */
export async function draftDataset(house: TestHouse) {
  const { id, versionId } = await addDataset(house, { state: 'draft', files: {} })
  return { dataset: id, version: versionId }
}

/** Stores a file as an upload leaves it; answers the object that it is. */
export async function storeFile(
  house: TestHouse,
  { version }: { version: string },
  { path, text }: { path: string; text: string },
) {
  await addFiles(house, version, { [path]: text })
  return house.db
    .selectFrom('dataset_file')
    .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
    .where('version_id', '=', version)
    .where('path', '=', path)
    .select(['dataset_object.id', 'dataset_object.key'])
    .executeTakeFirstOrThrow()
}
