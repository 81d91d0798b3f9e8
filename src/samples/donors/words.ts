import type { Text, Words } from '../../core/text.ts'

export const donorWords = {
  donorsOf: (title: Text): Text => ({ zh: `${title.zh}的供体`, en: `Donors of ${title.en}` }),
  donors: { zh: '供体', en: 'Donors' },
  donorOf: (code: string): Text => ({ zh: `供体 ${code}`, en: `Donor ${code}` }),
  lead: {
    zh: '供体只用编号表示：不登记姓名、证件号、电话、邮箱和出生日期。',
    en: 'Donors have codes only: no names, document numbers, telephones, e-mail or dates of birth.',
  },
  none: { zh: '没有符合条件的供体。', en: 'No matching donors.' },
  add: { zh: '登记供体', en: 'Add a donor' },
  edit: { zh: '修改供体资料', en: 'Edit the donor' },
  added: (code: string): Text => ({ zh: `供体 ${code} 已登记`, en: `Donor ${code} was added` }),
  codeHint: {
    zh: '在本样本集内不重复；含数字，不用姓名、拼音或病历号。',
    en: 'Unique in the collection, with a digit in it; no name and no hospital number.',
  },
  diagnosesHint: {
    zh: 'ICD-10 或 ORPHA 代码，用逗号隔开，例如 E11.9, ORPHA:558。',
    en: 'Codes of ICD-10 or ORPHA, parted by commas, such as E11.9, ORPHA:558.',
  },
  samples: { zh: '样本', en: 'Samples' },
  noSamples: { zh: '还没有这位供体的样本。', en: 'There are no samples of this donor yet.' },
  withdrawn: { zh: '已退出', en: 'Withdrawn' },
  withdrawal: { zh: '登记退出', en: 'Withdrawal' },
  noDonor: { zh: '没有这位供体。', en: 'There is no such donor.' },
  hasWithdrawn: {
    zh: '这位供体已退出，不能再登记或修改。',
    en: 'This donor has withdrawn: nothing is added or changed.',
  },
  codeTaken: {
    zh: '本样本集已有这个编号的供体，请换一个编号。',
    en: 'The collection already has a donor of this code: choose another.',
  },
  notOfPeople: {
    zh: '供体只用于人类样本；动物和环境样本请登记来源。',
    en: 'Donors are people: for animals and the environment, add a source.',
  },
} satisfies Words
