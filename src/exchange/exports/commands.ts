import type { Command } from '../../core/command.ts'
import { Problem } from '../../core/problem.ts'
import { refuseOverwriting, writeNew } from '../commands.ts'
import { exportRecords } from './actions.ts'
import { exportFormats, ExportQuery } from './model.ts'
import { exportWords as words } from './words.ts'

/** `hexi export --format mcpd FILE.csv`: the hits of a search, by default every published record. */
export const exportCommand: Command = {
  name: 'export',
  about: {
    zh: '将检索到的记录导出为文件：CSV、Excel、JSON Lines、MCPD、中文共性描述、Genesys 或 Darwin Core 存档',
    en: 'Exports search results to a file: CSV, Excel, JSON Lines, MCPD, Chinese descriptors, Genesys or Darwin Core Archive',
  },
  positionals: ['FILE'],
  options: {
    format: {
      type: 'string',
      needed: true,
      oneOf: exportFormats,
      about: { zh: exportFormats.join('、'), en: exportFormats.join(', ') },
    },
    query: {
      type: 'string',
      about: {
        zh: '检索条件，与网址写法相同，例如 "kind=accession&taxon=Medicago"',
        en: 'Search criteria as in the page address, for example "kind=accession&taxon=Medicago"',
      },
    },
    drafts: {
      type: 'boolean',
      about: { zh: '包括草稿', en: 'Includes drafts' },
    },
  },
  async run(ctx, { positionals: [path = ''], options }, io) {
    const asked = queryIn(
      String(options['format']),
      String(options['query'] ?? ''),
      options['drafts'] === true,
    )
    await refuseOverwriting(io, path)
    let count = 0
    const { bytes } = await exportRecords(ctx, asked, {
      onProgress: (done) => {
        count = done
        io.progress(done, undefined, words.records)
      },
    })
    await writeNew(io, path, bytes)
    io.say(words.written(count, path))
    return 'done'
  },
}

function queryIn(format: string, query: string, drafts: boolean): ExportQuery {
  const given = new URLSearchParams(query)
  const typed = Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const all = given.getAll(name)
      return [name, all.length > 1 ? all : all[0]]
    }),
  )
  const published = drafts ? {} : { visibility: 'published' }
  const { success, data } = ExportQuery.safeParse({ ...published, ...typed, format })
  if (success) return data
  throw new Problem('invalid', words.badQuery(query))
}
