import type { Command } from '../core/command.ts'
import { checkObjects, countToCheck, keptDataset } from './fixity/actions.ts'
import { commandWords, fixityWords as words } from './fixity/words.ts'

/** `hexi fixity [--all] [--dataset ID]`: reads stored files again; fails where one is not what was deposited. */
export const fixityCommand: Command = {
  name: 'fixity',
  about: commandWords.about,
  options: {
    all: { type: 'boolean', about: commandWords.all },
    dataset: { type: 'string', about: commandWords.dataset },
  },
  async run(ctx, { options }, io) {
    const { dataset } = options
    const recordId = typeof dataset === 'string' ? (await keptDataset(ctx, dataset)).id : undefined
    const which = { all: options['all'] === true, recordId }
    const total = await countToCheck(ctx, which)
    const { done, damaged, recovered, unanswered } = await checkObjects(ctx, which, {
      onCheck({ object, outcome, done: count }) {
        io.progress(count, total, words.progress)
        if (outcome === 'mismatch' || outcome === 'missing')
          io.warn(words.line(outcome, object.file ?? object.key, object.recordId))
      },
    })
    if (recovered > 0) io.say(words.recovered(recovered))
    if (unanswered > 0) io.warn(words.unanswered(unanswered))
    if (damaged > 0) io.warn(words.doneDamaged(done, damaged))
    else io.say(words.done(done))
    return damaged + unanswered > 0 ? 'failed' : 'done'
  },
}
