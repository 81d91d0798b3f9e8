import type { MenuLink } from '../../core/navigation.ts'
import type { Words } from '../../core/text.ts'

export const mineWords = {
  mine: { zh: '我的事项', en: 'My work' },
  lead: {
    zh: '待您处理的事项在前，正在进行的在后；每项只列前几条。',
    en: 'Items waiting for you come first, then those in progress. Only the first few of each are listed.',
  },
  waiting: { zh: '待您处理', en: 'Waiting for you' },
  nothingWaits: { zh: '没有待您处理的事项。', en: 'Nothing is waiting for you.' },
  own: { zh: '正在进行', en: 'In progress' },
} satisfies Words

export const mineLinks = {
  work: { href: '/me', text: mineWords.mine },
} as const satisfies Record<string, MenuLink>
