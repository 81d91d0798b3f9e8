import { bookingPaths } from '../../bookings/words/paths.ts'
import {
  type LetterKind,
  type ZonedMoment,
  lastDayInWords,
  zonedInWords,
} from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import { upkeepPaths } from './paths.ts'

type OfBooking = { bookingId: string; instrument: Text }
type OfInstrument = { instrumentId: string; instrument: Text }
type OfQualification = { instrument: Text; kinds: Text }

const useOverrun: LetterKind<OfBooking & { end: ZonedMoment }> = {
  name: { zh: '预约时间已到', en: 'Booking time is over' },
  hint: { zh: '预约时间已到，仍在使用', en: 'When your use continues after the booked time' },
  path: ({ bookingId }) => bookingPaths.booking(bookingId),
  letter: ({ instrument, end }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：预约时间已到`,
      en: `${instrument.en}: booking time is over`,
    },
    body: {
      zh: `您好：\n\n您预约的${instrument.zh}于 ${zonedInWords(end).zh}到时，目前仍显示使用中。\n\n如已使用完毕，请点“结束使用”；如需继续使用，请先查看后续是否有预约，再延长时间：\n\n${link}`,
      en: `Hello,\n\nYour booking of ${instrument.en} ended at ${zonedInWords(end).en}, but the instrument is still shown as in use.\n\nIf you have finished, press “Finish use”. If you need more time, check whether there is a booking after yours and extend it:\n\n${link}`,
    },
  }),
}

const useDelayed: LetterKind<OfBooking & { start: ZonedMoment }> = {
  name: { zh: '前一次使用未结束', en: 'Previous use not finished' },
  hint: {
    zh: '您的预约即将开始，前一次使用超时',
    en: 'When the user before you is over time',
  },
  path: ({ bookingId }) => bookingPaths.booking(bookingId),
  letter: ({ instrument, start }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：前一次使用未结束`,
      en: `${instrument.en}: previous use not finished`,
    },
    body: {
      zh: `您好：\n\n您预约了 ${zonedInWords(start).zh}使用${instrument.zh}，前一位使用者的预约已到时，但尚未结束使用。系统已提醒对方，您可能需要稍候。\n\n您的预约：${link}`,
      en: `Hello,\n\nYou booked ${instrument.en} from ${zonedInWords(start).en}. The previous booking has ended, but its user has not finished yet. We have reminded them; you may have to wait a little.\n\nYour booking: ${link}`,
    },
  }),
}

const qualificationExpiring: LetterKind<OfQualification & { expires: ZonedMoment }> = {
  name: { zh: '资格将到期', en: 'Qualification expiring soon' },
  hint: { zh: '到期前一个月', en: 'A month before it expires' },
  path: () => upkeepPaths.trainings,
  letter: ({ instrument, kinds, expires }, { link }) => {
    const day = lastDayInWords(expires)
    return {
      subject: {
        zh: `${instrument.zh}：${kinds.zh}将于 ${day.zh}到期`,
        en: `${instrument.en}: your ${kinds.en} expires on ${day.en}`,
      },
      body: {
        zh: `您好：\n\n您在${instrument.zh}的${kinds.zh}有效期至 ${day.zh}。到期后不能预约和使用。\n\n近期的培训和您的全部资格：${link}`,
        en: `Hello,\n\nYour ${kinds.en} for ${instrument.en} is valid until ${day.en}. After that you cannot book or use it.\n\nUpcoming training and your qualifications: ${link}`,
      },
    }
  },
}

