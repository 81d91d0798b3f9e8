import type { Command, CommandIo } from '../../core/command.ts'
import { Problem } from '../../core/problem.ts'
import { ownerOf } from '../imports/actions/start.ts'
import { importDirectory } from './actions.ts'
import { type DirectoryFile, isRead, readDirectory } from './rules.ts'
import { directoryImportWords as words } from './words.ts'

/** `hexi import-directory --institution X Biobanks.csv Collections.csv`: of a directory in BBMRI-ERIC’s tables. */
export const importDirectoryCommand: Command = {
  name: 'import-directory',
  about: {
    zh: '从 BBMRI-ERIC 目录的 CSV 表导入样本库、网络和样本集（样本集存为草稿），并列出无法对应的内容',
    en: 'Imports biobanks, networks and collections (as drafts) from the CSV tables of a BBMRI-ERIC directory and lists what could not be mapped',
  },
  positionals: ['FILE…'],
  options: {
    institution: {
      type: 'string',
      needed: true,
      about: {
        zh: '归属单位的编号、WIEWS 代码或名称',
        en: 'Owner: id, WIEWS code or name',
      },
    },
    'dry-run': {
      type: 'boolean',
      about: { zh: '只检查，不存入任何内容', en: 'Only checks; stores nothing' },
    },
  },
  async run(ctx, { positionals, options }, io) {
    const institution = await ownerOf(ctx, 'collection', String(options['institution']))
    const files = await Promise.all(positionals.map((path) => fileAt(io, path)))
    for (const { name } of files) if (!isRead(name)) io.warn(words.notRead(name))
    const directory = readDirectory(files)
    const { biobanks, networks, collections, leftOut } = directory
    for (const one of leftOut)
      io.warn(one.value === undefined ? words.column(one) : words.value(one))
    io.say(words.found(biobanks.length, networks.length, collections.length))
    if (options['dry-run'] === true) return 'done'
    const { made, refused } = await importDirectory(ctx, directory, institution.id)
    for (const { id, why } of refused) io.warn(words.refused(id, why))
    io.say(words.done(made, refused.length))
    return refused.length === 0 ? 'done' : 'failed'
  },
}

async function fileAt(io: CommandIo, path: string): Promise<DirectoryFile> {
  const name = path.replace(/^.*[/\\]/, '')
  try {
    const { body } = await io.openFile(path)
    return { name, text: await new Response(body).text() }
  } catch (error) {
    throw new Problem('not-found', words.noFile(path, error instanceof Error ? error.message : ''))
  }
}
