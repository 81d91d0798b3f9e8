import type { LetterKind } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import { peoplePaths } from './paths.ts'

type OfInstitution = { institutionId: string; institution: Text }

const membershipAsked: LetterKind<OfInstitution & { person: string }> = {
  name: { zh: '收到加入申请', en: 'Request to join' },
  hint: {
    zh: '您管理的单位收到加入申请',
    en: 'When someone requests to join an institution you manage',
  },
  forStaff: true,
  path: ({ institutionId }) => peoplePaths.institution(institutionId),
  letter: ({ institution, person }, { link }) => ({
    subject: {
      zh: `申请加入${institution.zh}`,
      en: `Request to join ${institution.en}`,
    },
    body: {
      zh: `您好：\n\n${person} 申请加入${institution.zh}。请处理：\n\n${link}`,
      en: `Hello,\n\n${person} has requested to join ${institution.en}. Approve or decline the request:\n\n${link}`,
    },
  }),
}

const membershipApproved: LetterKind<OfInstitution> = {
  name: { zh: '加入申请已批准', en: 'Membership approved' },
  hint: { zh: '单位批准您的加入申请后', en: 'When an institution approves your request to join' },
  path: ({ institutionId }) => peoplePaths.institution(institutionId),
  letter: ({ institution }, { link }) => ({
    subject: {
      zh: `您已加入${institution.zh}`,
      en: `You are now a member of ${institution.en}`,
    },
    body: {
      zh: `您好：\n\n您加入${institution.zh}的申请已批准。\n\n${link}`,
      en: `Hello,\n\nYour request to join ${institution.en} was approved.\n\n${link}`,
    },
  }),
}

/** The letters of memberships. Those that an account cannot do without stand in `accounts/words/letters`. */
export const membershipLetters = {
  membership_asked: membershipAsked,
  membership_approved: membershipApproved,
}
