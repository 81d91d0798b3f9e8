import type { Command } from '../core/command.ts'
import { reindexRecords } from './search/actions.ts'

export const reindexCommand: Command = {
  name: 'reindex',
  about: {
    zh: '重建全部记录的检索文档（服务可照常运行，中断后可再次执行）',
    en: 'Makes every record’s search document anew (while serving; may be stopped and run again)',
  },
  async run(ctx, _given, io) {
    const what = { zh: '条记录已重建索引', en: 'records indexed' }
    const count = await reindexRecords(ctx, {
      onProgress: (done, total) => io.progress(done, total, what),
    })
    io.say({ zh: `已重建 ${count} 条记录的索引。`, en: `Indexed ${count} records anew.` })
    return 'done'
  },
}
