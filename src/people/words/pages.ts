import type { Words } from '../../core/text.ts'

/** Signing in, registering, and what one-time links open. */
export const entryWords = {
  signIn: { zh: '登录', en: 'Sign in' },
  signInLead: {
    zh: '登录后可以查看本单位内部共享的资源，管理所负责的目录。',
    en: 'Signed in, you see what your institution shares among its own, and keep the records in your care.',
  },
  email: { zh: '邮箱', en: 'E-mail address' },
  password: { zh: '密码', en: 'Password' },
  newPassword: { zh: '新密码', en: 'New password' },
  currentPassword: { zh: '当前密码', en: 'Current password' },
  name: { zh: '姓名', en: 'Name' },
  forgotLink: { zh: '忘记密码', en: 'Forgot the password' },
  registerLink: { zh: '注册账户', en: 'Register' },
  haveAccount: { zh: '已有账户？登录', en: 'Have an account? Sign in' },
  demoTitle: { zh: '演示账户', en: 'Demo sign-ins' },
  demoHint: (password: string) => ({
    zh: `密码均为 ${password}`,
    en: `All with the password ${password}`,
  }),
  welcome: (name: string) => ({ zh: `您好，${name}`, en: `Welcome, ${name}` }),
  signedOut: { zh: '您已退出登录。', en: 'You are signed out.' },
  forgot: { zh: '忘记密码', en: 'Forgot the password' },
  forgotLead: {
    zh: '填写注册邮箱，我们会寄去一个重设密码的链接。',
    en: 'Give the address of your account, and a link to choose a new password is sent to it.',
  },
  send: { zh: '发送链接', en: 'Send the link' },
  sentTitle: { zh: '请查看邮箱', en: 'Look into your mail' },
  sentForgot: {
    zh: '如果这个邮箱有账户，重设密码的链接已经寄出，2 小时内有效。',
    en: 'If there is an account with this address, a link is on its way; it works for 2 hours.',
  },
  sentRegister: {
    zh: '请打开信中的链接设置密码，完成注册。链接 3 天内有效。',
    en: 'Open the link in the letter to choose a password and finish. It works for 3 days.',
  },
  notArrived: {
    zh: '没有收到？请检查垃圾邮件，或稍后再试。',
    en: 'Nothing there? Look into your spam folder, or try again a little later.',
  },
  openOutbox: { zh: '打开演示发件箱', en: 'Open the demo outbox' },
  reset: { zh: '重设密码', en: 'Choose a new password' },
  resetFor: (email: string) => ({ zh: `账户：${email}`, en: `Account: ${email}` }),
  endAccess: {
    zh: '同时撤销访问令牌和日历订阅',
    en: 'End access tokens and calendar feeds too',
  },
  endAccessHint: {
    zh: '若怀疑他人知道您的密码，请保留此项。',
    en: 'Leave it ticked if somebody else may have known your password.',
  },
  savePassword: { zh: '保存密码并登录', en: 'Save the password and sign in' },
  passwordSaved: {
    zh: '密码已保存，其他设备上的登录已退出。',
    en: 'The password is saved; you were signed out everywhere else.',
  },
  register: { zh: '注册账户', en: 'Register' },
  registerLead: {
    zh: '目录对所有人开放；注册后可以申请和预约。',
    en: 'The catalogue is open to all; with an account you ask for things and book them.',
  },
  institution: { zh: '所属单位', en: 'Institution' },
  institutionHint: {
    zh: '有些单位需由其管理员通过后才算成员。',
    en: 'Some institutions approve their members first.',
  },
  finish: { zh: '完成注册', en: 'Finish the registration' },
  finishLead: (email: string) => ({
    zh: `邮箱 ${email} 已核实，请设置密码。`,
    en: `Your address ${email} is verified: choose a password.`,
  }),
  registered: { zh: '注册完成。', en: 'Your account is ready.' },
  confirmAddress: { zh: '确认新邮箱', en: 'Confirm the new address' },
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
  accept: { zh: '接受邀请', en: 'Accept' },
  acceptAndRegister: { zh: '接受邀请并建立账户', en: 'Accept and make an account' },
  accepted: (institution: string) => ({
    zh: `您已加入${institution}。`,
    en: `You now belong to ${institution}.`,
  }),
  acceptedSignIn: {
    zh: '邀请已接受，请登录。',
    en: 'The invitation is accepted: sign in.',
  },
} satisfies Words
