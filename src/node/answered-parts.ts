import { appendFileSync, mkdirSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnsweredParts, Arrived } from '../datasets/sending/model.ts'
import { daysToFinish } from '../datasets/uploads/rules.ts'
import { sweepFolder, unlessMissing } from '../ports/durable.node.ts'

/**
 * Parts that a store answered for, a file for each upload and a line for each part: a sender that was killed tells the
 * server of them, and sends none of them twice, also where the store does not list its parts. Where nothing can be
 * written, it does without.
 */
export function answeredPartsIn(folder: string): AnsweredParts {
  // The id is the server's word, and becomes a path.
  const fileOf = (id: string) => join(folder, `${encodeURIComponent(id)}.parts`)
  let isReady = false
  const makeReady = () => {
    mkdirSync(folder, { recursive: true })
    // An upload that nobody went on with is over by then.
    sweepFolder(folder, 24 * daysToFinish)
    isReady = true
  }
  return {
    async read(id) {
      const text = (await unlessMissing(readFile(fileOf(id), 'utf8'))) ?? ''
      // What stands behind the last end of a line was cut short by a crash.
      return text.split('\n').slice(0, -1).flatMap(partIn)
    },
    add(id, { number, etag }) {
      if (etag === undefined) return
      try {
        if (!isReady) makeReady()
        appendFileSync(fileOf(id), `${number} ${etag}\n`)
      } catch {
        // A full disk here is no reason not to send.
      }
    },
    forget: async (id) => rm(fileOf(id), { force: true }),
  }
}

function partIn(line: string): Arrived[] {
  const [, number, etag] = /^(\d+) (\S+)$/.exec(line) ?? []
  return number === undefined || etag === undefined ? [] : [{ number: Number(number), etag }]
}
