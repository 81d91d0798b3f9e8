import { misfitNames } from '../../samples/matching/words.ts'
import type { Misfit } from '../../samples/matching/rules.ts'
import type { Text, Words } from '../../core/text.ts'
import type { HoldState } from './model.ts'

export const holdStateNames: Readonly<Record<HoldState, Text>> = {
  reserved: { zh: '已预留', en: 'Reserved' },
  picked: { zh: '已取', en: 'Picked' },
  under_way: { zh: '在途', en: 'Under way' },
  on_loan: { zh: '借出', en: 'On loan' },
  received: { zh: '已收到', en: 'Received' },
  lost: { zh: '丢失', en: 'Lost' },
  returned: { zh: '已归还', en: 'Returned' },
  blocked: { zh: '停用', en: 'Blocked' },
}

const joined = (parts: readonly Text[]): Text => ({
  zh: parts.map(({ zh }) => zh).join('，'),
  en: parts.map(({ en }) => en).join(', '),
})

export const requestSampleWords = {
  samples: { zh: '样本', en: 'Samples' },
  askedFor: (count: number | null, criteria: Text | undefined): Text => ({
    zh: (count === null ? '样本' : `${count} 份样本`) + (criteria ? `：${criteria.zh}` : ''),
    en:
      (count === null ? 'samples' : count === 1 ? '1 sample' : `${count} samples`) +
      (criteria ? `: ${criteria.en}` : ''),
  }),
  together: (texts: readonly Text[]): Text => ({
    zh: texts.map(({ zh }) => zh).join('；另 '),
    en: texts.map(({ en }) => en).join(', and '),
  }),
  criteria: { zh: '样本条件与用途', en: 'Criteria and use of the samples' },
  code: { zh: '样本编号', en: 'Sample' },
  type: { zh: '类型', en: 'Type' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄段', en: 'Age band' },
  ageYears: { zh: '年龄', en: 'Age' },
  amount: { zh: '量', en: 'Amount' },
  thaws: { zh: '冻融次数', en: 'Freeze–thaws' },
  taken: { zh: '采集', en: 'Taken' },
  state: { zh: '状态', en: 'State' },
  place: { zh: '存放位置', en: 'Place' },
  request: { zh: '申请', en: 'Request' },
  none: { zh: '还没有预留样本。', en: 'No sample is reserved yet.' },
  noneUsable: {
    zh: '没有可以预留的样本。',
    en: 'There is no sample that can be reserved.',
  },
  choose: { zh: '选择样本', en: 'Choose samples' },
  chooseFor: (number: string): Text => ({
    zh: `为申请 ${number} 选择样本`,
    en: `Choose samples for request ${number}`,
  }),
  usable: (count: number): Text => ({
    zh: `可预留 ${count} 份。`,
    en: count === 1 ? '1 sample can be reserved.' : `${count} samples can be reserved.`,
  }),
  others: (counts: readonly { reason: Misfit; count: number }[]): Text => {
    const { zh, en } = joined(
      counts.map(({ reason, count }) => ({
        zh: `${misfitNames[reason].zh} ${count} 份`,
        en: `${misfitNames[reason].en} (${count})`,
      })),
    )
    return {
      zh: `另有符合条件但不能提供的：${zh}。`,
      en: `Others fit but cannot be had: ${en}.`,
    }
  },
  heldOf: (held: number, most: number): Text => ({
    zh: `已预留 ${held} 份，最多 ${most} 份。`,
    en: `${held} of at most ${most} are reserved.`,
  }),
  unstated: {
    zh: '申请没有写明研究用途，无法按知情同意匹配。请退回申请，请申请人补充。',
    en: 'The request states no research purpose, so that consents cannot be matched. Return it and ask for the purpose.',
  },
  candidates: { zh: '可预留的样本', en: 'Samples that can be reserved' },
  misfit: { zh: '不能提供的原因', en: 'Why not' },
  tick: { zh: '选择', en: 'Choose' },
  chooseSample: (code: string): Text => ({ zh: `选择 ${code}`, en: `Choose ${code}` }),
  onlyNamed: { zh: '仅所选样本', en: 'Only those named' },
  reserveTicked: { zh: '预留所选样本', en: 'Reserve those ticked' },
  noneTicked: { zh: '请先在列表中勾选样本。', en: 'First tick samples in the list.' },
  best: { zh: '自动选择', en: 'Choose the best' },
  bestAbout: {
    zh: '从全部可预留的样本中，先选冻融次数少的，再选余量多的。',
    en: 'Of all that can be reserved, those with the fewest freeze–thaws first, then the fullest.',
  },
  bestOfFound: {
    zh: '从筛选出的样本中，先选冻融次数少的，再选余量多的。',
    en: 'Of those that the filter finds, those with the fewest freeze–thaws first, then the fullest.',
  },
  count: { zh: '份数', en: 'How many' },
  spread: { zh: '尽量来自不同供体', en: 'Spread over donors' },
  reserved: (count: number): Text => ({
    zh: `已预留 ${count} 份。`,
    en: count === 1 ? '1 sample is reserved.' : `${count} samples are reserved.`,
  }),
  release: { zh: '解除预留', en: 'Let go' },
  released: { zh: '已解除预留。', en: 'It is no longer reserved.' },
  toPick: { zh: '要取的样本', en: 'Samples to pick' },
  nonePicking: { zh: '没有待取的样本。', en: 'No sample is waiting to be picked.' },
  item: { zh: '申请内容', en: 'Item' },
  returnSample: { zh: '登记归还', en: 'Record the return' },
  returned: { zh: '归还时的量', en: 'Amount returned' },
  thawed: { zh: '使用时解冻过', en: 'It was thawed' },
  condition: { zh: '归还时的状况', en: 'Condition' },
  keepPlaces: { zh: '借出期间保留原位置', en: 'Keep the places of loans free' },
} satisfies Words

export const requestSampleRefusals = {
  notSamples: { zh: '这一项申请的不是样本。', en: 'This item is not about samples.' },
  tooMany: (most: number): Text => ({
    zh: `这一项最多预留 ${most} 份。`,
    en: `At most ${most} can be reserved for this item.`,
  }),
  noneLeft: {
    zh: '没有可以预留的样本了，可能刚被其他申请预留。',
    en: 'No sample can be reserved any more; others may just have reserved them.',
  },
  taken: {
    zh: '样本刚被其他申请预留。',
    en: 'A sample has just been reserved for another request.',
  },
  blocked: {
    zh: '样本已停用：供体退出。请放回，另选样本。',
    en: 'A sample is blocked, because its donor withdrew. Put it back and choose another.',
  },
  noSample: {
    zh: '这份申请没有预留这个样本。',
    en: 'This sample is not reserved for the request.',
  },
  misfit: (code: string, reason: Misfit): Text => ({
    zh: `样本 ${code} 不能提供：${misfitNames[reason].zh}。`,
    en: `Sample ${code} cannot be given: ${misfitNames[reason].en}.`,
  }),
  pickFirst: (picked: number): Text => ({
    zh: `样本要先预留并取出才能发出，现在已取 ${picked} 份。`,
    en: `Samples are reserved and picked before they are shipped; ${picked} are picked now.`,
  }),
  onePerSample: {
    zh: '样本请逐份登记归还。',
    en: 'Record the return of samples one by one.',
  },
  notOut: { zh: '这个样本没有借出。', en: 'This sample is not on loan.' },
  tooMuch: { zh: '不能多于发出时的量。', en: 'No more than was sent.' },
} satisfies Words
