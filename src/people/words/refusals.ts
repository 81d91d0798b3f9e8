import type { Words } from '../../core/text.ts'

/** What people read when something about accounts is refused. */
export const refusalWords = {
  managersOnly: {
    zh: '只有该单位的资源管理员或系统管理员可以这样做。',
    en: 'Only curators of this institution, or administrators, may do this.',
  },
  curatorsOnly: {
    zh: '只有资源管理员或系统管理员可以这样做。',
    en: 'Only curators, or administrators, may do this.',
  },
  labLeadersOnly: {
    zh: '只有该课题组的负责人、所属单位的资源管理员或系统管理员可以这样做。',
    en: 'Only the lab’s PI, curators of its institution, or administrators, may do this.',
  },
  invalid: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid: correct what each of them says and try again.',
  },
  noInstitution: { zh: '没有这个单位。', en: 'There is no such institution.' },
  noLab: { zh: '没有这个课题组。', en: 'There is no such lab.' },
  noPerson: { zh: '没有这位用户。', en: 'There is no such person.' },
  noCollection: { zh: '没有这个生物样本库。', en: 'There is no such collection.' },
  institutionOrCollection: {
    zh: '请指明单位或生物样本库，二者选一。',
    en: 'Name an institution or a collection, one of the two.',
  },
  noRole: { zh: '没有这项角色。', en: 'There is no such role.' },
  noToken: { zh: '没有这个访问令牌。', en: 'There is no such access token.' },
  noSession: { zh: '没有这个登录会话。', en: 'There is no such session.' },
  noMembership: { zh: '没有这项成员关系。', en: 'There is no such membership.' },
  stale: {
    zh: '您打开之后，这条内容已被他人修改。请重新读取，再保存您的修改。',
    en: 'This was changed since you read it. Read it again, then save your change.',
  },
  personNameNeeded: { zh: '请填写姓名。', en: 'Give a name.' },
  badName: {
    zh: '姓名中不能有换行、网址或“<>”。',
    en: 'A name has no line breaks, web addresses or “<>”.',
  },
  badEmail: {
    zh: '请填写完整的邮箱地址，如 name@example.org。',
    en: 'Give a whole address, as name@example.org.',
  },
  badRegion: {
    zh: '行政区划代码为 6 位数字（GB/T 2260）。',
    en: 'A region is six digits (GB/T 2260).',
  },
  badCreditCode: {
    zh: '统一社会信用代码为 18 位数字和大写字母。',
    en: 'A unified social credit code is 18 digits and capital letters.',
  },
  badRor: {
    zh: '请填写 ROR 标识，如 https://ror.org/01abcde23。',
    en: 'Give a ROR id, as https://ror.org/01abcde23.',
  },
  badWiews: {
    zh: 'WIEWS 单位代码由国家代码和数字组成，如 CHN001。',
    en: 'A WIEWS code is a country code and digits, as CHN001.',
  },
  emailTaken: {
    zh: '已有账户使用这个邮箱。',
    en: 'There is an account with this address already.',
  },
  creditCodeTaken: {
    zh: '已有单位使用这个统一社会信用代码。',
    en: 'Another institution has this credit code.',
  },
  wiewsTaken: {
    zh: '已有单位使用这个 WIEWS 代码。',
    en: 'Another institution has this WIEWS code.',
  },
  institutionClosed: { zh: '这个单位已停用。', en: 'This institution is closed.' },
  wrongSignIn: {
    zh: '邮箱或密码不对。请检查大小写，或用“忘记密码”重设。',
    en: 'The address or the password is wrong. Check capital letters, or reset the password.',
  },
  disabled: {
    zh: '这个账户已停用，请联系管理员。',
    en: 'This account is disabled: ask an administrator.',
  },
  tooMany: {
    zh: '尝试过于频繁，请稍后再试。',
    en: 'This was tried too often: wait a little, then try again.',
  },
  deadLink: {
    zh: '这个链接已失效：可能已用过、已过期，或不完整。请重新申请一个。',
    en: 'This link no longer works: it was used, has expired, or is not whole. Ask for a new one.',
  },
  wideScope: {
    zh: '令牌的权限不能超过您当前的权限。',
    en: 'A token cannot have more scopes than you came in with.',
  },
  pastExpiry: { zh: '到期时间应在将来。', en: 'The expiry lies in the future.' },
  alreadyMember: {
    zh: '您已加入或已申请加入这个单位。',
    en: 'You belong to this institution already, or have asked to.',
  },
  alreadyGranted: { zh: '这位用户已有这项角色。', en: 'This person has this role already.' },
  lastAdmin: {
    zh: '这是最后一位可用的系统管理员；请先指定另一位。',
    en: 'This is the last administrator: name another one first.',
  },
  notYourself: { zh: '不能停用自己的账户。', en: 'Your own account is not yours to disable.' },
  otherPersonSignedIn: {
    zh: '这份邀请发给另一个邮箱；请先退出登录，再打开链接。',
    en: 'This invitation was sent to another address: sign out, then open the link again.',
  },
} satisfies Words
