import type { Text, Words } from '../../../core/text.ts'

export const acceptanceWords = {
  lead: (number: string, provider: Text, version: number): Text => ({
    zh: `申请 ${number}，提供方：${provider.zh}。第 ${version} 版，中英文对照，请完整阅读后决定。`,
    en: `Request ${number} to ${provider.en}. Version ${version}, in both languages: read all of it, then decide.`,
  }),
  request: (number: string): Text => ({ zh: `申请 ${number}`, en: `Request ${number}` }),
  accept: { zh: '我已阅读并接受', en: 'I have read it and accept' },
  acceptAbout: {
    zh: '接受后，您看到的全文、您的姓名、时间和网络地址会一并封存，不能更改。',
    en: 'What you see, your name, the time and your network address are then kept together and never change.',
  },
  refuse: { zh: '不接受', en: 'Refuse' },
  refuseAbout: {
    zh: '以这份协议为条件的资源会从申请中去掉，其余部分继续办理。不能撤销。',
    en: 'What was approved under this agreement is dropped from the request; the rest goes on. It cannot be undone.',
  },
  acceptedNow: { zh: '您已接受这份协议', en: 'You have accepted the agreement' },
  refusedNow: {
    zh: '您没有接受这份协议，相关资源已从申请中去掉',
    en: 'You have refused the agreement: what was approved under it is dropped',
  },
  acceptances: { zh: '接受记录', en: 'Accepted by' },
  from: (address: string): Text => ({ zh: `网络地址 ${address}`, en: `from ${address}` }),
  intact: { zh: '与接受时一致', en: 'as it was accepted' },
  broken: { zh: '与接受时不一致，请联系平台', en: 'NOT as it was accepted: tell the operator' },
  nobody: { zh: '还没有人接受', en: 'Nobody yet' },
  agreements: { zh: '协议', en: 'Agreements' },
  agreementsLead: {
    zh: '申请的每位成员都接受后，提供方才会提供。',
    en: 'The provider goes on once every member has accepted.',
  },
  read: { zh: '阅读并决定', en: 'Read and decide' },
  toAccept: { zh: '待您接受', en: 'For you to accept' },
  accepted: { zh: '您已接受', en: 'You have accepted' },
  acceptedBy: (count: number, of: number): Text => ({
    zh: `${of} 位成员中 ${count} 位已接受`,
    en: `${count} of ${of} members have accepted`,
  }),
} satisfies Words
