import type { Text } from '../../../core/text.ts'

type Letter = { subject: Text; body: Text }

const disregard = {
  zh: '如果不是您本人操作，请忽略此邮件，您的账户不会有任何变化。',
  en: 'If this was not you, you can ignore this email. Nothing will change.',
}

/** The letters about accounts; names that people typed come in as one line each. */
export const letters = {
  registration: (link: string): Letter => ({
    subject: { zh: '完成注册', en: 'Complete your registration' },
    body: {
      zh: `您好：\n\n有人使用该邮箱在河西注册账户。请打开以下链接设置密码，完成注册（3 天内有效）：\n\n${link}\n\n${disregard.zh}`,
      en: `Hello,\n\nSomeone registered at Hexi with this email. Open this link to choose a password and complete registration (valid for 3 days):\n\n${link}\n\n${disregard.en}`,
    },
  }),
  alreadyRegistered: (signIn: string, forgot: string): Letter => ({
    subject: { zh: '您已有账户', en: 'You already have an account' },
    body: {
      zh: `您好：\n\n有人使用该邮箱在河西注册，但您已有账户。\n\n登录：${signIn}\n忘记密码：${forgot}\n\n${disregard.zh}`,
      en: `Hello,\n\nSomeone tried to register at Hexi with this email, but you already have an account.\n\nSign in: ${signIn}\nForgot password: ${forgot}\n\n${disregard.en}`,
    },
  }),
  passwordReset: (link: string): Letter => ({
    subject: { zh: '重设密码', en: 'Reset your password' },
    body: {
      zh: `您好：\n\n请打开以下链接重设密码（2 小时内有效，仅可使用一次）：\n\n${link}\n\n${disregard.zh}`,
      en: `Hello,\n\nOpen this link to choose a new password (valid for 2 hours, can be used once):\n\n${link}\n\n${disregard.en}`,
    },
  }),
  passwordChanged: (forgot: string): Letter => ({
    subject: { zh: '密码已修改', en: 'Your password was changed' },
    body: {
      zh: `您好：\n\n您的密码刚刚修改，其他设备上的登录已全部退出。\n\n如果不是您本人操作，请立即重设密码：${forgot}`,
      en: `Hello,\n\nYour password was just changed, and you were signed out on all other devices.\n\nIf this was not you, reset your password immediately: ${forgot}`,
    },
  }),
  addressVerification: (link: string): Letter => ({
    subject: { zh: '确认新邮箱', en: 'Confirm your new email' },
    body: {
      zh: `您好：\n\n请打开以下链接，确认将该邮箱用于您的河西账户（3 天内有效）：\n\n${link}\n\n${disregard.zh}`,
      en: `Hello,\n\nOpen this link to use this email for your Hexi account (valid for 3 days):\n\n${link}\n\n${disregard.en}`,
    },
  }),
  addressChanged: (email: string): Letter => ({
    subject: { zh: '账户邮箱已修改', en: 'Your account email was changed' },
    body: {
      zh: `您好：\n\n您的河西账户现在使用邮箱 ${email}。如果不是您本人操作，请立即联系管理员。`,
      en: `Hello,\n\nYour Hexi account now uses the email ${email}. If this was not you, contact an administrator immediately.`,
    },
  }),
  invitation: (by: string, institution: Text, role: Text, link: string): Letter => ({
    subject: {
      zh: `邀请您加入${institution.zh}`,
      en: `Invitation to join ${institution.en}`,
    },
    body: {
      zh: `您好：\n\n${by}邀请您以“${role.zh}”身份加入河西平台上的${institution.zh}。请打开以下链接接受邀请（14 天内有效）：\n\n${link}\n\n如果您不认识邀请人，请忽略此邮件。`,
      en: `Hello,\n\n${by} invites you to join ${institution.en} on Hexi as “${role.en}”. Open this link to accept (valid for 14 days):\n\n${link}\n\nIf you do not know the sender, you can ignore this email.`,
    },
  }),
} satisfies Record<string, (...facts: never[]) => Letter>
