import type { NavLink } from '../../core/navigation.ts'
import type { Text, Words } from '../../core/text.ts'

export const benchWords = {
  bench: { zh: '工作台', en: 'Bench' },
  lead: {
    zh: '您管理的资源里今天该看的：每项只列前几条，其余见完整列表。',
    en: 'What needs a look today among the records that you keep: the first few of each, and the whole list behind them.',
  },
  all: (count: string): Text => ({ zh: `全部 ${count}`, en: `All ${count}` }),
} satisfies Words

export const benchLinks = {
  bench: { href: '/desk/bench', text: benchWords.bench },
} as const satisfies Record<string, NavLink>
