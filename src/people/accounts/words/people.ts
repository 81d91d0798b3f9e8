import type { Words } from '../../../core/text.ts'

/** Accounts and roles, for administrators. */
export const peopleWords = {
  people: { zh: '用户', en: 'People' },
  peopleLead: { zh: '账户、角色与停用。', en: 'Accounts, roles, and who is disabled.' },
  find: { zh: '按姓名或邮箱查找', en: 'Find by name or address' },
  none: { zh: '没有符合的用户。', en: 'Nobody like that.' },
  noneHint: { zh: '请换个词，或查看全部用户。', en: 'Try another word, or see them all.' },
  verified: { zh: '邮箱核实于', en: 'Address verified' },
  notVerified: { zh: '未核实', en: 'Not verified' },
  since: { zh: '注册于', en: 'Since' },
  active: { zh: '正常', en: 'Active' },
  disabled: { zh: '已停用', en: 'Disabled' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  disableHint: {
    zh: '停用后立即退出所有登录，访问令牌也不再有效。',
    en: 'Signs the person out everywhere at once; access tokens stop working.',
  },
  account: { zh: '账户', en: 'Account' },
  roles: { zh: '角色', en: 'Roles' },
  noRoles: { zh: '没有角色。', en: 'No roles.' },
  grant: { zh: '授予角色', en: 'Grant a role' },
  granted: { zh: '角色已授予。', en: 'The role is granted.' },
  revoke: { zh: '收回', en: 'Take back' },
  revokeAbout: {
    zh: '立刻失去这个角色的权限；以后可以再次授予。',
    en: 'What the role allows ends at once. It can be given again.',
  },
  revoked: { zh: '角色已收回。', en: 'The role is taken back.' },
  of: { zh: '范围', en: 'Of' },
  belonging: { zh: '所属', en: 'Belongs to' },
  history: { zh: '查看操作记录', en: 'See what they changed' },
  add: { zh: '新建账户', en: 'Make an account' },
  added: { zh: '账户已新建。', en: 'The account is made.' },
  password: { zh: '初始密码', en: 'First password' },
  passwordHint: {
    zh: '可留空：对方用“忘记密码”自行设置。',
    en: 'May be left out: the person sets one by “Forgot the password”.',
  },
} satisfies Words
