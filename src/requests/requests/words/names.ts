import type { Text, Words } from '../../../core/text.ts'
import type { Answer, EventType, RequestState, Turn } from '../model/events.ts'
import type { Command } from '../rules/lifecycle.ts'

export const stateNames: Record<RequestState, Text> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审批', en: 'Waiting for a decision' },
  returned: { zh: '已退回补充', en: 'Returned for changes' },
  decided: { zh: '已审批', en: 'Decided' },
  fulfilling: { zh: '提供中', en: 'Being provided' },
  fulfilled: { zh: '已提供', en: 'Provided' },
  closed: { zh: '已结束', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已过期', en: 'Expired' },
}

export const turnNames: Record<Turn, Text> = {
  requester: { zh: '申请人', en: 'the requester' },
  supervisor: { zh: '导师或负责人', en: 'the supervisor' },
  reviewer: { zh: '评审人', en: 'a reviewer' },
  steward: { zh: '提供方', en: 'the provider' },
}

export const answerNames: Record<Answer, Text> = {
  approved: { zh: '同意', en: 'Approved' },
  rejected: { zh: '不同意', en: 'Rejected' },
  stale: { zh: '已失去活力或不再适用', en: 'No longer usable' },
  not_needed: { zh: '不再需要', en: 'Not needed any more' },
  later: { zh: '暂无，稍后可提供', en: 'Available later' },
}

export const verdictNames = {
  for: { zh: '同意', en: 'In favour' },
  against: { zh: '不同意', en: 'Against' },
  abstains: { zh: '不表态', en: 'No opinion' },
} as const satisfies Words

export const roleNames = {
  requester: { zh: '我的申请', en: 'My requests' },
  steward: { zh: '待我审批', en: 'To decide' },
  reviewer: { zh: '待我评审', en: 'To review' },
  supervisor: { zh: '待我同意', en: 'To consent to' },
} as const satisfies Words

export const endNames = {
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terms_refused: { zh: '未接受条款', en: 'Terms not accepted' },
  revoked: { zh: '已收回', en: 'Revoked' },
} satisfies Words

export const fieldNames = {
  note: { zh: '说明', en: 'Note' },
  given: { zh: '我同意（不勾选即为不同意）', en: 'I consent (left empty: I refuse)' },
  person: { zh: '人员', en: 'Person' },
  somebody: { zh: '电子邮箱', en: 'E-mail' },
  verdict: { zh: '意见', en: 'Opinion' },
  item: { zh: '申请内容', en: 'Item' },
  until: { zh: '截止', en: 'Until' },
  labels: { zh: '处理标签', en: 'Labels' },
  role: { zh: '范围', en: 'Show' },
  state: { zh: '状态', en: 'State' },
  turn: { zh: '等待', en: 'Waits for' },
  number: { zh: '申请编号', en: 'Number' },
} satisfies Words

export const fieldHints = {
  labels: {
    zh: '用“；”分隔，只有提供方能看到。',
    en: 'Separated by “;”, shown to the provider alone.',
  },
} satisfies Words

