import type { Text, Words } from '../../../core/text.ts'

export const commandWords = {
  personMade: (email: string, id: string): Text => ({
    zh: `已新增 ${email}（${id}）。`,
    en: `${email} is added (${id}).`,
  }),
  passwordMade: (password: string): Text => ({
    zh: `密码：${password}（只显示这一次）`,
    en: `Password: ${password} (shown this once)`,
  }),
  noPerson: (email: string): Text => ({
    zh: `没有邮箱为 ${email} 的用户。`,
    en: `There is no person with the address ${email}.`,
  }),
} satisfies Words
