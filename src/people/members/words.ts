import type { Words } from '../../core/text.ts'

/** Who belongs to institutions and labs. */
export const memberWords = {
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'Email' },
  role: { zh: '角色', en: 'Role' },
  people: { zh: '成员', en: 'Members' },
  noPeople: { zh: '还没有成员。', en: 'No members yet.' },
  accept: { zh: '批准', en: 'Approve' },
  refuse: { zh: '拒绝', en: 'Decline' },
  accepted: { zh: '已批准，并已发邮件通知。', en: 'Approved. An email was sent.' },
  refused: { zh: '已拒绝。', en: 'Declined.' },
  askedAt: { zh: '申请时间', en: 'Requested' },
  invite: { zh: '邀请', en: 'Invite' },
  inviteLead: {
    zh: '发送邀请邮件；对方打开链接后即成为成员并获得所选角色。',
    en: 'Sends an email invitation. The person becomes a member with the chosen role when they open the link.',
  },
  invited: (email: string) => ({
    zh: `邀请已发送至 ${email}。`,
    en: `Invitation sent to ${email}.`,
  }),
  noInvitations: { zh: '没有待接受的邀请。', en: 'No pending invitations.' },
  pendingInvitations: { zh: '待接受的邀请', en: 'Pending invitations' },
  until: { zh: '有效期至', en: 'Valid until' },
  labMembers: { zh: '成员', en: 'Members' },
  noLabMembers: { zh: '还没有成员。', en: 'No members yet.' },
  addLabMember: { zh: '添加成员', en: 'Add member' },
  labMemberHint: { zh: '对方须已有账户。', en: 'The person must already have an account.' },
  labMemberAdded: { zh: '成员已添加。', en: 'Member added.' },
  remove: { zh: '移出', en: 'Remove' },
  removeAbout: {
    zh: '移出后不能再以该课题组的名义预约和委托；以后可以重新添加。',
    en: 'The person can no longer book or order for this lab. They can be added again later.',
  },
  removed: { zh: '成员已移出。', en: 'Member removed.' },
  since: { zh: '加入时间', en: 'Joined' },
} satisfies Words
