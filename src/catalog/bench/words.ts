import type { NavLink } from '../../core/navigation.ts'
import type { Text, Words } from '../../core/text.ts'

export const benchWords = {
  bench: { zh: '工作台', en: 'Workbench' },
  lead: {
    zh: '您管理的资源中需要处理的事项；每项只列前几条，其余见完整列表。',
    en: 'Items that need attention among the records you manage. Only the first few of each are shown, with a link to the full list.',
  },
  all: (count: string): Text => ({ zh: `全部 ${count}`, en: `All ${count}` }),
} satisfies Words

export const benchLinks = {
  bench: { href: '/desk/bench', text: benchWords.bench },
} as const satisfies Record<string, NavLink>
