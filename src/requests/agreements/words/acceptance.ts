import type { Text, Words } from '../../../core/text.ts'

export const acceptanceWords = {
  lead: (number: string, provider: Text, version: number): Text => ({
    zh: `申请 ${number}，提供方：${provider.zh}。第 ${version} 版，中英文对照，请完整阅读后决定。`,
    en: `Request ${number} to ${provider.en}. Version ${version}, in Chinese and English. Please read it in full before you decide.`,
  }),
  request: (number: string): Text => ({ zh: `申请 ${number}`, en: `Request ${number}` }),
  accept: { zh: '我已阅读并接受', en: 'I have read and accept it' },
  acceptAbout: {
    zh: '接受后，您看到的全文、您的姓名、时间和网络地址会一并存档，不能更改。',
    en: 'The text you see, your name, the time and your network address are stored together and cannot be changed.',
  },
  refuse: { zh: '不接受', en: 'Decline' },
  refuseAbout: {
    zh: '以这份协议为条件的资源会从申请中移除，其余部分继续办理。此操作不能撤销。',
    en: 'Items approved under this agreement are removed from the request; the rest continues. This cannot be undone.',
  },
  acceptedNow: { zh: '您已接受这份协议', en: 'You have accepted the agreement' },
  refusedNow: {
    zh: '您没有接受这份协议，相关资源已从申请中移除',
    en: 'You declined the agreement. The items approved under it were removed',
  },
  acceptances: { zh: '接受记录', en: 'Accepted by' },
  from: (address: string): Text => ({ zh: `网络地址 ${address}`, en: `from ${address}` }),
  intact: { zh: '与接受时一致', en: 'unchanged since acceptance' },
  broken: {
    zh: '与接受时不一致，请联系平台',
    en: 'CHANGED since acceptance; contact the platform',
  },
  nobody: { zh: '还没有人接受', en: 'Nobody yet' },
  agreements: { zh: '协议', en: 'Agreements' },
  agreementsLead: {
    zh: '申请的每位成员都接受后，提供方才会提供。',
    en: 'Resources are provided once every member has accepted.',
  },
  read: { zh: '阅读并决定', en: 'Read and decide' },
  toAccept: { zh: '待您接受', en: 'Waiting for you to accept' },
  accepted: { zh: '您已接受', en: 'You have accepted' },
  acceptedBy: (count: number, of: number): Text => ({
    zh: `${of} 位成员中 ${count} 位已接受`,
    en: `${count} of ${of} members have accepted`,
  }),
} satisfies Words
