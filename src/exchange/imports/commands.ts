import { type Kind, kinds } from '../../catalog/records/model/record.ts'
import type { Command, CommandIo } from '../../core/command.ts'
import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { refuseOverwriting, writeNew } from '../commands.ts'
import { importRecords, resumeImport } from './actions/here.ts'
import { rejectedFile } from './actions/read.ts'
import { mappingIn, ownerOf } from './actions/start.ts'
import type { ImportReport } from './model.ts'
import { importWords as words } from './words.ts'

const rejected = {
  type: 'string',
  about: {
    zh: '将退回的行连同原因写入新的 CSV 文件',
    en: 'Writes the rejected rows with their reasons to this new CSV file',
  },
} as const

/** `hexi import --kind accession FILE`: good rows in, bad rows named; exit 1 when any was bad. */
export const importCommand: Command = {
  name: 'import',
  about: {
    zh: '从 CSV、TSV、XLSX、JSON 或 Darwin Core Archive 导入记录：表头为字段名（种质可用 MCPD 名）；导入正确的行，列出有误的行',
    en: 'Imports records from CSV, TSV, XLSX, JSON or a Darwin Core Archive whose header contains field names (MCPD names for accessions); valid rows are imported, invalid rows are listed',
  },
  positionals: ['FILE'],
  options: {
    kind: {
      type: 'string',
      needed: true,
      oneOf: kinds,
      about: {
        zh: 'instrument、dataset、accession 或 collection',
        en: 'instrument, dataset, accession or collection',
      },
    },
    institution: {
      type: 'string',
      about: {
        zh: '归属单位的编号、WIEWS 代码或名称（默认为此类记录最多的单位）',
        en: 'Owner: id, WIEWS code or name (default: the institution with most records of the kind)',
      },
    },
    mapping: {
      type: 'string',
      about: {
        zh: '列与字段的对应，JSON，例如 {"编号": "accenumb"}；空值表示不导入该列',
        en: 'Column mapping as JSON, for example {"Nr.": "accenumb"}; an empty value leaves a column out',
      },
    },
    rejected,
    draft: {
      type: 'boolean',
      about: { zh: '只存为草稿，不发布', en: 'Saves records as drafts without publishing' },
    },
    'dry-run': {
      type: 'boolean',
      about: { zh: '只检查，不存入任何内容', en: 'Only checks; stores nothing' },
    },
  },
  async run(ctx, { positionals: [path = ''], options }, io) {
    const kind = kindNamed(String(options['kind']))
    const mapping = mappingIn(textOf(options['mapping']))
    const returned = textOf(options['rejected'])
    if (returned !== undefined) await refuseOverwriting(io, returned)
    const institution = await ownerOf(ctx, kind, textOf(options['institution']))
    io.say(words.owner(institution.name))
    const report = await importRecords(ctx, {
      kind,
      ...(await fileAt(io, path)),
      name: path,
      institutionId: institution.id,
      publish: options['draft'] !== true,
      dryRun: options['dry-run'] === true,
      mapping,
      onStart: (id) => io.say(words.resumable(id)),
      onProgress: (done, total) => io.progress(done, total, words.rows),
    })
    return tell(ctx, io, { report, returned })
  },
}

/** `hexi resume-import ID`: what `hexi import` was doing when it was killed or the machine went off. */
export const resumeImportCommand: Command = {
  name: 'resume-import',
  about: {
    zh: '继续一次中断的导入；import 开始时给出它的编号',
    en: 'Resumes an interrupted import; the ID is shown when an import starts',
  },
  positionals: ['ID'],
  options: { rejected },
  async run(ctx, { positionals: [id = ''], options }, io) {
    const returned = textOf(options['rejected'])
    if (returned !== undefined) await refuseOverwriting(io, returned)
    const report = await resumeImport(ctx, id, (done, total) =>
      io.progress(done, total, words.rows),
    )
    return tell(ctx, io, { report, returned })
  },
}

type Told = { report: ImportReport; returned: string | undefined }

/** What became of an import; the rejected rows into a file where one is named. */
async function tell(ctx: Context, io: CommandIo, { report, returned }: Told) {
  const { id, understood, rows, problems, changedCount } = report
  if (understood) io.say(words.readAs(understood))
  for (const { row, field, detail } of problems) io.warn(words.rowProblem(row, field, detail))
  if (changedCount > 0) io.say(words.changedCells(changedCount))
  if (returned !== undefined) await writeRejected(ctx, io, { id, path: returned })
  io.say(words.summary(rows))
  return rows.rejected === 0 ? 'done' : 'failed'
}

const textOf = (value: string | boolean | undefined) =>
  typeof value === 'string' ? value : undefined

function kindNamed(name: string): Kind {
  const kind = kinds.find((one) => one === name)
  if (kind) return kind
  throw new Problem('invalid', words.noKind(name))
}

/** A file of any size, read while it is stored. */
async function fileAt(io: CommandIo, path: string) {
  try {
    const { sizeBytes, body } = await io.openFile(path)
    return { sizeBytes, bytes: body }
  } catch (error) {
    throw new Problem('not-found', words.noFile(path, error instanceof Error ? error.message : ''))
  }
}

type Returned = { id: string; path: string }

async function writeRejected(ctx: Context, io: CommandIo, { id, path }: Returned): Promise<void> {
  await writeNew(io, path, await rejectedFile(ctx, id))
  io.say(words.returned(path))
}
