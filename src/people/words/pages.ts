import type { Words } from '../../core/text.ts'

/** Signing in, registering, and what one-time links open. */
export const entryWords = {
  signIn: { zh: '登录', en: 'Sign in' },
  signInLead: {
    zh: '登录后可以查看本单位内部共享的资源，管理您负责的记录。',
    en: 'Sign in to see resources shared within your institution and to manage your records.',
  },
  email: { zh: '邮箱', en: 'Email' },
  password: { zh: '密码', en: 'Password' },
  newPassword: { zh: '新密码', en: 'New password' },
  currentPassword: { zh: '当前密码', en: 'Current password' },
  name: { zh: '姓名', en: 'Name' },
  forgotLink: { zh: '忘记密码', en: 'Forgot password' },
  registerLink: { zh: '注册账户', en: 'Register' },
  haveAccount: { zh: '已有账户？登录', en: 'Have an account? Sign in' },
  demoTitle: { zh: '演示账户', en: 'Demo accounts' },
  demoHint: (password: string) => ({
    zh: `密码均为 ${password}`,
    en: `Password for all: ${password}`,
  }),
  welcome: (name: string) => ({ zh: `您好，${name}`, en: `Welcome, ${name}` }),
  signedOut: { zh: '您已退出登录。', en: 'You have signed out.' },
  forgot: { zh: '忘记密码', en: 'Forgot password' },
  forgotLead: {
    zh: '请填写注册邮箱，重设密码的链接将发送至该邮箱。',
    en: 'Enter your account’s email. A link to reset the password will be sent to it.',
  },
  send: { zh: '发送链接', en: 'Send link' },
  sentTitle: { zh: '请查看邮箱', en: 'Check your email' },
  sentForgot: {
    zh: '如果该邮箱已注册，重设密码的链接已发送，2 小时内有效。',
    en: 'If an account exists for this email, a link has been sent. It is valid for 2 hours.',
  },
  sentRegister: {
    zh: '请打开邮件中的链接设置密码，完成注册。链接 3 天内有效。',
    en: 'Open the link in the email to choose a password and complete registration. It is valid for 3 days.',
  },
  notArrived: {
    zh: '没有收到？请检查垃圾邮件，或稍后再试。',
    en: 'No email? Check your spam folder, or try again later.',
  },
  openOutbox: { zh: '打开演示发件箱', en: 'Open demo outbox' },
  reset: { zh: '重设密码', en: 'Reset password' },
  resetFor: (email: string) => ({ zh: `账户：${email}`, en: `Account: ${email}` }),
  endAccess: {
    zh: '同时撤销访问令牌和日历订阅',
    en: 'Also revoke access tokens and calendar subscriptions',
  },
  endAccessHint: {
    zh: '如怀疑他人知道您的密码，请保持勾选。',
    en: 'Keep this ticked if someone else may know your password.',
  },
  savePassword: { zh: '保存密码并登录', en: 'Save password and sign in' },
  passwordSaved: {
    zh: '密码已保存，其他设备上的登录已退出。',
    en: 'Password saved. You have been signed out on other devices.',
  },
  register: { zh: '注册账户', en: 'Register' },
  registerLead: {
    zh: '目录对所有人开放；注册后可以申请资源和预约仪器。',
    en: 'The catalogue is open to everyone. With an account you can request resources and book instruments.',
  },
  institution: { zh: '所属单位', en: 'Institution' },
  institutionHint: {
    zh: '部分单位的成员须经管理员批准。',
    en: 'Some institutions need to approve new members.',
  },
  finish: { zh: '完成注册', en: 'Complete registration' },
  finishLead: (email: string) => ({
    zh: `邮箱 ${email} 已核实，请设置密码。`,
    en: `Your email ${email} is verified. Choose a password.`,
  }),
  registered: { zh: '注册完成。', en: 'Registration complete.' },
  confirmAddress: { zh: '确认新邮箱', en: 'Confirm new email' },
  confirmAddressLead: (email: string) => ({
    zh: `您的账户将改用 ${email}。`,
    en: `Your account will use ${email}.`,
  }),
  confirm: { zh: '确认', en: 'Confirm' },
  addressConfirmed: (email: string) => ({
    zh: `您的账户现在使用 ${email}。`,
    en: `Your account now uses ${email}.`,
  }),
  invitation: { zh: '邀请', en: 'Invitation' },
  invitationLead: (institution: string, role: string) => ({
    zh: `${institution}邀请您以“${role}”身份加入。`,
    en: `${institution} invites you to join as “${role}”.`,
  }),
  accept: { zh: '接受邀请', en: 'Accept invitation' },
  acceptAndRegister: { zh: '接受邀请并注册账户', en: 'Accept invitation and register' },
  accepted: (institution: string) => ({
    zh: `您已加入${institution}。`,
    en: `You are now a member of ${institution}.`,
  }),
  acceptedSignIn: {
    zh: '邀请已接受，请登录。',
    en: 'Invitation accepted. Please sign in.',
  },
} satisfies Words
