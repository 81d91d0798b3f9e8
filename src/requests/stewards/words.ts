import type { LetterKind } from '../../core/letters.ts'
import { requestPaths } from '../words/paths.ts'

const requestsWaiting: LetterKind<{ count: number }> = {
  name: { zh: '成为审核人时已有申请待审批', en: 'Requests waiting when you become a steward' },
  hint: {
    zh: '您成为资源管理员或审核人，而该单位已有申请等待答复时',
    en: 'When you become a curator or steward and requests are already waiting',
  },
  forStaff: true,
  path: () => requestPaths.desk,
  letter: ({ count }, { link }) => ({
    subject: {
      zh: `${count} 份申请等待您审批`,
      en: count === 1 ? '1 request is waiting for you' : `${count} requests are waiting for you`,
    },
    body: {
      zh: `您好：\n\n您现在可以审批提交给本单位的申请，其中 ${count} 份正在等待答复。\n\n查看：${link}`,
      en: `Hello,\n\nYou can now decide requests to your institution. Currently waiting: ${count}.\n\nView: ${link}`,
    },
  }),
}

export const stewardLetters = { requests_waiting: requestsWaiting }
