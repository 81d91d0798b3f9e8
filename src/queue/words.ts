import type { AuditNames } from '../audit/model.ts'
import type { JobName } from '../core/ports.ts'
import type { Text, Words } from '../core/text.ts'
import type { JobState } from './model.ts'

export const queueWords = {
  jobs: { zh: '后台任务', en: 'Background jobs' },
  jobsAbout: {
    zh: '派生图片、发送邮件、清理等任务在后台执行。失败的会自动重试，多次失败后停在这里等待处理。',
    en: 'Deriving pictures, sending letters and clearing up happen in the background. What fails is tried again by itself; what kept failing stays here until somebody decides.',
  },
  states: { zh: '按状态查看', en: 'By state' },
  list: (state: Text): Text => ({
    zh: `后台任务：${state.zh}`,
    en: `Background jobs: ${state.en}`,
  }),
  job: { zh: '任务', en: 'Job' },
  tries: { zh: '尝试', en: 'Tries' },
  triesOf: (done: number, most: number): Text => ({
    zh: `${done} / ${most} 次`,
    en: `${done} of ${most}`,
  }),
  runAt: { zh: '计划执行', en: 'To start' },
  runningSince: { zh: '开始于', en: 'Running since' },
  lastTry: { zh: '最后尝试', en: 'Last try due' },
  lastError: { zh: '最近一次错误', en: 'Last error' },
  wholeError: { zh: '完整错误', en: 'The whole error' },
  actions: { zh: '处理', en: 'Decide' },
  retry: { zh: '重试', en: 'Try again' },
  discard: { zh: '丢弃', en: 'Discard' },
  discardOf: (job: Text): Text => ({ zh: `丢弃任务：${job.zh}`, en: `Discard: ${job.en}` }),
  discardAbout: {
    zh: '丢弃后这项任务不会再执行，也不能恢复。',
    en: 'A discarded job is not done any more, and cannot be brought back.',
  },
  retried: (job: Text): Text => ({ zh: `“${job.zh}”将重新执行`, en: `“${job.en}” is tried again` }),
  discarded: (job: Text): Text => ({ zh: `“${job.zh}”已丢弃`, en: `“${job.en}” is discarded` }),
  noJob: {
    zh: '队列里没有这项任务：它可能已经完成或被丢弃。',
    en: 'There is no such job in the queue: it may be done, or discarded.',
  },
  running: {
    zh: '这项任务正在执行，请等它结束后再处理。',
    en: 'This job is running: wait for its end, then decide.',
  },
} satisfies Words

/** What the list says when it is empty. */
export const nothingWords = {
  dead: {
    title: { zh: '没有被放弃的任务', en: 'No job was given up' },
    about: {
      zh: '所有任务都已完成，或仍在自动重试。',
      en: 'All are done, or are still being tried.',
    },
  },
  waiting: {
    title: { zh: '没有等待的任务', en: 'No job is waiting' },
    about: { zh: '新的任务会出现在这里。', en: 'New ones appear here.' },
  },
  running: {
    title: { zh: '没有正在执行的任务', en: 'No job is running' },
    about: { zh: '任务通常在几秒内完成。', en: 'Most take a few seconds.' },
  },
} as const satisfies Record<JobState, { title: Text; about: Text }>

export const stateNames = {
  dead: { zh: '已放弃', en: 'Given up' },
  waiting: { zh: '等待中', en: 'Waiting' },
  running: { zh: '执行中', en: 'Running' },
} as const satisfies Record<JobState, Text>

export const taskNames: Record<JobName, Text> = {
  derive_image: { zh: '派生图片', en: 'Derive a picture' },
  remove_objects: { zh: '删除对象', en: 'Remove objects' },
  tell_people: { zh: '通知相关人员', en: 'Tell those concerned' },
  tell_request: { zh: '通知申请的进展', en: 'Tell what happened to a request' },
  send_mail: { zh: '发送邮件', en: 'Send a letter' },
  reindex_records: { zh: '重建检索文档', en: 'Index records anew' },
  redescribe_records: { zh: '更新提到它们的记录', en: 'Mark records that name what changed' },
  reindex_taxon: { zh: '按分类表重新归类', en: 'Place records by the taxonomy anew' },
  lift_embargoes: { zh: '解除到期的保护期', en: 'Lift embargoes that are over' },
  count_usage: { zh: '统计数据使用', en: 'Count uses of datasets' },
  judge_records: { zh: '核对记录质量', en: 'Judge the quality of records' },
  preview_file: { zh: '制作文件预览', en: 'Preview a file' },
  preview_version: { zh: '制作版本中文件的预览', en: 'Preview the files of a version' },
  hand_over_requests: { zh: '移交离开者的申请', en: 'Hand over requests of who left' },
  keep_facts: { zh: '统计样本集', en: 'Count collections of samples' },
  plan_tests: { zh: '安排活力检测', en: 'Plan viability tests' },
  decide_requests: { zh: '批量答复申请', en: 'Answer several requests' },
  run_import: { zh: '导入文件', en: 'Import a file' },
  check_fixity: { zh: '核对存储的文件', en: 'Check stored files' },
  register_identifier: { zh: '向登记机构报告标识符', en: 'Tell a registry of an identifier' },
  reap_uploads: { zh: '清理未完成的上传', en: 'Clear unfinished uploads' },
  verify_upload: { zh: '校验上传的文件', en: 'Verify an uploaded file' },
  clear_uploads: { zh: '清理已结束的上传', en: 'Clear what ended uploads left' },
  expire_uploads: {
    zh: '结束无人继续的数据上传',
    en: 'End uploads of data that nobody goes on with',
  },
  booking_happened: { zh: '预约后续', en: 'Follow up a booking' },
  release_holds: { zh: '释放过期占位', en: 'Let expired holds go' },
  promote_waiting: { zh: '为候补者预约', en: 'Book for who waits' },
  remind_bookings: { zh: '提醒即将开始的预约', en: 'Remind of bookings to come' },
  watch_uses: { zh: '检查未到与超时', en: 'Look for who did not come or stays too long' },
  remind_deposits: {
    zh: '提醒汇交期限与审核期限',
    en: 'Remind of deposits and of checks that are due',
  },
  remind_requests: {
    zh: '提醒与结束共享申请',
    en: 'Remind of requests and end those that nobody goes on with',
  },
  remind_upkeep: { zh: '提醒资格到期与维护计划', en: 'Remind of what expires or is due' },
  issue_statements: { zh: '出上月对账单', en: 'Issue last month’s statements' },
  write_account_letter: { zh: '写重设密码或注册邮件', en: 'Write a reset or registration letter' },
  sweep_people: { zh: '清理过期会话与链接', en: 'Clear expired sessions and links' },
  sweep_baskets: { zh: '清理访客遗留的篮子', en: 'Forget baskets that guests left' },
}

/** A task by its name for people; one of an older program is shown as it is. */
export const taskName = (task: string): Text =>
  new Map<string, Text>(Object.entries(taskNames)).get(task) ?? { zh: task, en: task }

export const queueAudit = {
  entities: {
    job: { zh: '后台任务', en: 'Job' },
  },
  actions: {
    'job.retry': { on: 'job', zh: '重试任务', en: 'Job tried again' },
    'job.discard': { on: 'job', zh: '丢弃任务', en: 'Job discarded' },
  },
} as const satisfies AuditNames
