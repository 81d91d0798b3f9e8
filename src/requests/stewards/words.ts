import type { LetterKind } from '../../core/letters.ts'
import { requestPaths } from '../words/paths.ts'

const requestsWaiting: LetterKind<{ count: number }> = {
  name: { zh: '接手审批时已有申请等待', en: 'Requests wait when you begin to decide' },
  hint: {
    zh: '您成为资源管理员或机时管理员，而该单位已有申请等待答复时',
    en: 'When you are made a curator or steward and requests wait already',
  },
  forStaff: true,
  path: () => requestPaths.desk,
  letter: ({ count }, { link }) => ({
    subject: {
      zh: `有 ${count} 份申请等您审批`,
      en: count === 1 ? '1 request waits for you' : `${count} requests wait for you`,
    },
    body: {
      zh: `您好：\n\n您现在可以审批提交给本单位的申请，其中 ${count} 份正在等待答复。\n\n查看：${link}`,
      en: `Hello,\n\nYou now decide requests to your institution. Waiting for an answer: ${count}.\n\nSee them: ${link}`,
    },
  }),
}

export const stewardLetters = { requests_waiting: requestsWaiting }
