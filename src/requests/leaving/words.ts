import type { Words } from '../../core/text.ts'

export const leavingWords = {
  left: {
    zh: '申请人的账户已停用，且没有其他成员。',
    en: 'The account of the requester is closed, and there is no other member.',
  },
} satisfies Words
