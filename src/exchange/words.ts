import type { Text, Words } from '../core/text.ts'

/** Of files that commands write. */
export const fileWords = {
  isThere: (path: string): Text => ({
    zh: `文件 ${path} 已存在，不会覆盖；请更换文件名，或先移走该文件。`,
    en: `The file ${path} already exists and is not overwritten. Use another name, or move it first.`,
  }),
  notWritten: (path: string, why: string): Text => ({
    zh: `无法写入文件 ${path}：${why}`,
    en: `Cannot write the file ${path}: ${why}`,
  }),
} satisfies Words
