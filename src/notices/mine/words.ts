import type { MenuLink } from '../../core/navigation.ts'
import type { Text, Words } from '../../core/text.ts'

export const mineWords = {
  mine: { zh: '今日事项', en: 'Today' },
  lead: (day: Text): Text => ({
    zh: `${day.zh}。待您处理的事项在前，其次是接下来的安排；每项只列前几条。`,
    en: `${day.en}. Items waiting for you come first, then what is ahead. Only the first few of each are listed.`,
  }),
  waiting: { zh: '待您处理', en: 'Waiting for you' },
  nothingWaits: { zh: '没有待您处理的事项。', en: 'Nothing is waiting for you.' },
  own: { zh: '接下来', en: 'Coming up' },
  nothingAhead: {
    zh: '您还没有预约、申请或委托',
    en: 'You have no bookings, requests or orders yet',
  },
  nothingAheadAbout: {
    zh: '可以查找空闲的仪器，或搜索需要的数据、种质和样本。',
    en: 'Find an instrument that is free, or search for data, germplasm and samples.',
  },
  search: { zh: '浏览资源', en: 'Browse resources' },
  keeping: { zh: '您管理的资源', en: 'Resources you manage' },
} satisfies Words

export const mineLinks = {
  work: { href: '/me', text: mineWords.mine },
} as const satisfies Record<string, MenuLink>
