import type { Text, Words } from '../../core/text.ts'
import type { IdentifierKind } from './rules/identifiers.ts'

export const identifierNames: Readonly<Record<IdentifierKind, Text>> = {
  name: { zh: '姓名', en: 'a person’s name' },
  idCard: { zh: '身份证号', en: 'an ID-card number' },
  phone: { zh: '电话号码', en: 'a telephone number' },
  email: { zh: '电子邮箱', en: 'an e-mail address' },
  birth: { zh: '出生日期', en: 'a date of birth' },
  address: { zh: '住址', en: 'a home address' },
  record: { zh: '病历号或证件号', en: 'a number of a patient record or document' },
}

export const identifierWords = {
  refused: {
    zh: '人类样本不保存能直接识别个人的信息，请删除后重试。',
    en: 'Nothing that identifies a person is kept with human samples: remove it and try again.',
  },
  looksLike: (kind: IdentifierKind): Text => ({
    zh: `这里像是有${identifierNames[kind].zh}，请删除；供体只用编号表示。`,
    en: `This looks like ${identifierNames[kind].en}: remove it; donors have codes only.`,
  }),
} satisfies Words
