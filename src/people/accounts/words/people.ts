import type { Text, Words } from '../../../core/text.ts'

/** Accounts and roles, for administrators. */
export const peopleWords = {
  people: { zh: '用户', en: 'People' },
  peopleLead: { zh: '用户的账户、角色和状态。', en: 'Accounts, roles and status of people.' },
  find: { zh: '按姓名或邮箱查找', en: 'Find by name or email' },
  none: { zh: '没有符合条件的用户。', en: 'No matching people.' },
  noneHint: { zh: '请更换关键词，或查看全部用户。', en: 'Try another search term, or show all.' },
  verified: { zh: '邮箱核实时间', en: 'Email verified' },
  notVerified: { zh: '未核实', en: 'Not verified' },
  since: { zh: '注册时间', en: 'Registered' },
  active: { zh: '正常', en: 'Active' },
  disabled: { zh: '已停用', en: 'Disabled' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  disableHint: {
    zh: '停用后立即退出所有登录，访问令牌失效。',
    en: 'Signs the person out everywhere immediately. Access tokens stop working.',
  },
  account: { zh: '账户', en: 'Account' },
  roles: { zh: '角色', en: 'Roles' },
  noRoles: { zh: '没有角色。', en: 'No roles.' },
  grant: { zh: '授予角色', en: 'Grant role' },
  grantLead: {
    zh: '请选择单位或生物样本库中的一项。',
    en: 'Choose either an institution or a collection.',
  },
  addToLab: { zh: '加入课题组', en: 'Add to lab' },
  addedToLab: (name: string): Text => ({
    zh: `${name}已加入课题组。`,
    en: `${name} is now in the lab.`,
  }),
  granted: { zh: '角色已授予。', en: 'Role granted.' },
  revoke: { zh: '收回', en: 'Revoke' },
  revokeAbout: {
    zh: '用户立即失去该角色的权限；以后可以重新授予。',
    en: 'The person loses this role’s permissions immediately. It can be granted again.',
  },
  revoked: { zh: '角色已收回。', en: 'Role revoked.' },
  of: { zh: '范围', en: 'Scope' },
  belonging: { zh: '所属', en: 'Memberships' },
  history: { zh: '查看操作记录', en: 'View audit log' },
  add: { zh: '新建账户', en: 'New account' },
  added: { zh: '账户已新建。', en: 'Account created.' },
  password: { zh: '初始密码', en: 'Initial password' },
  passwordHint: {
    zh: '可留空，用户可通过“忘记密码”自行设置。',
    en: 'Optional. The person can set one with “Forgot password”.',
  },
} satisfies Words
