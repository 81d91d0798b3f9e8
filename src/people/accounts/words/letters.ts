import type { Text } from '../../../core/text.ts'

type Letter = { subject: Text; body: Text }

const disregard = {
  zh: '如果这不是您本人的操作，请忽略这封信，什么也不会改变。',
  en: 'If this was not you, disregard this letter: nothing will change.',
}

/** The letters about accounts; names that people typed come in as one line each. */
export const letters = {
  registration: (link: string): Letter => ({
    subject: { zh: '完成注册', en: 'Finish your registration' },
    body: {
      zh: `您好：\n\n有人用这个邮箱在河西注册账户。请打开下面的链接设置密码，完成注册（3 天内有效）：\n\n${link}\n\n${disregard.zh}`,
      en: `Hello,\n\nSomebody registered at Hexi with this address. Open this link to choose a password and finish (within 3 days):\n\n${link}\n\n${disregard.en}`,
    },
  }),
  alreadyRegistered: (signIn: string, forgot: string): Letter => ({
    subject: { zh: '您已有账户', en: 'You have an account already' },
    body: {
      zh: `您好：\n\n有人用这个邮箱在河西注册，但您已有账户。\n\n登录：${signIn}\n忘记密码：${forgot}\n\n${disregard.zh}`,
      en: `Hello,\n\nSomebody registered at Hexi with this address, but you have an account already.\n\nSign in: ${signIn}\nForgot the password: ${forgot}\n\n${disregard.en}`,
    },
  }),
  passwordReset: (link: string): Letter => ({
    subject: { zh: '重设密码', en: 'Choose a new password' },
    body: {
      zh: `您好：\n\n请打开下面的链接重设密码（2 小时内有效，只能用一次）：\n\n${link}\n\n${disregard.zh}`,
      en: `Hello,\n\nOpen this link to choose a new password (within 2 hours, once):\n\n${link}\n\n${disregard.en}`,
    },
  }),
  passwordChanged: (forgot: string): Letter => ({
    subject: { zh: '密码已修改', en: 'Your password was changed' },
    body: {
      zh: `您好：\n\n您的密码刚刚修改，其他设备上的登录已全部退出。\n\n如果不是您本人操作，请立即重设密码：${forgot}`,
      en: `Hello,\n\nYour password was just changed, and you were signed out everywhere else.\n\nIf this was not you, choose a new password at once: ${forgot}`,
    },
  }),
  addressVerification: (link: string): Letter => ({
    subject: { zh: '确认新邮箱', en: 'Confirm your new address' },
    body: {
      zh: `您好：\n\n请打开下面的链接，确认把这个邮箱用于您的河西账户（3 天内有效）：\n\n${link}\n\n${disregard.zh}`,
      en: `Hello,\n\nOpen this link to use this address for your account at Hexi (within 3 days):\n\n${link}\n\n${disregard.en}`,
    },
  }),
  addressChanged: (email: string): Letter => ({
    subject: { zh: '账户邮箱已修改', en: 'Your address was changed' },
    body: {
      zh: `您好：\n\n您的河西账户现在使用邮箱 ${email}。如果不是您本人操作，请立即联系管理员。`,
      en: `Hello,\n\nYour account at Hexi now uses the address ${email}. If this was not you, write to an administrator at once.`,
    },
  }),
  invitation: (by: string, institution: Text, role: Text, link: string): Letter => ({
    subject: {
      zh: `邀请您加入${institution.zh}`,
      en: `You are invited to ${institution.en}`,
    },
    body: {
      zh: `您好：\n\n${by}邀请您以“${role.zh}”身份加入河西平台上的${institution.zh}。请打开下面的链接接受邀请（14 天内有效）：\n\n${link}\n\n如果您不认识邀请人，请忽略这封信。`,
      en: `Hello,\n\n${by} invites you to join ${institution.en} at Hexi as “${role.en}”. Open this link to accept (within 14 days):\n\n${link}\n\nIf you do not know who invites you, disregard this letter.`,
    },
  }),
} satisfies Record<string, (...facts: never[]) => Letter>
