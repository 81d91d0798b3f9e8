import type { Text, Words } from '../../../core/text.ts'
import type { ObjectionCode } from '../rules/decide.ts'

export const refusalWords = {
  noRequest: {
    zh: '没有这份申请，或您无权查看。',
    en: 'There is no such request, or it is not yours to see.',
  },
  noFiles: {
    zh: '请指明版本，并从该版本中选择文件。',
    en: 'Name the version, and choose files of it.',
  },
  noVersion: {
    zh: '此记录没有这个已公布的版本。',
    en: 'The record has no such published version.',
  },
  noRecord: { zh: '没有这条记录。', en: 'There is no such record.' },
  noPerson: { zh: '没有这个人。', en: 'There is no such person.' },
  noLab: { zh: '没有这个课题组。', en: 'There is no such lab.' },
  notYourLab: { zh: '您不是这个课题组的成员。', en: 'You are not a member of that lab.' },
  noItem: { zh: '申请中没有这一项。', en: 'The request has no such item.' },
  notYours: { zh: '您不能对这份申请这样做。', en: 'This is not yours to do with this request.' },
  stale: {
    zh: '这份申请在您打开之后有变化。请重新查看再操作。',
    en: 'This request changed after you opened it. Look at it again first.',
  },
  notNow: (state: Text): Text => ({
    zh: `申请现在是“${state.zh}”，不能这样做。`,
    en: `The request is now “${state.en}”: this cannot be done.`,
  }),
  withdrawn: {
    zh: '该记录已撤回，不能申请。',
    en: 'This record was withdrawn and cannot be asked for.',
  },
  isDraft: {
    zh: '该记录尚未发布，不能申请。',
    en: 'This record is not published and cannot be asked for.',
  },
  isClosed: { zh: '该资源不对外提供。', en: 'This resource is not shared.' },
  quantityNeeded: { zh: '请填写数量和单位。', en: 'State a quantity and a unit.' },
  noDay: { zh: '没有这一天。', en: 'There is no such day.' },
  onlyDrafts: {
    zh: '只有草稿和退回的申请可以直接修改；已提交的请用“修改申请”。',
    en: 'Only drafts and returned requests are changed like this; amend what was submitted.',
  },
  otherProvider: {
    zh: '这条记录由另一家单位提供，请另提一份申请。',
    en: 'Another provider answers for this record: make a request of its own.',
  },
  tooFine: { zh: '数量太精细。', en: 'The quantity is too fine for its unit.' },
  supervisorNeeded: {
    zh: '提供方要求负责人同意。请选择课题组负责人。',
    en: 'The provider asks for a supervisor’s consent. Choose a principal investigator of your lab.',
  },
  notSupervisor: {
    zh: '此人不是您课题组的负责人。',
    en: 'This person is not a principal investigator of your labs.',
  },
  unitFor: (unit: Text): Text => ({
    zh: `此项以${unit.zh}计。`,
    en: `This item is counted in ${unit.en}.`,
  }),
} satisfies Words

/** Each reason against a command, and what to do about it. */
export const objectionWords: Record<ObjectionCode, Text> = {
  not_yours: refusalWords.notYours,
  not_now: {
    zh: '申请目前的状态不允许这样做。',
    en: 'The request does not allow this in its present state.',
  },
  no_items: { zh: '请至少选择一项。', en: 'Choose at least one item.' },
  no_such_item: refusalWords.noItem,
  item_decided: { zh: '此项已经审批。', en: 'This item has been decided.' },
  consent_open: {
    zh: '负责人尚未同意，还不能批准。可以先退回或不同意。',
    en: 'The supervisor has not consented: it cannot be approved yet. You can return or reject it.',
  },
  reviews_open: {
    zh: '评审意见数量还不够，不能批准。',
    en: 'Not enough reviews are in: it cannot be approved yet.',
  },
  claimed: {
    zh: '另一位管理员正在处理。认领到期或放弃后再操作。',
    en: 'Another steward is working on it. Try again when their claim ends.',
  },
  conflict_of_interest: {
    zh: '您（或此人）与这份申请有利益关系，请转交他人处理。',
    en: 'This person is involved in the request or declared a conflict of interest. Somebody else has to decide.',
  },
  too_much: { zh: '数量超过了可以给的。', en: 'This is more than can be given.' },
  end_past: {
    zh: '截止时间已过，请选择以后的时间。',
    en: 'The end lies in the past: choose a later one.',
  },
  not_a_member: { zh: '此人不是申请成员。', en: 'This person is not a member of the request.' },
  is_member: { zh: '此人已经是申请成员。', en: 'This person is a member already.' },
  owner_stays: {
    zh: '申请人不能移除自己，请先移交申请。',
    en: 'The requester cannot be removed: hand the request over first.',
  },
  no_agreement: { zh: '这份申请没有这份协议。', en: 'The request has no such agreement.' },
  accepted_already: { zh: '您已经接受这份协议。', en: 'You have accepted this agreement.' },
  no_appeal: {
    zh: '此项不能（或不能再）复议。',
    en: 'This item cannot be appealed, or not any more.',
  },
  own_decision: {
    zh: '复议须由原审批人以外的人答复。',
    en: 'An appeal is answered by somebody other than who decided.',
  },
  agreements_open: {
    zh: '还有成员没有接受协议。',
    en: 'Not every member has accepted the agreements.',
  },
  no_such_shipment: { zh: '没有这批货，或已经确认。', en: 'There is no such shipment under way.' },
  nothing_on_loan: { zh: '此项没有借出未还的。', en: 'Nothing of this item is on loan.' },
  no_renewal: {
    zh: '此项没有待答复的延期申请。',
    en: 'No renewal of this item is waiting for an answer.',
  },
  not_approved: { zh: '此项没有获得批准。', en: 'This item is not approved.' },
  loan_out: {
    zh: '还有借出未还的材料，不能结束。',
    en: 'Material is still on loan: the request cannot be closed.',
  },
  asked_already: { zh: '已经邀请过此人。', en: 'This person has been asked already.' },
}

export const notDecider = {
  zh: '此人不能审批，或正在外出。',
  en: 'This person does not decide here, or is away.',
}
