import type { Text, Words } from '../core/text.ts'

/** Of files that commands write. */
export const fileWords = {
  isThere: (path: string): Text => ({
    zh: `文件 ${path} 已经存在，不会覆盖它；请换一个文件名，或先把它移走。`,
    en: `The file ${path} is there already and is not overwritten: name another one, or move it away first.`,
  }),
  notWritten: (path: string, why: string): Text => ({
    zh: `不能写入文件 ${path}：${why}`,
    en: `The file ${path} cannot be written: ${why}`,
  }),
} satisfies Words
