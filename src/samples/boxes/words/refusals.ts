import type { Text, Words } from '../../../core/text.ts'

type At = { path: string; well: string | null }
const atText = ({ path, well }: At) => (well === null ? path : `${path} ${well}`)

/** Why a tube does not go into a well, each with what to do next. */
export const boxWords = {
  noBox: { zh: '没有这个盒或容器。', en: 'There is no such box or container.' },
  noSample: (code: string): Text => ({
    zh: `没有编号为 ${code} 的样本。请核对标签；是新样本的，先登记。`,
    en: `There is no sample ${code}. Check the label; if it is new, register it first.`,
  }),
  otherInstitution: (code: string, institution: Text): Text => ({
    zh: `${code} 是${institution.zh}的样本，不能放进本单位的盒，请交还。`,
    en: `${code} belongs to ${institution.en} and cannot be stored here: give it back to them.`,
  }),
  otherCollection: (code: string): Text => ({
    zh: `${code} 属于另一个样本集，请交给该样本集的管理员放置。`,
    en: `${code} belongs to a collection that you do not curate: its curators store it.`,
  }),
  destroyed: (code: string): Text => ({
    zh: `${code} 登记为已销毁，不能入库。请核对标签，并告知样本库负责人。`,
    en: `${code} is recorded as destroyed and cannot be stored. Check the label and tell whoever runs the biobank.`,
  }),
  usedUp: (code: string): Text => ({
    zh: `${code} 登记为已用完。管内还有样本的，先在样本页更正余量。`,
    en: `${code} is recorded as used up. If something is left, correct its amount on the sample’s page first.`,
  }),
  withdrawn: (code: string): Text => ({
    zh: `${code} 的供体已撤回同意，只能放入待销毁区。`,
    en: `The donor of ${code} withdrew: store it only where samples await destruction.`,
  }),
  awaitingDestruction: (code: string): Text => ({
    zh: `这里是待销毁区，而 ${code} 没有被撤回。确实要放在这里吗？`,
    en: `Samples await destruction here, but ${code} is not withdrawn. Store it here anyway?`,
  }),
  onLoan: (code: string): Text => ({
    zh: `${code} 登记为借出。已经还回来了吗？`,
    en: `${code} is recorded as on loan. Is it back?`,
  }),
  shipped: (code: string): Text => ({
    zh: `${code} 登记为已发出。已经退回来了吗？`,
    en: `${code} is recorded as shipped. Has it come back?`,
  }),
  finishedKit: (code: string, kit: string): Text => ({
    zh: `${code} 属于已完成的采样套件 ${kit}。仍要放置吗？`,
    en: `${code} belongs to kit ${kit}, which is finished. Store it anyway?`,
  }),
  elsewhere: (code: string, at: At): Text => ({
    zh: `${code} 登记在 ${atText(at)}。要移到这里吗？`,
    en: `${code} is recorded at ${atText(at)}. Move it here?`,
  }),
  wrongTemperature: (code: string): Text => ({
    zh: `${code} 的保存温度与这里不符。仍要放在这里吗？`,
    en: `${code} is kept at another temperature than this place. Store it here anyway?`,
  }),
  placeBlocked: (path: string): Text => ({
    zh: `${path} 已停用，请换一个位置。`,
    en: `${path} is blocked: choose another place.`,
  }),
  wellBlocked: (well: string, reason: string): Text => ({
    zh: `孔位 ${well} 已停用（${reason}），请换一个。`,
    en: `Well ${well} is blocked (${reason}): choose another.`,
  }),
  occupied: (well: string, code: string | null): Text => ({
    zh: `孔位 ${well} 已有${code === null ? '其他样本集的样本' : ` ${code}`}，请换一个。`,
    en: `Well ${well} holds ${code ?? 'a sample of another collection'}: choose another.`,
  }),
  heldByWithdrawn: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 已有 ${code}，其供体已撤回同意，只能移到待销毁区或销毁。请换一个孔位。`,
    en: `Well ${well} holds ${code}, whose donor withdrew: it only goes where samples await destruction. Choose another well.`,
  }),
  taken: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 登记着 ${code}。两者互换，还是把 ${code} 记为位置不明？`,
    en: `Well ${well} is recorded as holding ${code}. Swap the two, or record the location of ${code} as unknown?`,
  }),
  takenNoSwap: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 登记着 ${code}。要把 ${code} 记为位置不明吗？`,
    en: `Well ${well} is recorded as holding ${code}. Record the location of ${code} as unknown?`,
  }),
  keptFor: (well: string, code: string): Text => ({
    zh: `孔位 ${well} 为借出的 ${code} 保留。要占用这个孔位吗？`,
    en: `Well ${well} is kept for ${code}, which is on loan. Use it anyway?`,
  }),
  wellTaken: {
    zh: '刚才有人把别的样本放进了其中的孔位。请看清现状再试。',
    en: 'Somebody has just put another sample into one of these wells. Look at the box as it is now and try again.',
  },
  sampleMoved: {
    zh: '刚才有人移动了其中的样本。请看清现状再试。',
    en: 'Somebody has just moved one of these samples. Look at where it is now and try again.',
  },
  noWell: (well: string): Text => ({
    zh: `这个盒没有孔位 ${well}。`,
    en: `This box has no well ${well}.`,
  }),
  wellNeeded: {
    zh: '这个盒有孔位，请说明放在哪个孔位。',
    en: 'This box has wells: say which one.',
  },
  twice: {
    zh: '同一孔位或同一样本出现了两次。',
    en: 'A well or a sample is named twice.',
  },
  full: { zh: '这里已经放满，请换一个。', en: 'This is full: choose another.' },
  staffOnly: {
    zh: '其中有别的样本集的样本，由该样本集的管理员取放。',
    en: 'Some of these samples belong to collections that you do not curate: their curators move them.',
  },
  notHere: (code: string): Text => ({
    zh: `${code} 没有登记在这里。`,
    en: `${code} is not recorded here.`,
  }),
  nothingToUndo: {
    zh: '没有可以撤销的步骤。',
    en: 'There is no step to take back.',
  },
  changedSince: {
    zh: '其中的样本之后又有变动，不能撤销；请直接移动。',
    en: 'Some of these samples have changed since, so this cannot be taken back: move them instead.',
  },
} satisfies Words
