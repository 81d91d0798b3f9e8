import type { Command } from '../../core/command.ts'
import { keepFacts } from './actions/kept.ts'

export const recountFactsCommand: Command = {
  name: 'recount-facts',
  about: {
    zh: '重新统计全部样本集（服务可照常运行，中断后可再次执行）',
    en: 'Recounts the samples of every collection (safe while serving; can be interrupted and run again)',
  },
  async run(ctx, _given, io) {
    const what = { zh: '个样本集已统计', en: 'collections counted' }
    const count = await keepFacts(ctx, {
      all: true,
      onProgress: (done, total) => io.progress(done, total, what),
    })
    io.say({ zh: `已重新统计 ${count} 个样本集。`, en: `Recounted ${count} collections.` })
    return 'done'
  },
}
