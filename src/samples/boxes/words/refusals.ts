import type { Text, Words } from '../../../core/text.ts'

type At = { path: string; well: string | null }
const atText = ({ path, well }: At) => (well === null ? path : `${path} ${well}`)

/** Why a tube does not go into a well, each with what to do next. */
export const boxWords = {
  noBox: { zh: '盒或容器不存在。', en: 'This box or container does not exist.' },
  noSample: (code: string): Text => ({
    zh: `没有编号为 ${code} 的样本。请核对标签；如为新样本，请先登记。`,
    en: `There is no sample ${code}. Check the label, or register it first if it is new.`,
  }),
  otherInstitution: (code: string, institution: Text): Text => ({
    zh: `${code} 属于${institution.zh}，不能放入本单位的盒，请归还。`,
    en: `${code} belongs to ${institution.en} and cannot be stored here. Return it to them.`,
  }),
  otherCollection: (code: string): Text => ({
    zh: `${code} 属于其他样本集，请由该样本集的管理员放置。`,
    en: `${code} belongs to a collection you do not curate. Ask its curators to store it.`,
  }),
  destroyed: (code: string): Text => ({
    zh: `${code} 已登记销毁，不能入库。请核对标签，并告知样本库负责人。`,
    en: `${code} is recorded as destroyed and cannot be stored. Check the label and inform the head of the biobank.`,
  }),
  usedUp: (code: string): Text => ({
    zh: `${code} 已登记用完。如管内仍有样本，请先在样本页面更正余量。`,
    en: `${code} is recorded as used up. If any is left, correct the amount on the sample’s page first.`,
  }),
  withdrawn: (code: string): Text => ({
    zh: `${code} 的供体已撤回同意，只能放入待销毁区。`,
    en: `The donor of ${code} withdrew consent. Store it only among samples awaiting destruction.`,
  }),
  awaitingDestruction: (code: string): Text => ({
    zh: `此处为待销毁区，而 ${code} 的供体未撤回同意。仍要放在此处吗？`,
    en: `This area is for samples awaiting destruction, but consent for ${code} was not withdrawn. Store it here anyway?`,
  }),
  onLoan: (code: string): Text => ({
    zh: `${code} 登记为借出。确认已归还？`,
    en: `${code} is recorded as on loan. Has it been returned?`,
  }),
  shipped: (code: string): Text => ({
    zh: `${code} 登记为已发出。确认已退回？`,
    en: `${code} is recorded as shipped. Has it been returned?`,
  }),
  finishedKit: (code: string, kit: string): Text => ({
    zh: `${code} 属于已完成的采样套件 ${kit}。仍要放入吗？`,
    en: `${code} belongs to kit ${kit}, which is finished. Store it anyway?`,
  }),
  elsewhere: (code: string, at: At): Text => ({
    zh: `${code} 登记在 ${atText(at)}。移到此处？`,
    en: `${code} is recorded at ${atText(at)}. Move it here?`,
  }),
  wrongTemperature: (code: string): Text => ({
    zh: `${code} 的保存温度与此处不符。仍要放在此处吗？`,
    en: `${code} requires a different storage temperature. Store it here anyway?`,
  }),
  placeBlocked: (path: string): Text => ({
    zh: `${path} 已停用，请选择其他位置。`,
    en: `${path} is blocked. Choose another location.`,
  }),
  wellBlocked: (well: string, reason: string): Text => ({
    zh: `孔位 ${well} 已停用（${reason}），请选择其他孔位。`,
    en: `Well ${well} is blocked (${reason}). Choose another one.`,
  }),
  occupied: (well: string, code: string | null): Text => ({
    zh: `孔位 ${well} 已有${code === null ? '其他样本集的样本' : ` ${code}`}，请选择其他孔位。`,
    en: `Well ${well} holds ${code ?? 'a sample of another collection'}. Choose another one.`,
  }),
  heldByWithdrawn: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 已有 ${code}，其供体已撤回同意，只能移到待销毁区或销毁。请选择其他孔位。`,
    en: `Well ${well} holds ${code}, whose donor withdrew consent; it can only be moved to samples awaiting destruction or destroyed. Choose another well.`,
  }),
  taken: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 已登记 ${code}。两者互换，还是将 ${code} 记为位置不明？`,
    en: `Well ${well} holds ${code}. Swap the two, or set the location of ${code} to unknown?`,
  }),
  takenNoSwap: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 已登记 ${code}。将 ${code} 记为位置不明？`,
    en: `Well ${well} holds ${code}. Set the location of ${code} to unknown?`,
  }),
  keptFor: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 为借出的 ${code} 保留。仍要使用吗？`,
    en: `Well ${well} is kept for ${code}, which is on loan. Use it anyway?`,
  }),
  wellTaken: {
    zh: '刚有其他样本放入其中的孔位。请查看当前情况后重试。',
    en: 'Another sample was just stored in one of these wells. Check the box and try again.',
  },
  sampleMoved: {
    zh: '其中的样本刚被移动。请查看当前位置后重试。',
    en: 'One of these samples was just moved. Check its location and try again.',
  },
  noWell: (well: string): Text => ({
    zh: `这个盒没有孔位 ${well}。`,
    en: `This box has no well ${well}.`,
  }),
  wellNeeded: {
    zh: '请指定孔位。',
    en: 'Choose a well.',
  },
  twice: {
    zh: '同一孔位或样本出现了两次。',
    en: 'A well or sample appears twice.',
  },
  full: { zh: '已放满，请选择其他位置。', en: 'This is full. Choose another one.' },
  staffOnly: {
    zh: '其中有其他样本集的样本，请由该样本集的管理员取放。',
    en: 'Some of these samples belong to collections you do not curate. Ask their curators to move them.',
  },
  notHere: (code: string): Text => ({
    zh: `${code} 未登记在此处。`,
    en: `${code} is not recorded here.`,
  }),
  nothingToUndo: {
    zh: '没有可撤销的步骤。',
    en: 'Nothing to undo.',
  },
  changedSince: {
    zh: '其中的样本之后又有变动，不能撤销；请直接移动。',
    en: 'Some of these samples have changed since, so this cannot be undone. Move them instead.',
  },
} satisfies Words
