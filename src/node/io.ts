import { open, writeFile } from 'node:fs/promises'
import type { CommandIo } from '../core/command.ts'
import { inLang, type Lang } from '../core/text.ts'

const barWidth = 30
const plainEveryMs = 2000

/** The terminal in its own language (LANG), bars only where somebody watches. */
export function terminalIo(lang: Lang): CommandIo {
  const watched = process.stderr.isTTY
  let printedAt = 0
  return {
    say: (text) => void process.stdout.write(`${inLang(text, lang)}\n`),
    warn: (text) => void process.stderr.write(`${inLang(text, lang)}\n`),
    progress(done, total, what) {
      const finished = total !== undefined && done >= total
      if (watched) {
        process.stderr.write(
          `\r${bar(done, total)} ${done} ${inLang(what, lang)}${finished ? '\n' : ''}`,
        )
      } else if (finished || Date.now() - printedAt > plainEveryMs) {
        printedAt = Date.now()
        process.stderr.write(
          `${done}${total === undefined ? '' : `/${total}`} ${inLang(what, lang)}\n`,
        )
      }
    },
    openFile,
    writeFile: async (path, content) => writeFile(path, content, { flag: 'wx' }),
  }
}

async function openFile(path: string) {
  const file = await open(path)
  const { size } = await file.stat()
  const chunks = file.createReadStream().iterator()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => file.close(),
  })
  return { sizeBytes: size, body }
}

function bar(done: number, total: number | undefined): string {
  if (!total) return ''
  const filled = Math.round((Math.min(done, total) / total) * barWidth)
  return `[${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}]`
}

export const terminalLang = (env: NodeJS.ProcessEnv): Lang =>
  /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh' : 'en'
