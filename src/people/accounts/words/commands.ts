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
  demoEnded: (count: number): Text => ({
    zh: `已停用 ${count} 个演示用户。`,
    en: `${count} people of the demo are disabled.`,
  }),
  demoPeopleLeft: (count: number): Text => ({
    zh: `数据库中仍有 ${count} 个演示用户。演示密码和令牌在此无效，其会话、访问令牌与日历订阅已结束。如需停用他们，请运行 hexi end-demo。`,
    en: `The database still holds ${count} people of the demo. The demo’s password and tokens are refused here, and their sessions, access tokens and feeds have ended. To disable these people, run hexi end-demo.`,
  }),
  noPerson: (email: string): Text => ({
    zh: `没有邮箱为 ${email} 的用户。`,
    en: `There is no person with the address ${email}.`,
  }),
} satisfies Words
