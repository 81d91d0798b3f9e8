import type { Text, Words } from '../../../core/text.ts'
import type { ObjectionCode } from '../rules/decide.ts'

export const refusalWords = {
  noRequest: {
    zh: '申请不存在，或您没有访问权限。',
    en: 'This request does not exist, or you do not have access.',
  },
  noFiles: {
    zh: '请指定版本，并从中选择文件。',
    en: 'Specify the version and choose files from it.',
  },
  noVersion: {
    zh: '该资源没有这个已发布的版本。',
    en: 'The record has no such published version.',
  },
  noRecord: { zh: '该资源不存在。', en: 'This record does not exist.' },
  noPerson: { zh: '该用户不存在。', en: 'This person does not exist.' },
  noLab: { zh: '该课题组不存在。', en: 'This lab does not exist.' },
  notYourLab: { zh: '您不是这个课题组的成员。', en: 'You are not a member of that lab.' },
  noItem: { zh: '申请中没有这一项。', en: 'The request does not contain this item.' },
  notYours: {
    zh: '您没有权限对这份申请执行此操作。',
    en: 'You do not have permission to do this with the request.',
  },
  stale: {
    zh: '您打开之后，这份申请有变化。请重新查看后再操作。',
    en: 'This request changed after you opened it. Review it before you continue.',
  },
  notNow: (state: Text): Text => ({
    zh: `申请当前状态为“${state.zh}”，不能执行此操作。`,
    en: `The request is now “${state.en}”, so this is not possible.`,
  }),
  withdrawn: {
    zh: '该资源已撤回，不能申请。',
    en: 'This record has been withdrawn and cannot be requested.',
  },
  isDraft: {
    zh: '该资源尚未发布，不能申请。',
    en: 'This record is not published yet and cannot be requested.',
  },
  isClosed: { zh: '该资源不对外提供。', en: 'This resource is not available to others.' },
  quantityNeeded: { zh: '请填写数量和单位。', en: 'Enter a quantity and a unit.' },
  noDay: { zh: '日期不存在。', en: 'This date does not exist.' },
  onlyDrafts: {
    zh: '只有草稿和已退回的申请可以直接编辑；已提交的申请请使用“修改申请”。',
    en: 'Only drafts and returned requests can be edited directly. To change a submitted request, amend it.',
  },
  otherProvider: {
    zh: '这条资源由另一家单位提供，请另外提交申请。',
    en: 'This record belongs to another provider. Submit a separate request for it.',
  },
  tooFine: { zh: '数量的小数位过多。', en: 'Too many decimal places for this unit.' },
  supervisorNeeded: {
    zh: '提供方要求负责人同意。请选择课题组负责人。',
    en: 'The provider requires a supervisor’s consent. Choose a PI of your lab.',
  },
  notSupervisor: {
    zh: '此人不是您课题组的负责人。',
    en: 'This person is not a PI of your labs.',
  },
  unitFor: (unit: Text): Text => ({
    zh: `此项以${unit.zh}计。`,
    en: `This item is measured in ${unit.en}.`,
  }),
} satisfies Words

/** Each reason against a command, and what to do about it. */
export const objectionWords: Record<ObjectionCode, Text> = {
  not_yours: refusalWords.notYours,
  not_now: {
    zh: '申请当前的状态不允许执行此操作。',
    en: 'The request’s current status does not allow this.',
  },
  no_items: { zh: '请至少选择一项。', en: 'Select at least one item.' },
  no_such_item: refusalWords.noItem,
  item_decided: { zh: '此项已经审批。', en: 'This item has already been decided.' },
  consent_open: {
    zh: '负责人尚未同意，不能批准。可以先退回或拒绝。',
    en: 'The supervisor has not consented yet, so the request cannot be approved. You can return or decline it.',
  },
  reviews_open: {
    zh: '评审意见数量不足，不能批准。',
    en: 'Not enough reviews to approve the request yet.',
  },
  claimed: {
    zh: '另一位审核人正在处理。请在认领到期或解除后再操作。',
    en: 'Another steward is handling this request. Try again when the claim ends.',
  },
  conflict_of_interest: {
    zh: '您（或此人）与这份申请存在利益冲突，请转交他人处理。',
    en: 'This person is involved in the request or declared a conflict of interest. Someone else must decide.',
  },
  too_much: { zh: '超过了可以提供的数量。', en: 'More than can be provided.' },
  end_past: {
    zh: '截止时间已过，请选择以后的时间。',
    en: 'The end date has passed. Choose a later one.',
  },
  not_a_member: { zh: '此人不是申请成员。', en: 'This person is not a member of the request.' },
  is_member: { zh: '此人已经是申请成员。', en: 'This person is already a member of the request.' },
  owner_stays: {
    zh: '申请人不能移除自己，请先移交申请。',
    en: 'The requester cannot be removed. Hand the request over first.',
  },
  no_agreement: { zh: '这份申请不含该协议。', en: 'The request does not include this agreement.' },
  accepted_already: { zh: '您已经接受这份协议。', en: 'You have already accepted this agreement.' },
  no_appeal: {
    zh: '此项不能（或不能再）申请复议。',
    en: 'This item cannot be appealed, or can no longer be appealed.',
  },
  own_decision: {
    zh: '复议须由另一位审核人答复。',
    en: 'An appeal must be decided by a steward other than the one who made the decision.',
  },
  agreements_open: {
    zh: '还有成员没有接受协议。',
    en: 'Not all members have accepted the agreements.',
  },
  no_such_shipment: {
    zh: '这批货不存在，或已经确认。',
    en: 'This shipment does not exist or was already confirmed.',
  },
  nothing_on_loan: { zh: '此项没有未归还的借用材料。', en: 'This item has no outstanding loan.' },
  no_renewal: {
    zh: '此项没有待答复的延期申请。',
    en: 'This item has no extension waiting for a decision.',
  },
  not_approved: { zh: '此项没有获得批准。', en: 'This item has not been approved.' },
  loan_out: {
    zh: '还有未归还的借用材料，不能结束申请。',
    en: 'Loaned material has not been returned, so the request cannot be closed.',
  },
  asked_already: { zh: '已经邀请过此人。', en: 'This person has already been asked.' },
}

export const notDecider = {
  zh: '此人没有审批权限，或正在外出。',
  en: 'This person cannot decide the request, or is away.',
}
