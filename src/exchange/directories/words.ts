import type { Text, Words } from '../../core/text.ts'
import type { LeftOut } from './rules.ts'

export const directoryImportWords = {
  noFile: (path: string, why: string): Text => ({
    zh: `打不开 ${path}：${why}`,
    en: `${path} cannot be opened: ${why}`,
  }),
  notRead: (path: string): Text => ({
    zh: `${path} 不是样本库、网络或样本集的表，没有读取`,
    en: `${path} is no table of biobanks, networks or collections and was not read`,
  }),
  column: ({ file, column }: LeftOut): Text => ({
    zh: `${file}：没有对应 ${column} 列的字段`,
    en: `${file}: nothing here takes the column ${column}`,
  }),
  value: ({ file, of, column, value }: LeftOut): Text => ({
    zh: `${file} ${of}：${column} 中的“${value}”没有对应`,
    en: `${file} ${of}: “${value}” in ${column} has no place here`,
  }),
  refused: (what: string, why: Text): Text => ({
    zh: `${what}：${why.zh}`,
    en: `${what}: ${why.en}`,
  }),
  found: (biobanks: number, networks: number, collections: number): Text => ({
    zh: `读到 ${biobanks} 个样本库、${networks} 个网络、${collections} 个样本集`,
    en: `Read ${biobanks} biobanks, ${networks} networks and ${collections} collections`,
  }),
  done: (made: number, refused: number): Text => ({
    zh: `新建 ${made}，未新建 ${refused}`,
    en: `${made} added, ${refused} not added`,
  }),
} satisfies Words
