import type { Text, Words } from '../../core/text.ts'

export const reportWords = {
  impact: { zh: '利用成果', en: 'Results of use' },
  report: { zh: '利用情况反馈', en: 'Use reports' },
  results: { zh: '利用情况与成果', en: 'Use and results' },
  resultsHint: {
    zh: '资源的用途和结果；尚无成果也请说明。',
    en: 'What the resources were used for and the results. Also state if there are no results yet.',
  },
  publications: { zh: '论文、专著', en: 'Publications' },
  publicationsHint: {
    zh: '每行一项，以 DOI 开头（例如 10.1000/xyz123），或写完整的引文。',
    en: 'One per line. Start with the DOI, for example 10.1000/xyz123, or enter the full citation.',
  },
  patents: { zh: '专利', en: 'Patents' },
  varieties: { zh: '品种权号、审定号', en: 'Variety rights and registrations' },
  oneToALine: { zh: '每行一项。', en: 'One per line.' },
  contractNumber: { zh: '技术合同登记号', en: 'Technology contract registration number' },
  contractAmount: { zh: '技术合同金额', en: 'Contract value' },
  derived: { zh: '衍生种质', en: 'Derived accessions' },
  derivedHint: {
    zh: '每行一份：其在目录中的网址；申请包含多份种质时，空一格再填写亲本的网址。您管理的种质将写入系谱。',
    en: 'One per line: its address in the catalogue. If the request includes several accessions, add a space and the parent’s address. For accessions you curate, the pedigree is updated.',
  },
  badDerived: {
    zh: '每行应为一份种质的网址，需要时空一格再写亲本网址。',
    en: 'Each line must be the address of an accession, followed by a space and its parent’s address if needed.',
  },
  noDerived: (line: string): Text => ({
    zh: `目录中没有这份种质：${line}`,
    en: `This accession is not in the catalogue: ${line}`,
  }),
  whichParent: (line: string): Text => ({
    zh: `请空一格后填写其亲本（本申请中的种质）的网址：${line}`,
    en: `After a space, add the address of the parent accession in this request: ${line}`,
  }),
  contracts: { zh: '技术合同', en: 'Technology contracts' },
  contractTotal: { zh: '合同总额', en: 'Total contract value' },
  contractOf: (number: string, amount: string | null): Text => ({
    zh: amount === null ? number : `${number}，${amount}`,
    en: amount === null ? number : `${number}, ${amount}`,
  }),
  reportBy: (name: string, day: string): Text => ({
    zh: `${day} · ${name}`,
    en: `${day}, ${name}`,
  }),
  files: { zh: '附件', en: 'Attachments' },
  file: { zh: '添加附件', en: 'Add attachment' },
  fileHint: (megabytes: number): Text => ({
    zh: `最大 ${megabytes} MB，申请双方均可下载。`,
    en: `Up to ${megabytes} MB. Both parties can download it.`,
  }),
  addFile: { zh: '上传', en: 'Upload' },
  fileAdded: (name: string): Text => ({ zh: `已添加 ${name}`, en: `${name} added` }),
  noFile: { zh: '该附件不存在。', en: 'This attachment does not exist.' },
  fileNeeded: { zh: '请选择文件。', en: 'Choose a file.' },
  tooManyFiles: (most: number): Text => ({
    zh: `一份反馈最多 ${most} 个附件。`,
    en: `A report can have up to ${most} attachments.`,
  }),
  noReport: { zh: '该反馈不存在。', en: 'This report does not exist.' },
  notYours: {
    zh: '只有申请人和成员可以添加附件。',
    en: 'Only the requester and members can add attachments.',
  },
  reports: { zh: '反馈', en: 'Reports' },
  toReport: { zh: '待反馈利用情况', en: 'Use reports due' },
  noneDue: { zh: '没有待反馈的申请。', en: 'No use reports due.' },
  due: (day: Text): Text => ({
    zh: `请在 ${day.zh}前反馈利用情况。`,
    en: `Submit the use report by the end of ${day.en}.`,
  }),
  late: (day: Text): Text => ({
    zh: `利用情况反馈已逾期，应在 ${day.zh}前提交；提交之前不能申请新的种质资源。`,
    en: `The use report was due by ${day.en}. You cannot request more germplasm until you submit it.`,
  }),
  lateShort: (day: Text): Text => ({ zh: `已逾期（${day.zh}前）`, en: `overdue since ${day.en}` }),
  dueShort: (day: Text): Text => ({ zh: `${day.zh}前`, en: `by ${day.en}` }),
  tooMany: { zh: '最多 100 项。', en: 'Up to 100 entries.' },
  badDoi: {
    zh: '有一行以 DOI 开头，但不是完整的 DOI，例如 10.1000/xyz123。',
    en: 'One line starts with a DOI that is incomplete. Example: 10.1000/xyz123.',
  },
  numberNeeded: {
    zh: '请填写技术合同登记号。',
    en: 'Enter the technology contract registration number.',
  },
} as const satisfies Words

/** Why no more germplasm can be asked for. */
export const owedWords = (owed: readonly { number: string; href: string }[]): Text => ({
  zh: `请先反馈已获得资源的利用情况，再申请新的种质资源。逾期未反馈的申请：${owed.map(({ number, href }) => `${number}（${href}）`).join('、')}。`,
  en: `Submit the overdue use reports before you request more germplasm. Overdue for: ${owed.map(({ number, href }) => `${number} (${href})`).join(', ')}.`,
})
