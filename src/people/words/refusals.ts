import type { Words } from '../../core/text.ts'

/** What people read when something about accounts is refused. */
export const refusalWords = {
  managersOnly: {
    zh: '只有该单位的资源管理员或系统管理员可以执行此操作。',
    en: 'Only this institution’s curators and administrators can do this.',
  },
  curatorsOnly: {
    zh: '只有资源管理员或系统管理员可以执行此操作。',
    en: 'Only curators and administrators can do this.',
  },
  labLeadersOnly: {
    zh: '只有该课题组的负责人、所属单位的资源管理员或系统管理员可以执行此操作。',
    en: 'Only the lab’s PI, its institution’s curators and administrators can do this.',
  },
  invalid: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid. Correct the marked fields and try again.',
  },
  noInstitution: { zh: '该单位不存在。', en: 'This institution does not exist.' },
  noLab: { zh: '该课题组不存在。', en: 'This lab does not exist.' },
  noPerson: { zh: '该用户不存在。', en: 'This person does not exist.' },
  noCollection: { zh: '该生物样本库不存在。', en: 'This collection does not exist.' },
  institutionOrCollection: {
    zh: '请选择单位或生物样本库之一。',
    en: 'Choose either an institution or a collection.',
  },
  noRole: { zh: '该角色不存在。', en: 'This role does not exist.' },
  noToken: { zh: '该访问令牌不存在。', en: 'This access token does not exist.' },
  noSession: { zh: '该登录会话不存在。', en: 'This session does not exist.' },
  noMembership: { zh: '该成员关系不存在。', en: 'This membership does not exist.' },
  stale: {
    zh: '内容已被他人修改。请重新打开后再保存您的修改。',
    en: 'This was changed by someone else since you opened it. Reload it, then save your changes.',
  },
  personNameNeeded: { zh: '请填写姓名。', en: 'Enter a name.' },
  badName: {
    zh: '姓名中不能有换行、网址或“<>”。',
    en: 'Names cannot contain line breaks, web addresses or “<>”.',
  },
  badEmail: {
    zh: '请填写完整的邮箱地址，例如 name@example.org。',
    en: 'Enter a full email address, such as name@example.org.',
  },
  badRegion: {
    zh: '行政区划代码为 6 位数字（GB/T 2260）。',
    en: 'The region code has six digits (GB/T 2260).',
  },
  badCreditCode: {
    zh: '统一社会信用代码为 18 位数字和大写字母。',
    en: 'The unified social credit code has 18 digits and capital letters.',
  },
  badRor: {
    zh: '请填写 ROR 标识，例如 https://ror.org/01abcde23。',
    en: 'Enter a ROR ID, such as https://ror.org/01abcde23.',
  },
  badWiews: {
    zh: 'WIEWS 单位代码由国家代码和数字组成，例如 CHN001。',
    en: 'A WIEWS code is a country code followed by digits, such as CHN001.',
  },
  emailTaken: {
    zh: '已有账户使用这个邮箱。',
    en: 'An account with this email already exists.',
  },
  creditCodeTaken: {
    zh: '已有单位使用这个统一社会信用代码。',
    en: 'Another institution already uses this credit code.',
  },
  wiewsTaken: {
    zh: '已有单位使用这个 WIEWS 代码。',
    en: 'Another institution already uses this WIEWS code.',
  },
  institutionClosed: { zh: '这个单位已停用。', en: 'This institution is closed.' },
  wrongSignIn: {
    zh: '邮箱或密码不正确。请检查大小写，或通过“忘记密码”重设。',
    en: 'The email or password is incorrect. Check capital letters, or reset your password.',
  },
  disabled: {
    zh: '这个账户已停用，请联系管理员。',
    en: 'This account is disabled. Contact an administrator.',
  },
  tooMany: {
    zh: '尝试过于频繁，请稍后再试。',
    en: 'Too many attempts. Try again later.',
  },
  deadLink: {
    zh: '链接已失效：可能已使用、已过期或不完整。请重新申请。',
    en: 'This link is no longer valid. It was used, has expired or is incomplete. Request a new one.',
  },
  wideScope: {
    zh: '令牌的权限不能超过您当前的权限。',
    en: 'A token cannot have more scopes than you currently have.',
  },
  pastExpiry: { zh: '到期时间须晚于当前时间。', en: 'The expiry date must be in the future.' },
  alreadyMember: {
    zh: '您已加入或已申请加入这个单位。',
    en: 'You are already a member of this institution or have requested to join.',
  },
  alreadyGranted: { zh: '这位用户已有这项角色。', en: 'This person already has this role.' },
  lastAdmin: {
    zh: '这是最后一位可用的系统管理员，请先指定另一位。',
    en: 'This is the last administrator. Appoint another one first.',
  },
  notYourself: { zh: '不能停用自己的账户。', en: 'You cannot disable your own account.' },
  otherPersonSignedIn: {
    zh: '这份邀请发送给了另一个邮箱。请先退出登录，再打开链接。',
    en: 'This invitation was sent to another email. Sign out, then open the link again.',
  },
} satisfies Words
