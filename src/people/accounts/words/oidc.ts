import type { Words } from '../../../core/text.ts'

/** Signing in elsewhere. */
export const oidcWords = {
  with: (name: string) => ({ zh: `通过${name}登录`, en: `Sign in with ${name}` }),
  unavailable: {
    zh: '统一认证服务暂时没有响应，请稍后再试，或用邮箱和密码登录。',
    en: 'The sign-in service is not responding. Try again later, or use your email and password.',
  },
  refused: {
    zh: '统一认证未完成，请从登录页重新开始。',
    en: 'Sign-in was not completed. Start again from the sign-in page.',
  },
  noAddress: {
    zh: '统一认证没有提供邮箱，无法建立账户。请联系管理员，或用邮箱注册。',
    en: 'The sign-in service did not provide an email, so no account could be created. Contact an administrator, or register.',
  },
  unverifiedAddress: {
    zh: '该邮箱已有账户，但未在双方核实。请先用密码登录（或通过“忘记密码”重设），再在“我的账户”中关联。',
    en: 'An account with this email exists, but the email is not verified on both sides. Sign in with your password (or reset it), then link the two in your account.',
  },
  linkedToOther: {
    zh: '这个统一认证账号已关联到另一账户。',
    en: 'That sign-in is already linked to another account.',
  },
  link: (name: string) => ({ zh: `关联${name}`, en: `Link ${name}` }),
  linkHint: {
    zh: '关联之后，两种方式都可以登录。',
    en: 'Once linked, you can sign in either way.',
  },
} satisfies Words
