import type { Text, Words } from '../../core/text.ts'
import type { LeftOut } from './rules.ts'

export const directoryImportWords = {
  noFile: (path: string, why: string): Text => ({
    zh: `无法打开 ${path}：${why}`,
    en: `Cannot open ${path}: ${why}`,
  }),
  notRead: (path: string): Text => ({
    zh: `${path} 不是样本库、网络或样本集的表，未读取`,
    en: `${path} is not a table of biobanks, networks or collections and was skipped`,
  }),
  column: ({ file, column }: LeftOut): Text => ({
    zh: `${file}：${column} 列没有对应的字段`,
    en: `${file}: no field for column ${column}`,
  }),
  value: ({ file, of, column, value }: LeftOut): Text => ({
    zh: `${file} ${of}：${column} 的值“${value}”没有对应项`,
    en: `${file} ${of}: no match for “${value}” in ${column}`,
  }),
  refused: (what: string, why: Text): Text => ({
    zh: `${what}：${why.zh}`,
    en: `${what}: ${why.en}`,
  }),
  found: (biobanks: number, networks: number, collections: number): Text => ({
    zh: `读到 ${biobanks} 个样本库、${networks} 个网络、${collections} 个样本集`,
    en: `Found ${biobanks} biobanks, ${networks} networks and ${collections} collections`,
  }),
  done: (made: number, refused: number): Text => ({
    zh: `新建 ${made}，未新建 ${refused}`,
    en: `${made} added, ${refused} not added`,
  }),
} satisfies Words
