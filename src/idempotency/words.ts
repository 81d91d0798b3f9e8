import type { Words } from '../core/text.ts'

export const idempotencyWords = {
  otherRequest: {
    zh: '这个 Idempotency-Key 已用于另一请求；请为新的请求换一个。',
    en: 'This Idempotency-Key was used with another request: take a new one.',
  },
  underWay: {
    zh: '同一请求正在处理，请稍后以相同的 Idempotency-Key 重试以取得结果。',
    en: 'The same request is being worked on: try again with the same Idempotency-Key to get its result.',
  },
  shownOnce: {
    zh: '这一请求已经完成，其中的机密只显示一次；如未保存，请撤销后新建。',
    en: 'This was done, and its secret is shown only once: if it was not kept, revoke it and make another.',
  },
  badKey: {
    zh: 'Idempotency-Key 应为 1–255 个可见 ASCII 字符。',
    en: 'Idempotency-Key is 1 to 255 visible ASCII characters.',
  },
} satisfies Words
