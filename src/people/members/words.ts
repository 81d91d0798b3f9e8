import type { Words } from '../../core/text.ts'

/** Who belongs to institutions and labs. */
export const memberWords = {
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'Address' },
  role: { zh: '角色', en: 'Role' },
  people: { zh: '成员', en: 'People' },
  noPeople: { zh: '还没有成员。', en: 'Nobody belongs here yet.' },
  accept: { zh: '通过', en: 'Accept' },
  refuse: { zh: '不通过', en: 'Refuse' },
  accepted: { zh: '已通过，并写信告知。', en: 'Accepted, and told by letter.' },
  refused: { zh: '已不予通过。', en: 'Refused.' },
  askedAt: { zh: '申请于', en: 'Asked' },
  invite: { zh: '邀请', en: 'Invite' },
  inviteLead: {
    zh: '寄出邀请信；对方打开链接后即成为成员并获得所选角色。',
    en: 'A letter is sent; who opens its link belongs here and has the role.',
  },
  invited: (email: string) => ({ zh: `邀请已寄往 ${email}。`, en: `Invited ${email}.` }),
  noInvitations: { zh: '没有未接受的邀请。', en: 'There are none.' },
  pendingInvitations: { zh: '未接受的邀请', en: 'Invitations not taken up' },
  until: { zh: '有效至', en: 'Until' },
  labMembers: { zh: '成员', en: 'Members' },
  noLabMembers: { zh: '还没有成员。', en: 'There are no members yet.' },
  addLabMember: { zh: '添加成员', en: 'Add a member' },
  labMemberHint: { zh: '对方须已有账户。', en: 'Somebody who has an account.' },
  labMemberAdded: { zh: '已添加。', en: 'Added.' },
  remove: { zh: '移出', en: 'Take out' },
  removeAbout: {
    zh: '不能再以这个课题组的名义预约和委托；以后可以再加入。',
    en: 'Books and orders for this lab no more. They can be added again.',
  },
  removed: { zh: '已移出。', en: 'Taken out.' },
  since: { zh: '加入于', en: 'Since' },
} satisfies Words
