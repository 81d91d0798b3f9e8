import type { LetterKind } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import { peoplePaths } from './paths.ts'

type OfInstitution = { institutionId: string; institution: Text }

const membershipAsked: LetterKind<OfInstitution & { person: string }> = {
  name: { zh: '有人申请加入单位', en: 'Somebody asks to join' },
  hint: { zh: '您管理的单位收到加入申请', en: 'When somebody asks to join your institution' },
  forStaff: true,
  path: ({ institutionId }) => peoplePaths.institution(institutionId),
  letter: ({ institution, person }, { link }) => ({
    subject: {
      zh: `有人申请加入${institution.zh}`,
      en: `Somebody asks to join ${institution.en}`,
    },
    body: {
      zh: `您好：\n\n${person} 申请加入${institution.zh}。请在这里处理：\n\n${link}`,
      en: `Hello,\n\n${person} asks to join ${institution.en}. Decide here:\n\n${link}`,
    },
  }),
}

const membershipApproved: LetterKind<OfInstitution> = {
  name: { zh: '加入单位的申请已通过', en: 'Accepted as a member' },
  hint: { zh: '单位同意您的加入申请之后', en: 'When an institution accepts you' },
  path: ({ institutionId }) => peoplePaths.institution(institutionId),
  letter: ({ institution }, { link }) => ({
    subject: {
      zh: `您已加入${institution.zh}`,
      en: `You now belong to ${institution.en}`,
    },
    body: {
      zh: `您好：\n\n您加入${institution.zh}的申请已通过。\n\n${link}`,
      en: `Hello,\n\nYou were accepted as a member of ${institution.en}.\n\n${link}`,
    },
  }),
}

/** The letters of memberships. Those that an account cannot do without stand in `accounts/words/letters`. */
export const membershipLetters = {
  membership_asked: membershipAsked,
  membership_approved: membershipApproved,
}
