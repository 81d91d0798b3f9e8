import { type Kind, kinds } from '../catalog/records/model/record.ts'
import type { Command } from '../core/command.ts'
import { Problem } from '../core/problem.ts'
import { importRecords, ownerOf } from './actions.ts'
import { importWords as words } from './words.ts'

/** `hexi import --kind accession FILE.csv`: good rows in, bad rows named; exit 1 when any was bad. */
export const importCommand: Command = {
  name: 'import',
  about: {
    zh: '从 CSV 导入记录：表头为字段名（种质可用 MCPD 名）；正确的行导入，有误的行逐一指明',
    en: 'Imports records from a CSV whose header names fields (MCPD’s for accessions): good rows go in, bad ones are named',
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
        en: 'Owner: id, WIEWS code or name (by default who has most records of the kind)',
      },
    },
    draft: {
      type: 'boolean',
      about: { zh: '只存为草稿，不发布', en: 'Keeps them as drafts, unpublished' },
    },
  },
  async run(ctx, { positionals: [path = ''], options }, io) {
    const kind = kindNamed(String(options['kind']))
    const institution = await ownerOf(ctx, kind, textOf(options['institution']))
    io.say(words.owner(institution.name))
    const bytes = await fileAt(io, path)
    const { rows, problems } = await importRecords(ctx, {
      kind,
      bytes,
      institutionId: institution.id,
      publish: options['draft'] !== true,
      onProgress: (done, total) => io.progress(done, total, words.rows),
    })
    for (const { row, field, detail } of problems) io.warn(words.rowProblem(row, field, detail))
    io.say(words.summary(rows))
    return rows.rejected === 0 ? 'done' : 'failed'
  },
}

const textOf = (value: string | boolean | undefined) =>
  typeof value === 'string' ? value : undefined

function kindNamed(name: string): Kind {
  const kind = kinds.find((one) => one === name)
  if (kind) return kind
  throw new Problem('invalid', words.noKind(name))
}

async function fileAt(io: Parameters<Command['run']>[2], path: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path)
  } catch (error) {
    throw new Problem('not-found', words.noFile(path, error instanceof Error ? error.message : ''))
  }
}