const qualificationRevoked: LetterKind<OfQualification & { reason: string }> = {
  name: { zh: '资格已撤销', en: 'Qualification revoked' },
  hint: { zh: '管理人员撤销您的资格后', en: 'When staff revoke a qualification of yours' },
  path: () => upkeepPaths.trainings,
  letter: ({ instrument, kinds, reason }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：${kinds.zh}已撤销`,
      en: `${instrument.en}: your ${kinds.en} was revoked`,
    },
    body: {
      zh: `您好：\n\n您在${instrument.zh}的${kinds.zh}已被管理人员撤销。已有的预约保留，但不能开始使用；请联系管理人员或参加培训。${reasonIn('zh', reason)}\n\n近期培训：${link}`,
      en: `Hello,\n\nYour ${kinds.en} for ${instrument.en} was revoked by staff. Your bookings are kept, but you cannot start use. Contact the staff or attend a training session.${reasonIn('en', reason)}\n\nUpcoming training: ${link}`,
    },
  }),
}

const trainingCancelled: LetterKind<{ title: string; start: ZonedMoment; reason: string }> = {
  name: { zh: '培训取消', en: 'Training cancelled' },
  hint: {
    zh: '您报名的培训取消后',
    en: 'When a training session you enrolled in is cancelled',
  },
  path: () => upkeepPaths.trainings,
  letter: ({ title, start, reason }, { link }) => ({
    subject: { zh: `培训取消：${title}`, en: `Training cancelled: ${title}` },
    body: {
      zh: `您好：\n\n您报名的培训“${title}”已取消，原定时间 ${zonedInWords(start).zh}。${reasonIn('zh', reason)}\n\n其他场次：${link}`,
      en: `Hello,\n\nThe training “${title}” on ${zonedInWords(start).en}, in which you were enrolled, was cancelled.${reasonIn('en', reason)}\n\nOther sessions: ${link}`,
    },
  }),
}

type Passed = OfInstrument & { kinds: Text; expires: ZonedMoment | null }

const trainingPassed: LetterKind<Passed> = {
  name: { zh: '培训通过', en: 'Training passed' },
  hint: { zh: '您通过培训并取得资格后', en: 'When you pass training and receive a qualification' },
  path: ({ instrumentId }) => `/records/${instrumentId}`,
  letter: ({ instrument, kinds, expires }, { link }) => {
    const until = expires
      ? {
          zh: `有效期至 ${lastDayInWords(expires).zh}`,
          en: `valid until ${lastDayInWords(expires).en}`,
        }
      : { zh: '长期有效', en: 'no expiry' }
    return {
      subject: {
        zh: `${instrument.zh}：您已通过培训`,
        en: `${instrument.en}: you passed the training`,
      },
      body: {
        zh: `您好：\n\n您已通过${instrument.zh}的培训，取得${kinds.zh}，${until.zh}。\n\n现在可以预约：${link}`,
        en: `Hello,\n\nYou passed the training for ${instrument.en} and received: ${kinds.en} (${until.en}).\n\nYou can now book it: ${link}`,
      },
    }
  },
}

type Reported = OfInstrument & { severity: Text; description: string; by: string }

const problemReported: LetterKind<Reported> = {
  name: { zh: '仪器问题报告', en: 'Problem reported' },
  hint: {
    zh: '您管理的仪器收到问题报告',
    en: 'When someone reports a problem with an instrument you manage',
  },
  forStaff: true,
  path: ({ instrumentId }) => upkeepPaths.upkeep(instrumentId),
  letter: ({ instrument, severity, description, by }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：问题报告（${severity.zh}）`,
      en: `${instrument.en}: problem reported (${severity.en})`,
    },
    body: {
      zh: `您好：\n\n${by}报告${instrument.zh}有问题（${severity.zh}）：\n\n${description}\n\n查看和处理：${link}`,
      en: `Hello,\n\n${by} reported a problem with ${instrument.en} (${severity.en}):\n\n${description}\n\nView and resolve: ${link}`,
    },
  }),
}

const planDue: LetterKind<OfInstrument & { plan: string; due: Text }> = {
  name: { zh: '维护计划到期', en: 'Maintenance due' },
  hint: {
    zh: '您管理的仪器有维护计划将到期',
    en: 'When maintenance of an instrument you manage is due within a week',
  },
  forStaff: true,
  path: ({ instrumentId }) => upkeepPaths.upkeep(instrumentId),
  letter: ({ instrument, plan, due }, { link }) => ({
    subject: {
      zh: `${instrument.zh}：${plan}${due.zh}`,
      en: `${instrument.en}: ${plan} ${due.en}`,
    },
    body: {
      zh: `您好：\n\n${instrument.zh}的计划“${plan}”${due.zh}。完成后请登记，下次日期将重新计算：\n\n${link}`,
      en: `Hello,\n\nThe plan “${plan}” for ${instrument.en} ${due.en}. Record its completion once done; the next due date is then recalculated:\n\n${link}`,
    },
  }),
}

const reasonIn = (lang: 'zh' | 'en', reason: string) =>
  reason && `\n\n${{ zh: '原因：', en: 'Reason: ' }[lang]}${reason}`

/** The letters of use and upkeep. */
export const upkeepLetters = {
  use_overrun: useOverrun,
  use_delayed: useDelayed,
  qualification_expiring: qualificationExpiring,
  qualification_revoked: qualificationRevoked,
  training_cancelled: trainingCancelled,
  training_passed: trainingPassed,
  problem_reported: problemReported,
  plan_due: planDue,
}
