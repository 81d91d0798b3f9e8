import type { Text, Words } from '../../core/text.ts'

export const reportWords = {
  impact: { zh: '利用成果', en: 'What came of it' },
  report: { zh: '利用情况反馈', en: 'Use reports' },
  results: { zh: '利用情况与成果', en: 'Use and results' },
  resultsHint: {
    zh: '用来做了什么，结果如何；尚无成果也请说明。',
    en: 'What it was used for and what came of it; say so if nothing has yet.',
  },
  publications: { zh: '论文、专著', en: 'Publications' },
  publicationsHint: {
    zh: '每行一项，以 DOI 开头（例如 10.1000/xyz123），或写完整的引文。',
    en: 'One to a line: begin with the DOI, such as 10.1000/xyz123, or write the citation.',
  },
  patents: { zh: '专利', en: 'Patents' },
  varieties: { zh: '品种权号、审定号', en: 'Variety rights and registrations' },
  oneToALine: { zh: '每行一项。', en: 'One to a line.' },
  contractNumber: { zh: '技术合同登记号', en: 'Number of the registered technology contract' },
  contractAmount: { zh: '技术合同金额', en: 'Amount of the contract' },
  derived: { zh: '衍生种质', en: 'Derived accessions' },
  derivedHint: {
    zh: '每行一份：目录中的网址；申请了多份种质时，空一格再写它的亲本网址。您管理的种质会写入系谱。',
    en: 'One to a line: its address in the catalogue; where several accessions were asked for, then a space and the address of its parent. Those that you curate get it in their pedigree.',
  },
  badDerived: {
    zh: '每行应为一份种质的网址，需要时空一格再写亲本网址。',
    en: 'Each line is the address of an accession, and where needed that of its parent after a space.',
  },
  noDerived: (line: string): Text => ({
    zh: `目录中没有这份种质：${line}`,
    en: `There is no such accession: ${line}`,
  }),
  whichParent: (line: string): Text => ({
    zh: `请在空一格之后写明它来自这份申请中的哪份种质：${line}`,
    en: `Say after a space from which accession of this request it came: ${line}`,
  }),
  contracts: { zh: '技术合同', en: 'Technology contracts' },
  contractTotal: { zh: '合同总额', en: 'Amount of contracts' },
  contractOf: (number: string, amount: string | null): Text => ({
    zh: amount === null ? number : `${number}，${amount}`,
    en: amount === null ? number : `${number}, ${amount}`,
  }),
  reportBy: (name: string, day: string): Text => ({
    zh: `${day} · ${name}`,
    en: `${day}, ${name}`,
  }),
  files: { zh: '附件', en: 'Files' },
  file: { zh: '添加附件', en: 'Add a file' },
  fileHint: (megabytes: number): Text => ({
    zh: `最大 ${megabytes} MB，申请双方都可以下载。`,
    en: `${megabytes} MB at most; both sides may download it.`,
  }),
  addFile: { zh: '上传', en: 'Upload' },
  fileAdded: (name: string): Text => ({ zh: `已添加 ${name}`, en: `${name} is added` }),
  noFile: { zh: '没有这个附件。', en: 'There is no such file.' },
  fileNeeded: { zh: '请选择文件。', en: 'Choose a file.' },
  tooManyFiles: (most: number): Text => ({
    zh: `一份反馈最多 ${most} 个附件。`,
    en: `A report has ${most} files at most.`,
  }),
  noReport: { zh: '没有这份反馈。', en: 'There is no such report.' },
  notYours: {
    zh: '只有申请人和成员可以添加附件。',
    en: 'Requester and members add files.',
  },
  reports: { zh: '反馈', en: 'Reports' },
  toReport: { zh: '待反馈利用情况', en: 'Reports on use' },
  noneDue: { zh: '没有待反馈的申请。', en: 'No reports are due.' },
  due: (day: Text): Text => ({
    zh: `请在 ${day.zh}前反馈利用情况。`,
    en: `Report on the use by the end of ${day.en}.`,
  }),
  late: (day: Text): Text => ({
    zh: `利用情况反馈已逾期，应在 ${day.zh}前提交；提交之前不能申请新的种质资源。`,
    en: `The report on the use was due by ${day.en}. Until it is given, you cannot ask for more germplasm.`,
  }),
  lateShort: (day: Text): Text => ({ zh: `已逾期（${day.zh}前）`, en: `overdue since ${day.en}` }),
  dueShort: (day: Text): Text => ({ zh: `${day.zh}前`, en: `by ${day.en}` }),
  tooMany: { zh: '最多 100 项。', en: '100 lines at most.' },
  badDoi: {
    zh: '有一行以 DOI 开头，但不是完整的 DOI，例如 10.1000/xyz123。',
    en: 'A line begins like a DOI and is none, such as 10.1000/xyz123.',
  },
  numberNeeded: { zh: '请填写技术合同登记号。', en: 'Give the number of the contract.' },
} as const satisfies Words

/** Why no more germplasm can be asked for. */
export const owedWords = (owed: readonly { number: string; href: string }[]): Text => ({
  zh: `请先反馈已获得资源的利用情况，再申请新的种质资源。逾期未反馈的申请：${owed.map(({ number, href }) => `${number}（${href}）`).join('、')}。`,
  en: `Report on the use of what you received before you ask for more germplasm. Reports are overdue for: ${owed.map(({ number, href }) => `${number} (${href})`).join(', ')}.`,
})
