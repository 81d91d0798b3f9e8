import { Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { bytesText } from '../../web/format.ts'
import { item } from '../../web/item.ts'
import { list, noFilters } from '../../web/list.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { columnWords } from '../../web/words.ts'
import { datasetPaths } from '../words/paths.ts'
import {
  changesOf,
  createVersion,
  deleteDraftVersion,
  editVersion,
  getVersion,
  type VersionRow,
  versionsOf,
} from './actions.ts'
import { changesFilter, FileChangeAnswer, VersionAnswer, versionForm } from './model.ts'
import { editPage } from './pages/edit.tsx'
import { versionStateOf, versionWords as words } from './words.ts'

const tag = 'datasets'
const all = '/datasets/:dataset/versions'
const single = '/datasets/:dataset/versions/:number'
const pageOfOne = '/records/:dataset/versions/:number'

export const versionList = list({
  path: all,
  tag,
  summary: 'The versions of a dataset, the newest first',
  title: words.versions,
  empty: { title: words.none, text: words.noneText },
  item: VersionAnswer,
  filters: noFilters,
  query: versionsOf,
  columns: {
    number: {
      label: words.version,
      text: ({ number }) => words.numbered(number),
      href: ({ recordId, number }: VersionRow) => datasetPaths.version(recordId, number),
    },
    state: { label: columnWords.state, state: versionStateOf },
    published: { label: words.publishedOn, moment: ({ publishedAt }) => publishedAt },
    files: { label: words.fileCount, number: ({ fileCount }) => fileCount },
    size: {
      label: words.size,
      text: ({ sizeBytes }) => (sizeBytes === null ? null : bytesText(sizeBytes)),
    },
    notes: { label: words.notes, text: ({ notes }) => notes },
  },
})

const one = item({
  path: single,
  tag,
  summary: 'A version of a dataset',
  schema: VersionAnswer,
  read: getVersion,
})

export const changesList = list({
  path: `${single}/changes`,
  tag,
  summary: 'The files that a version has otherwise than the one before, or than the version `from`',
  title: words.changes,
  empty: { title: words.noChanges },
  item: FileChangeAnswer,
  filters: changesFilter,
  query: changesOf,
  columns: {
    name: { label: words.file, text: ({ name }) => name },
    change: { label: words.change, text: ({ change }) => words.changeNames[change] },
    before: {
      label: words.sizeBefore,
      text: ({ sizeBytesBefore }) => (sizeBytesBefore === null ? null : bytesText(sizeBytesBefore)),
    },
    size: {
      label: words.size,
      text: ({ sizeBytes }) => (sizeBytes === null ? null : bytesText(sizeBytes)),
    },
  },
})

const creation = write({
  path: all,
  tag,
  summary: 'Begin the next version, with the files of the last one',
  refuses: [403, 409],
  form: versionForm,
  creates: true,
  result: VersionAnswer,
  does: createVersion,
  at: '/records/:dataset/versions',
  flash: (_, { number }) => words.begun(number),
  next: ({ dataset }, { number }) => datasetPaths.version(dataset, number),
})

const edit = write({
  path: single,
  tag,
  method: 'patch',
  summary: 'Change what is said of a version; terms of a draft only',
  refuses: [409],
  form: versionForm.edit,
  versioned: true,
  result: VersionAnswer,
  does: editVersion,
  at: `${pageOfOne}/edit`,
  flash: () => words.saved,
  next: versionPage,
  page: editPage,
})

const deletion = write({
  path: single,
  tag,
  method: 'delete',
  summary: 'Delete a draft version',
  refuses: [409],
  does: async (ctx, _, { dataset, number }) => deleteDraftVersion(ctx, { dataset, number }),
  at: `${pageOfOne}/deletion`,
  flash: () => words.deleted,
  next: ({ dataset }) => datasetPaths.versions(dataset),
})

function versionPage({ dataset, number }: { dataset: string; number: string }) {
  return datasetPaths.version(dataset, Number(number))
}

const editing = new Hono<Env>().get(`${pageOfOne}/edit`, (c) => editPage(c))

/** Versions of datasets: their JSON, and where their forms post to. */
export const { api: versionRoutes, pages: versionForms } = surfaces(
  versionList,
  one,
  changesList,
  creation,
  edit,
  deletion,
  { pages: editing },
)
