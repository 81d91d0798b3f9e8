import type { Words } from '../../core/text.ts'

export const labelWords = {
  labels: { zh: '打印标签', en: 'Print labels' },
  lead: {
    zh: '选好标签纸后用浏览器打印，缩放设为 100%，页边距设为“默认”。',
    en: 'Choose the label sheet, then print from the browser at 100% scale with default margins.',
  },
  sheet: { zh: '标签纸', en: 'Label sheet' },
  symbol: { zh: '码制', en: 'Symbol' },
  copies: { zh: '张数', en: 'Copies' },
  skip: { zh: '空出前几张', en: 'Labels to skip' },
  skipHint: { zh: '标签纸已用去一部分时填写。', en: 'For partly used sheets.' },
  numbered: { zh: '按重复编号', en: 'Number copies' },
  numberedHint: {
    zh: '编号后加 #1、#2……，扫码仍打开同一批次。',
    en: 'Adds #1, #2 … to the code. Scanning any of them opens the same lot.',
  },
  show: { zh: '更新预览', en: 'Update preview' },
} satisfies Words

export const sheetNames = {
  a4_24: { zh: 'A4，3 × 8 张（70 × 37 mm）', en: 'A4, 3 × 8 labels (70 × 37 mm)' },
  a4_65: { zh: 'A4，5 × 13 张（38.1 × 21.2 mm）', en: 'A4, 5 × 13 labels (38.1 × 21.2 mm)' },
  packet: { zh: '标签带，种子袋（50 × 30 mm）', en: 'Roll, seed packet (50 × 30 mm)' },
  tube: { zh: '标签带，冻存管（33 × 13 mm）', en: 'Roll, cryo tube (33 × 13 mm)' },
  cap: { zh: '标签带，管盖（11 × 11 mm）', en: 'Roll, tube cap (11 × 11 mm)' },
} as const satisfies Words

export const symbolNames = {
  datamatrix: { zh: 'Data Matrix（二维，最小）', en: 'Data Matrix (2D, smallest)' },
  qrcode: { zh: 'QR 码（手机扫码打开批次）', en: 'QR code (opens the lot on a phone)' },
  code128: { zh: 'Code 128（一维）', en: 'Code 128 (1D)' },
} as const satisfies Words
