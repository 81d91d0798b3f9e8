import { openAsBlob } from 'node:fs'
import { access, open, rm, stat, writeFile } from 'node:fs/promises'
import type { CommandIo } from '../core/command.ts'
import { inLang, type Lang } from '../core/text.ts'

const barWidth = 30
const plainEveryMs = 2000
/** Erased: what was there before may have been longer. */
const restOfLine = '\x1b[K'

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
          `\r${bar(done, total)} ${done} ${inLang(what, lang)}${restOfLine}${finished ? '\n' : ''}`,
        )
      } else if (finished || Date.now() - printedAt > plainEveryMs) {
        printedAt = Date.now()
        process.stderr.write(
          `${done}${total === undefined ? '' : `/${total}`} ${inLang(what, lang)}\n`,
        )
      }
    },
    openFile,
    hasFile: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    writeFile: writeNewFile,
  }
}

/** Opened while it is read only: nothing stays open of a file that nobody reads. */
async function openFile(path: string) {
  const { size } = await stat(path)
  const file = await openAsBlob(path)
  return { sizeBytes: size, body: file.stream() }
}

/** Whole or not at all: what could not be written to its end would be in the way of the next try. */
async function writeNewFile(path: string, content: string | ReadableStream<Uint8Array>) {
  const file = await open(path, 'wx')
  try {
    await writeFile(file, content)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

function bar(done: number, total: number | undefined): string {
  if (!total) return ''
  const filled = Math.round((Math.min(done, total) / total) * barWidth)
  return `[${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}]`
}

export const terminalLang = (env: NodeJS.ProcessEnv): Lang =>
  /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh' : 'en'
