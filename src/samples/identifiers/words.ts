import type { Text, Words } from '../../core/text.ts'
import type { IdentifierKind } from './rules/identifiers.ts'

export const identifierNames: Readonly<Record<IdentifierKind, Text>> = {
  name: { zh: '姓名', en: 'a person’s name' },
  idCard: { zh: '身份证号', en: 'an ID-card number' },
  phone: { zh: '电话号码', en: 'a telephone number' },
  email: { zh: '邮箱', en: 'an email address' },
  birth: { zh: '出生日期', en: 'a date of birth' },
  address: { zh: '住址', en: 'a home address' },
  record: { zh: '病历号或证件号', en: 'a patient record or document number' },
}

export const identifierWords = {
  refused: {
    zh: '人类样本不得保存能直接识别个人的信息，请删除后重试。',
    en: 'Information that directly identifies a person cannot be stored with human samples. Remove it and try again.',
  },
  looksLike: (kind: IdentifierKind): Text => ({
    zh: `此处疑似含有${identifierNames[kind].zh}，请删除；供体仅用编号表示。`,
    en: `This looks like ${identifierNames[kind].en}. Remove it; donors are identified by codes only.`,
  }),
} satisfies Words
