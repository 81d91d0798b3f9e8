import type { Text, Words } from '../../core/text.ts'
import type { EventKind } from '../samples/model.ts'

export const eventWords = {
  events: { zh: '事件', en: 'Events' },
  none: { zh: '还没有事件。', en: 'No events yet.' },
  add: { zh: '登记事件', en: 'Record event' },
  addNow: { zh: '登记这一事件', en: 'Record the event' },
  noted: { zh: '事件已登记', en: 'Event recorded' },
  by: { zh: '登记人', en: 'Recorded by' },
  at: { zh: '登记时间', en: 'Recorded at' },
  when: { zh: '时间或年龄', en: 'Date or age' },
  whenHint: {
    zh: '发生时间，可以不完整；填写年龄时留空。',
    en: 'As precise as known. Leave empty if you enter an age.',
  },
  ageHint: {
    zh: '事件发生时供体的年龄，代替时间。',
    en: 'Age of the donor at the event, instead of a date.',
  },
  notBoth: { zh: '时间和年龄只填一个。', en: 'Enter either a date or an age, not both.' },
  unitNeeded: { zh: '年龄和单位须同时填写。', en: 'Enter both an age and its unit.' },
  amountOfUse: { zh: '只有“取用”可以填写用量。', en: 'Only “Use” takes an amount.' },
  amountHint: {
    zh: '取用时填写，从余量中扣除。',
    en: 'For “Use” only; deducted from the remaining amount.',
  },
  onlyDestroy: {
    zh: '样本已停用，只能登记销毁。',
    en: 'This sample is blocked. It can only be destroyed.',
  },
  gone: { zh: '样本已销毁。', en: 'This sample has been destroyed.' },
} satisfies Words

export const eventNames: Readonly<Record<EventKind, Text>> = {
  collection: { zh: '采集', en: 'Collection' },
  processing: { zh: '处理', en: 'Processing' },
  freeze: { zh: '冷冻', en: 'Freeze' },
  thaw: { zh: '解冻', en: 'Thaw' },
  ship: { zh: '发出', en: 'Shipment' },
  return: { zh: '归还', en: 'Return' },
  move: { zh: '移位', en: 'Move' },
  use: { zh: '取用', en: 'Use' },
  destroy: { zh: '销毁', en: 'Destruction' },
  block: { zh: '停用', en: 'Block' },
  unblock: { zh: '恢复使用', en: 'Unblock' },
}
