import type { Text, Words } from '../../../core/text.ts'
import type { Answer, EventType, RequestState, Turn } from '../model/events.ts'
import type { Command } from '../rules/lifecycle.ts'

export const stateNames: Record<RequestState, Text> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审批', en: 'Waiting for approval' },
  returned: { zh: '已退回补充', en: 'Returned for changes' },
  decided: { zh: '已审批', en: 'Decided' },
  fulfilling: { zh: '提供中', en: 'In progress' },
  fulfilled: { zh: '已提供', en: 'Provided' },
  closed: { zh: '已结束', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已过期', en: 'Expired' },
}

export const turnNames: Record<Turn, Text> = {
  requester: { zh: '申请人', en: 'the requester' },
  supervisor: { zh: '课题组负责人', en: 'the supervisor' },
  reviewer: { zh: '评审人', en: 'a reviewer' },
  steward: { zh: '提供方', en: 'the provider' },
}

export const answerNames: Record<Answer, Text> = {
  approved: { zh: '批准', en: 'Approved' },
  rejected: { zh: '拒绝', en: 'Declined' },
  stale: { zh: '已失去活力或不再适用', en: 'No longer usable' },
  not_needed: { zh: '不再需要', en: 'No longer needed' },
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
  reviewer: { zh: '待我评审', en: 'Waiting for my review' },
  supervisor: { zh: '待我同意', en: 'Waiting for my consent' },
} as const satisfies Words

export const endNames = {
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terms_refused: { zh: '未接受条款', en: 'Terms declined' },
  revoked: { zh: '已撤销', en: 'Revoked' },
} satisfies Words

export const fieldNames = {
  note: { zh: '说明', en: 'Note' },
  given: { zh: '我同意（不勾选即为不同意）', en: 'I consent (leave unticked to decline)' },
  person: { zh: '人员', en: 'Person' },
  somebody: { zh: '邮箱', en: 'Email' },
  verdict: { zh: '意见', en: 'Opinion' },
  item: { zh: '申请内容', en: 'Item' },
  until: { zh: '截止', en: 'Until' },
  labels: { zh: '处理标签', en: 'Labels' },
  role: { zh: '范围', en: 'Show' },
  state: { zh: '状态', en: 'State' },
  turn: { zh: '等待', en: 'Waiting for' },
  number: { zh: '申请编号', en: 'Number' },
} satisfies Words

export const fieldHints = {
  labels: {
    zh: '用“；”分隔，仅提供方可见。',
    en: 'Separate with “;”. Visible only to the provider.',
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
  consent_refused: { zh: '负责人不同意', en: 'Supervisor declined consent' },
  items_decided: { zh: '审批', en: 'Decided' },
  terms_accepted: { zh: '接受条款', en: 'Terms accepted' },
  terms_refused: { zh: '不接受条款', en: 'Terms declined' },
  appealed: { zh: '申请复议', en: 'Appealed' },
  appeal_answered: { zh: '复议答复', en: 'Appeal answered' },
  renewal_asked: { zh: '申请延期', en: 'Extension requested' },
  renewed: { zh: '批准延期', en: 'Extension approved' },
  renewal_refused: { zh: '拒绝延期', en: 'Extension declined' },
  end_set: { zh: '设定截止时间', en: 'End date set' },
  access_ended: { zh: '访问到期', en: 'Access ended' },
  shipped: { zh: '发出', en: 'Shipped' },
  received: { zh: '确认收到', en: 'Received' },
  lost: { zh: '报告丢失', en: 'Lost' },
  loan_returned: { zh: '归还', en: 'Returned to the provider' },
  ordered: { zh: '转为委托', en: 'Converted to an order' },
  use_reported: { zh: '反馈利用情况', en: 'Use report submitted' },
  revoked: { zh: '撤销授权', en: 'Revoked' },
  message: { zh: '消息', en: 'Message' },
  closed: { zh: '结束申请', en: 'Closed' },
  expired: { zh: '过期', en: 'Expired' },
  claimed: { zh: '认领处理', en: 'Claimed' },
  claim_released: { zh: '放弃认领', en: 'Claim released' },
  reassigned: { zh: '转交处理人', en: 'Reassigned' },
  conflict_declared: { zh: '申明利益冲突', en: 'Conflict of interest declared' },
  review_asked: { zh: '邀请评审', en: 'Review requested' },
  reviewed: { zh: '提交评审意见', en: 'Reviewed' },
  escalated: { zh: '逾期上报', en: 'Escalated' },
  labelled: { zh: '设置标签', en: 'Labelled' },
  noted: { zh: '内部备注', en: 'Internal note added' },
}

/** What one can do, as buttons say it. */
export const commandNames: Record<Command, Text> = {
  submission: { zh: '提交申请', en: 'Submit' },
  amendment: { zh: '修改申请', en: 'Amend' },
  withdrawal: { zh: '撤回申请', en: 'Withdraw the request' },
  item_withdrawal: { zh: '撤回此项', en: 'Withdraw this item' },
  membership: { zh: '更改成员', en: 'Change members' },
  handover: { zh: '移交申请', en: 'Hand over' },
  consent: { zh: '答复申请', en: 'Respond' },
  return: { zh: '退回补充', en: 'Return for changes' },
  decision: { zh: '审批', en: 'Decide' },
  review_request: { zh: '邀请评审', en: 'Request a review' },
  review: { zh: '提交评审意见', en: 'Submit review' },
  claim: { zh: '认领处理', en: 'Claim' },
  release: { zh: '放弃认领', en: 'Release' },
  reassignment: { zh: '转交', en: 'Reassign' },
  conflict: { zh: '申明利益冲突', en: 'Declare a conflict of interest' },
  escalation: { zh: '上报', en: 'Escalate' },
  expiry: { zh: '过期', en: 'Expire' },
  acceptance: { zh: '接受条款', en: 'Accept' },
  terms_refusal: { zh: '不接受条款', en: 'Decline' },
  appeal: { zh: '申请复议', en: 'Appeal' },
  access_end: { zh: '结束访问', en: 'End access' },
  shipment: { zh: '发出', en: 'Ship' },
  receipt: { zh: '确认收到', en: 'Confirm receipt' },
  loss: { zh: '报告丢失', en: 'Report as lost' },
  return_shipment: { zh: '登记归还', en: 'Record return' },
  order: { zh: '转为委托', en: 'Convert to an order' },
  use_report: { zh: '反馈利用情况', en: 'Submit use report' },
  renewal_request: { zh: '申请延期', en: 'Request an extension' },
  renewal: { zh: '答复延期', en: 'Decide on the extension' },
  end_date: { zh: '设定截止时间', en: 'Set the end date' },
  revocation: { zh: '撤销授权', en: 'Revoke' },
  closure: { zh: '结束申请', en: 'Close' },
  message: { zh: '发送消息', en: 'Send a message' },
  note: { zh: '添加备注', en: 'Add a note' },
  labelling: { zh: '设置标签', en: 'Set labels' },
}

export const doneWords = (command: Text): Text => ({
  zh: `${command.zh}：已完成`,
  en: `Done: ${command.en.toLowerCase()}`,
})
