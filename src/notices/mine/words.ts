import type { MenuLink } from '../../core/navigation.ts'
import type { Words } from '../../core/text.ts'

export const mineWords = {
  mine: { zh: '我的事项', en: 'My work' },
  lead: {
    zh: '等您处理的在前，其余是正在进行的；每项只列前几条。',
    en: 'What waits for you comes first, then what is under way; the first few of each.',
  },
  waiting: { zh: '等您处理', en: 'Waiting for you' },
  nothingWaits: { zh: '没有等您处理的事项。', en: 'Nothing waits for you.' },
  own: { zh: '正在进行', en: 'Under way' },
} satisfies Words

export const mineLinks = {
  work: { href: '/me', text: mineWords.mine },
} as const satisfies Record<string, MenuLink>
