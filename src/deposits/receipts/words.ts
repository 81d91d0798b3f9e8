import type { Text, Words } from '../../core/text.ts'

export const receiptWords = {
  receipt: { zh: '科学数据汇交凭证', en: 'Scientific data deposit receipt' },
  number: { zh: '凭证编号', en: 'Receipt number' },
  genuine: {
    zh: '此凭证真实有效，由本系统出具，内容未经更改。',
    en: 'This receipt is authentic. It was issued by this system and has not been altered.',
  },
  certifies: (centre: Text): Text => ({
    zh: `兹证明${centre.zh}已接收下列项目汇交的科学数据。`,
    en: `This certifies that ${centre.en} has received the scientific data deposited by the project named below.`,
  }),
  confidential: {
    zh: '该凭证涉及核心数据，不公开详细内容。如需核实，请联系数据中心。',
    en: 'This receipt concerns core data, so its details are not public. To verify it, contact the data centre.',
  },
  centre: { zh: '接收中心', en: 'Received by' },
  institution: { zh: '承担单位', en: 'Host institution' },
  project: { zh: '项目名称', en: 'Project' },
  awardNumber: { zh: '项目编号', en: 'Grant number' },
  funder: { zh: '资助机构', en: 'Funder' },
  leader: { zh: '项目负责人', en: 'Principal investigator' },
  title: { zh: '数据名称', en: 'Data title' },
  dataKind: { zh: '数据类型', en: 'Data type' },
  grade: { zh: '数据分级', en: 'Classification' },
  sharing: { zh: '共享方式', en: 'Sharing' },
  embargoUntil: { zh: '保护期至', en: 'Embargo until' },
  files: { zh: '文件', en: 'Files' },
  filesOf: (count: number, size: Text): Text => ({
    zh: `${count} 个，共 ${size.zh}`,
    en: `${count} ${count === 1 ? 'file' : 'files'}, ${size.en}`,
  }),
  manifest: { zh: '文件清单的 SHA-256', en: 'SHA-256 of the file list' },
  manifestHint: {
    zh: '清单每行一个文件，格式为“SHA-256、两个空格、文件名”，按文件名排列，与 sha256sum 的输出相同。',
    en: 'The list has one line per file, sorted by name: SHA-256, two spaces, file name, as output by sha256sum.',
  },
  getManifest: { zh: '下载文件清单', en: 'Download file list' },
  issuedAt: { zh: '出具日期', en: 'Issued on' },
  verify: { zh: '扫码或访问以下地址核验', en: 'To verify, scan the code or visit' },
  seal: { zh: '（盖章）', en: '(seal)' },
  none: {
    zh: '该编号的凭证不存在。请核对编号；未收录的凭证不是本系统出具的。',
    en: 'There is no receipt with this number. Check the number; receipts not found here were not issued by this system.',
  },
  forParties: {
    zh: '文件清单仅提供给汇交人、承担单位和数据中心。',
    en: 'The file list is available only to the depositor, the host institution and the data centre.',
  },
} satisfies Words
