import type { Text, Words } from '../../../core/text.ts'

export const commandWords = {
  personMade: (email: string, id: string): Text => ({
    zh: `已新增 ${email}（${id}）。`,
    en: `Added ${email} (${id}).`,
  }),
  passwordMade: (password: string): Text => ({
    zh: `密码：${password}（仅显示一次）`,
    en: `Password: ${password} (shown only once)`,
  }),
  demoEnded: (count: number): Text => ({
    zh: `已停用 ${count} 个演示用户。`,
    en: `Disabled ${count} demo users.`,
  }),
  demoPeopleLeft: (count: number): Text => ({
    zh: `数据库中仍有 ${count} 个演示用户。演示密码和令牌在此无效，其会话、访问令牌与日历订阅已结束。如需停用他们，请运行 hexi end-demo。`,
    en: `The database still contains ${count} demo users. The demo password and tokens are refused here, and their sessions, access tokens and calendar subscriptions have ended. To disable these users, run hexi end-demo.`,
  }),
  noPerson: (email: string): Text => ({
    zh: `没有邮箱为 ${email} 的用户。`,
    en: `There is no user with the email ${email}.`,
  }),
} satisfies Words
