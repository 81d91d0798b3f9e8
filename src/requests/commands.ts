import type { Command } from '../core/command.ts'
import { rebuildRequests } from './requests/actions/rebuild.ts'

export const reindexRequestsCommand: Command = {
  name: 'reindex-requests',
  about: {
    zh: '按事件核对全部申请，重建不一致的数据（服务可照常运行，中断后可再次执行）',
    en: 'Checks every request against its events and rebuilds inconsistent data (safe while serving; can be interrupted and run again)',
  },
  async run(ctx, _given, io) {
    const what = { zh: '份申请已核对', en: 'requests checked' }
    const { done, wrong } = await rebuildRequests(ctx, {
      onProgress: (count, total) => io.progress(count, total, what),
    })
    for (const id of wrong) io.warn({ zh: `已重建 ${id}`, en: `Rebuilt ${id}` })
    io.say({
      zh: `已核对 ${done} 份申请，重建 ${wrong.length} 份。`,
      en: `Checked ${done} requests, rebuilt ${wrong.length}.`,
    })
    return 'done'
  },
}
