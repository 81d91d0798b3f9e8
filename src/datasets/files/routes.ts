import { z } from 'zod'
import { bytesText } from '../../web/format.ts'
import { item } from '../../web/item.ts'
import { list } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { datasetPaths } from '../words/paths.ts'
import { editFile, filesOf, getFile, removeFiles } from './actions.ts'
import { FileAnswer, fileForm, filesFilter, Removal } from './model.ts'
import { fileWords as words } from './words.ts'

const tag = 'datasets'
const all = '/datasets/:dataset/versions/:number/files'
const pageOfFiles = '/records/:dataset/versions/:number/files'

export const fileList = list({
  path: all,
  tag,
  summary: 'The files of a version by name; none where their access does not allow it',
  title: words.files,
  empty: { title: words.none },
  item: FileAnswer,
  filters: filesFilter,
  query: filesOf,
  columns: {
    name: { label: words.name, text: ({ name }) => name },
    size: { label: words.size, text: ({ sizeBytes }) => bytesText(sizeBytes) },
    sha256: { label: { zh: 'SHA-256', en: 'SHA-256' }, code: ({ sha256 }) => sha256 },
    description: { label: words.description, text: ({ description }) => description },
  },
})

const one = item({
  path: `${all}/:id`,
  tag,
  summary: 'A file of a version',
  refuses: [403, 409],
  schema: FileAnswer,
  read: getFile,
})

const edit = write({
  path: `${all}/:id`,
  tag,
  method: 'patch',
  summary: 'Rename or describe a file of a draft',
  refuses: [409],
  form: fileForm.edit,
  result: FileAnswer,
  does: editFile,
  at: `${pageOfFiles}/:id`,
  flash: () => words.saved,
  next: ({ dataset, number }) => datasetPaths.version(dataset, Number(number)),
})

const removal = write({
  path: `${all}/removals`,
  tag,
  summary: 'Take files out of a draft: by their ids, and all below some folders',
  refuses: [409],
  form: { schema: Removal, read: removalIn },
  result: z.object({ removed: z.int() }),
  does: removeFiles,
  // Not below `files`, where a name would be read as the id of one.
  at: '/records/:dataset/versions/:number/removals',
  flash: (_, { removed }) => words.removed(removed),
  next: ({ dataset, number }) => datasetPaths.version(dataset, Number(number)),
})

/** A form’s ticked boxes. */
function removalIn(typed: Readonly<Record<string, readonly string[]>>) {
  return { files: typed['files'] ?? [], folders: typed['folders'] ?? [] }
}

/** Files of versions: their JSON, and where their forms post to. */
export const { api: fileRoutes, pages: fileForms } = surfaces(fileList, one, edit, removal)
