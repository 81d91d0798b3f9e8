import type { Words } from '../../../core/text.ts'

/** Signing in elsewhere. */
export const oidcWords = {
  with: (name: string) => ({ zh: `通过${name}登录`, en: `Sign in with ${name}` }),
  unavailable: {
    zh: '统一认证服务暂时没有响应，请稍后再试，或用邮箱和密码登录。',
    en: 'The other sign-in does not answer now: try again later, or use your address and password.',
  },
  refused: {
    zh: '统一认证没有完成。请从登录页重新开始。',
    en: 'The other sign-in was not completed. Start again from the sign-in page.',
  },
  noAddress: {
    zh: '统一认证没有提供邮箱，无法建立账户。请联系管理员，或用邮箱注册。',
    en: 'The other sign-in gave no address, so there is no account to open. Ask an administrator, or register.',
  },
  unverifiedAddress: {
    zh: '这个邮箱已有账户，但还没有在两边都核实过。请先用密码登录（或用“忘记密码”），再在“我的账户”中关联。',
    en: 'There is an account with this address, but the address is not verified on both sides. Sign in by password (or reset it), then link the two in your account.',
  },
  linkedToOther: {
    zh: '这个统一认证账号已关联到另一账户。',
    en: 'That sign-in is linked to another account already.',
  },
  link: (name: string) => ({ zh: `关联${name}`, en: `Link ${name}` }),
  linkHint: {
    zh: '关联之后，两种方式都可以登录。',
    en: 'Once linked, either way signs you in.',
  },
} satisfies Words
