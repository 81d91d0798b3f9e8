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
  criteria: { zh: '样本条件与用途', en: 'Sample criteria and use' },
  code: { zh: '样本编号', en: 'Sample' },
  type: { zh: '类型', en: 'Type' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄段', en: 'Age group' },
  ageYears: { zh: '年龄', en: 'Age' },
  amount: { zh: '量', en: 'Amount' },
  thaws: { zh: '冻融次数', en: 'Freeze–thaw cycles' },
  taken: { zh: '采集', en: 'Collected' },
  state: { zh: '状态', en: 'State' },
  place: { zh: '存放位置', en: 'Location' },
  request: { zh: '申请', en: 'Request' },
  none: { zh: '尚未预留样本。', en: 'No samples reserved yet.' },
  noneUsable: {
    zh: '没有可预留的样本。',
    en: 'No samples can be reserved.',
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
      zh: `另有符合条件但不能提供的样本：${zh}。`,
      en: `Other matching samples cannot be provided: ${en}.`,
    }
  },
  heldOf: (held: number, most: number): Text => ({
    zh: `已预留 ${held} 份，最多 ${most} 份。`,
    en: `${held} reserved, up to ${most} allowed.`,
  }),
  unstated: {
    zh: '申请未说明研究用途，无法与知情同意匹配。请退回申请，由申请人补充。',
    en: 'The request states no research purpose, so it cannot be matched with donors’ consent. Return it for completion.',
  },
  candidates: { zh: '可预留的样本', en: 'Samples available to reserve' },
  misfit: { zh: '不能提供的原因', en: 'Reason not available' },
  tick: { zh: '选择', en: 'Select' },
  chooseSample: (code: string): Text => ({ zh: `选择 ${code}`, en: `Select ${code}` }),
  onlyNamed: { zh: '仅所选样本', en: 'Selected samples only' },
  reserveTicked: { zh: '预留所选样本', en: 'Reserve selected' },
  noneTicked: { zh: '请先在列表中选择样本。', en: 'Select samples in the list first.' },
  best: { zh: '自动选择', en: 'Select automatically' },
  bestAbout: {
    zh: '从全部可预留的样本中选择：优先冻融次数少的，其次余量多的。',
    en: 'From all samples that can be reserved: fewest freeze–thaw cycles first, then largest remaining amount.',
  },
  bestOfFound: {
    zh: '从筛选出的样本中选择：优先冻融次数少的，其次余量多的。',
    en: 'From the samples that match the filters: fewest freeze–thaw cycles first, then largest remaining amount.',
  },
  count: { zh: '份数', en: 'Number of samples' },
  spread: { zh: '优先选择不同供体', en: 'Prefer different donors' },
  reserved: (count: number): Text => ({
    zh: `已预留 ${count} 份。`,
    en: count === 1 ? '1 sample reserved.' : `${count} samples reserved.`,
  }),
  release: { zh: '解除预留', en: 'Release' },
  released: { zh: '已解除预留。', en: 'Reservation released.' },
  toPick: { zh: '要取的样本', en: 'Samples to pick' },
  nonePicking: { zh: '没有待取的样本。', en: 'No samples to pick.' },
  item: { zh: '申请内容', en: 'Item' },
  returnSample: { zh: '登记归还', en: 'Record return' },
  returned: { zh: '归还时的量', en: 'Amount returned' },
  thawed: { zh: '使用时已解冻', en: 'Thawed during use' },
  condition: { zh: '归还时的状况', en: 'Condition' },
  keepPlaces: { zh: '借出期间保留原位置', en: 'Keep locations during loans' },
} satisfies Words

export const requestSampleRefusals = {
  notSamples: { zh: '此项申请的不是样本。', en: 'This item is not a request for samples.' },
  tooMany: (most: number): Text => ({
    zh: `这一项最多预留 ${most} 份。`,
    en: `Up to ${most} samples can be reserved for this item.`,
  }),
  noneLeft: {
    zh: '没有可以预留的样本了，可能刚被其他申请预留。',
    en: 'No samples can be reserved any more. They may have just been reserved for other requests.',
  },
  taken: {
    zh: '样本刚被其他申请预留。',
    en: 'A sample was just reserved for another request.',
  },
  blocked: {
    zh: '样本已停用：供体撤回同意。请放回后另选样本。',
    en: 'A sample is blocked because its donor withdrew consent. Put it back and choose another.',
  },
  noSample: {
    zh: '这份申请没有预留这个样本。',
    en: 'This sample is not reserved for this request.',
  },
  misfit: (code: string, reason: Misfit): Text => ({
    zh: `样本 ${code} 不能提供：${misfitNames[reason].zh}。`,
    en: `Sample ${code} cannot be provided: ${misfitNames[reason].en}.`,
  }),
  pickFirst: (picked: number): Text => ({
    zh: `样本须预留并取出后才能发出，现已取出 ${picked} 份。`,
    en: `Samples must be reserved and picked before shipping. Picked so far: ${picked}.`,
  }),
  onePerSample: {
    zh: '请逐份登记样本的归还。',
    en: 'Record the return of each sample separately.',
  },
  notOut: { zh: '这个样本没有借出。', en: 'This sample is not on loan.' },
  tooMuch: { zh: '不能超过发出时的量。', en: 'Cannot exceed the amount sent.' },
} satisfies Words
