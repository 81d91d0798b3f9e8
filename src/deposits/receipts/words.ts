import type { Text, Words } from '../../core/text.ts'

export const receiptWords = {
  receipt: { zh: '科学数据汇交凭证', en: 'Receipt of deposited data' },
  number: { zh: '凭证编号', en: 'Receipt number' },
  genuine: {
    zh: '此凭证真实有效，由本系统出具，内容未经更改。',
    en: 'This receipt is genuine: it was issued here and has not been changed.',
  },
  certifies: (centre: Text): Text => ({
    zh: `兹证明${centre.zh}已接收下列项目汇交的科学数据。`,
    en: `${centre.en} has received the following data of the project named below.`,
  }),
  confidential: {
    zh: '该凭证涉及核心数据，详细内容不公开。如需核实，请联系数据中心。',
    en: 'This receipt is about core data: its details are not public. To verify them, ask the data centre.',
  },
  centre: { zh: '接收中心', en: 'Received by' },
  institution: { zh: '承担单位', en: 'Carrying institution' },
  project: { zh: '项目名称', en: 'Project' },
  awardNumber: { zh: '项目编号', en: 'Award number' },
  funder: { zh: '资助机构', en: 'Funder' },
  leader: { zh: '项目负责人', en: 'Principal investigator' },
  title: { zh: '数据名称', en: 'Data' },
  dataKind: { zh: '数据类型', en: 'Kind of data' },
  grade: { zh: '数据分级', en: 'Grade' },
  sharing: { zh: '共享方式', en: 'Sharing' },
  embargoUntil: { zh: '保护期至', en: 'Embargo until' },
  files: { zh: '文件', en: 'Files' },
  filesOf: (count: number, size: Text): Text => ({
    zh: `${count} 个，共 ${size.zh}`,
    en: `${count}, ${size.en} in all`,
  }),
  manifest: { zh: '文件清单的 SHA-256', en: 'SHA-256 of the list of files' },
  manifestHint: {
    zh: '清单为每个文件一行“SHA-256、两个空格、文件名”，按文件名排列，与 sha256sum 的输出相同。',
    en: 'The list has a line for each file in the order of names: SHA-256, two spaces, name, as sha256sum prints it.',
  },
  getManifest: { zh: '下载文件清单', en: 'Download the list of files' },
  issuedAt: { zh: '出具日期', en: 'Issued on' },
  verify: { zh: '扫码或访问以下地址核验', en: 'Verify it by scanning, or at' },
  seal: { zh: '（盖章）', en: '(seal)' },
  none: {
    zh: '没有这个编号的凭证；请核对编号，编号有误的凭证不是本系统出具的。',
    en: 'There is no receipt of this number. Check the number: one that is not here was not issued here.',
  },
  forParties: {
    zh: '文件清单只提供给汇交人、承担单位和数据中心。',
    en: 'The list of files is for the depositor, the carrying institution and the centre.',
  },
} satisfies Words
