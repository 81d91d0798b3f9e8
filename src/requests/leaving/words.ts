import type { Words } from '../../core/text.ts'

export const leavingWords = {
  left: {
    zh: '申请人的账户已停用，且没有其他成员。',
    en: 'The requester’s account is deactivated and the request has no other member.',
  },
} satisfies Words