/** What happened, as the time line and letters say it. */
export const eventNames: Record<EventType, Text> = {
  submitted: { zh: '提交申请', en: 'Submitted' },
  amended: { zh: '修改申请', en: 'Amended' },
  returned: { zh: '退回补充', en: 'Returned for changes' },
  withdrawn: { zh: '撤回申请', en: 'Withdrawn' },
  item_withdrawn: { zh: '撤回一项', en: 'Item withdrawn' },
  member_added: { zh: '增加成员', en: 'Member added' },
  member_removed: { zh: '移除成员', en: 'Member removed' },
  handed_over: { zh: '移交申请', en: 'Handed over' },
  consent_given: { zh: '负责人同意', en: 'Supervisor consented' },
  consent_refused: { zh: '负责人不同意', en: 'Supervisor refused' },
  items_decided: { zh: '审批', en: 'Decided' },
  terms_accepted: { zh: '接受条款', en: 'Terms accepted' },
  terms_refused: { zh: '不接受条款', en: 'Terms refused' },
  appealed: { zh: '申请复议', en: 'Appealed' },
  appeal_answered: { zh: '复议答复', en: 'Appeal answered' },
  renewal_asked: { zh: '申请延期', en: 'Renewal asked for' },
  renewed: { zh: '同意延期', en: 'Renewed' },
  renewal_refused: { zh: '不同意延期', en: 'Renewal refused' },
  end_set: { zh: '设定截止时间', en: 'End date set' },
  access_ended: { zh: '访问到期', en: 'Access ended' },
  shipped: { zh: '发出', en: 'Shipped' },
  received: { zh: '确认收到', en: 'Received' },
  lost: { zh: '报告丢失', en: 'Lost' },
  loan_returned: { zh: '归还', en: 'Returned to the provider' },
  ordered: { zh: '转为委托', en: 'Handed over as an order' },
  use_reported: { zh: '反馈利用情况', en: 'Use reported' },
  revoked: { zh: '收回', en: 'Revoked' },
  message: { zh: '消息', en: 'Message' },
  closed: { zh: '结束申请', en: 'Closed' },
  expired: { zh: '过期', en: 'Expired' },
  claimed: { zh: '认领处理', en: 'Claimed' },
  claim_released: { zh: '放弃认领', en: 'Claim released' },
  reassigned: { zh: '转交处理人', en: 'Reassigned' },
  conflict_declared: { zh: '申明利益冲突', en: 'Conflict of interest declared' },
  review_asked: { zh: '邀请评审', en: 'Review asked for' },
  reviewed: { zh: '提交评审意见', en: 'Reviewed' },
  escalated: { zh: '逾期上报', en: 'Escalated' },
  labelled: { zh: '设置标签', en: 'Labelled' },
  noted: { zh: '内部备注', en: 'Note among staff' },
}

/** What one can do, as buttons say it. */
export const commandNames: Record<Command, Text> = {
  submission: { zh: '提交申请', en: 'Submit' },
  amendment: { zh: '修改申请', en: 'Amend' },
  withdrawal: { zh: '撤回申请', en: 'Withdraw the request' },
  item_withdrawal: { zh: '撤回此项', en: 'Withdraw this item' },
  membership: { zh: '更改成员', en: 'Change members' },
  handover: { zh: '移交申请', en: 'Hand over' },
  consent: { zh: '答复申请', en: 'Answer' },
  return: { zh: '退回补充', en: 'Return for changes' },
  decision: { zh: '审批', en: 'Decide' },
  review_request: { zh: '邀请评审', en: 'Ask for a review' },
  review: { zh: '提交评审意见', en: 'Review' },
  claim: { zh: '认领处理', en: 'Claim' },
  release: { zh: '放弃认领', en: 'Release' },
  reassignment: { zh: '转交', en: 'Reassign' },
  conflict: { zh: '申明利益冲突', en: 'Declare a conflict of interest' },
  escalation: { zh: '上报', en: 'Escalate' },
  expiry: { zh: '过期', en: 'Expire' },
  acceptance: { zh: '接受条款', en: 'Accept' },
  terms_refusal: { zh: '不接受条款', en: 'Refuse' },
  appeal: { zh: '申请复议', en: 'Appeal' },
  access_end: { zh: '结束访问', en: 'End access' },
  shipment: { zh: '发出', en: 'Ship' },
  receipt: { zh: '确认收到', en: 'Confirm receipt' },
  loss: { zh: '报告丢失', en: 'Report as lost' },
  return_shipment: { zh: '登记归还', en: 'Record the return' },
  order: { zh: '转为委托', en: 'Hand over as an order' },
  use_report: { zh: '反馈利用情况', en: 'Report use' },
  renewal_request: { zh: '申请延期', en: 'Ask for renewal' },
  renewal: { zh: '答复延期', en: 'Answer the renewal' },
  end_date: { zh: '设定截止时间', en: 'Set the end date' },
  revocation: { zh: '收回', en: 'Revoke' },
  closure: { zh: '结束申请', en: 'Close' },
  message: { zh: '发送消息', en: 'Send a message' },
  note: { zh: '添加备注', en: 'Add a note' },
  labelling: { zh: '设置标签', en: 'Set labels' },
}

export const doneWords = (command: Text): Text => ({
  zh: `${command.zh}：已完成`,
  en: `Done: ${command.en.toLowerCase()}`,
})
