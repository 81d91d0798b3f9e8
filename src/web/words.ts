import type { Text, Words } from '../core/text.ts'

/** The frame around every page. */
export const frameWords = {
  brand: { zh: '河西', en: 'Hexi' },
  brandOther: { zh: 'Hexi', en: '河西' },
  tagline: {
    zh: '一省的仪器、科学数据、种质与生物样本，开放共享。',
    en: 'A province’s instruments, data, germplasm and samples, openly shared.',
  },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  home: { zh: '首页', en: 'Home' },
  breadcrumbs: { zh: '当前位置', en: 'You are here' },
  mainNav: { zh: '主导航', en: 'Main' },
  footerNav: { zh: '页脚', en: 'Footer' },
  otherLanguage: { zh: 'English', en: '中文' },
  theme: { zh: '外观', en: 'Theme' },
  mine: { zh: '我的', en: 'Account' },
  waiting: (count: number): Text => ({ zh: `${count} 项待您处理`, en: `${count} waiting for you` }),
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  openData: { zh: '数据开放', en: 'Open data' },
  api: { zh: 'API', en: 'API' },
  help: { zh: '帮助', en: 'Help' },
  privacy: { zh: '隐私', en: 'Privacy' },
  styleguide: { zh: '样式指南', en: 'Style guide' },
} satisfies Words

export const themeNames = {
  auto: { zh: '跟随系统', en: 'System' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
} as const satisfies Record<'auto' | 'light' | 'dark', Text>

/** What lists and their forms say by themselves. */
export const listWords = {
  narrow: (most: number): Text => ({
    zh: `超过 ${most} 行，请缩小筛选范围后再下载。`,
    en: `More than ${most} rows. Narrow the filters, then download.`,
  }),
} satisfies Words

/** What the components say by themselves. */
export const partWords = {
  openOne: {
    zh: '打开所需的资源，在其页面预约、下载或申请。',
    en: 'Open a resource to book, download or request it.',
  },
  json: { zh: '下载 JSON', en: 'Download JSON' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  xlsx: { zh: '下载 Excel', en: 'Download Excel' },
  search: { zh: '搜索', en: 'Search' },
  searchHint: {
    zh: '搜索仪器、数据、种质、样本',
    en: 'Search instruments, data, germplasm, samples',
  },
  suggestions: { zh: '搜索建议', en: 'Suggestions' },
  suggestionsFound: { zh: '条建议，可用上下键选择', en: 'suggestions; choose with the arrow keys' },
  filters: { zh: '筛选', en: 'Filters' },
  showFilters: { zh: '筛选', en: 'Filter' },
  closeFilters: { zh: '查看结果', en: 'Show results' },
  activeFilters: { zh: '已选条件', en: 'Active filters' },
  clearFilters: { zh: '清除全部', en: 'Clear all' },
  more: { zh: '更多', en: 'More' },
  removeFilter: { zh: '移除条件', en: 'Remove filter' },
  older: { zh: '较早', en: 'Older' },
  first: { zh: '回到开头', en: 'Back to the start' },
  next: { zh: '下一页', en: 'Next page' },
  pages: { zh: '翻页', en: 'Pages' },
  required: { zh: '必填', en: 'required' },
  choose: { zh: '请选择', en: 'Choose' },
  all: { zh: '全部', en: 'All' },
  camera: { zh: '用相机扫描', en: 'Scan with camera' },
  cameraRefused: {
    zh: '无法打开相机。请允许使用相机，或直接输入编号。',
    en: 'The camera could not be opened. Allow access, or type the code.',
  },
  chinese: { zh: '中文', en: 'Chinese' },
  english: { zh: '英文', en: 'English' },
  fieldIndex: { zh: '本页内容', en: 'On this page' },
  notGiven: { zh: '未填写', en: 'not given' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  before: { zh: '修改前', en: 'Before' },
  after: { zh: '修改后', en: 'After' },
  empty: { zh: '空', en: 'empty' },
  entry: (number: number) => ({ zh: `第 ${number} 项`, en: `Entry ${number}` }),
  addEntry: { zh: '添加一项', en: 'Add entry' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  apply: { zh: '应用', en: 'Apply' },
  dropFile: { zh: '将文件拖到此处，或点击选择文件', en: 'Drop a file here, or choose one' },
  tooLarge: {
    zh: '文件超过 50 MB，请选择更小的文件。',
    en: 'The file is over 50 MB. Choose a smaller file.',
  },
  heic: {
    zh: '不支持 HEIC 图片，请先另存为 JPEG。',
    en: 'HEIC pictures are not supported. Save the picture as JPEG first.',
  },
  picture: (number: number, of: number) => ({
    zh: `第 ${number} 张，共 ${of} 张`,
    en: `Picture ${number} of ${of}`,
  }),
  previousPicture: { zh: '上一张', en: 'Previous picture' },
  nextPicture: { zh: '下一张', en: 'Next picture' },
  enlarge: { zh: '查看大图', en: 'View larger' },
  credit: { zh: '图', en: 'Picture' },
  tryThese: { zh: '试试', en: 'Try' },
  when: { zh: '时间', en: 'When' },
  suppressed: { zh: '过少，不公布', en: 'too few to show' },
  step: { zh: '步骤', en: 'Steps' },
  done: { zh: '已完成', en: 'done' },
  requestId: { zh: '请求编号', en: 'Request number' },
  fieldsToCorrect: (count: number) => ({
    zh: `有 ${count} 处需要修改`,
    en: count === 1 ? '1 field needs correction' : `${count} fields need correction`,
  }),
} satisfies Words

export const columnWords = {
  title: { zh: '名称', en: 'Title' },
  kind: { zh: '类别', en: 'Kind' },
  institution: { zh: '单位', en: 'Institution' },
  access: { zh: '获取方式', en: 'Access' },
  state: { zh: '状态', en: 'State' },
  updated: { zh: '更新', en: 'Updated' },
  action: { zh: '操作', en: 'Action' },
} satisfies Words

/** Buttons and answers of forms that change what is there. */
export const editWords = {
  edit: { zh: '编辑', en: 'Edit' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
} satisfies Words

/** What the problem pages say. */
export const errorWords = {
  again: { zh: '用已填写的内容重试', en: 'Try again with your entries' },
  noPage: {
    zh: '页面不存在，或您没有访问权限。请检查网址，或使用搜索。',
    en: 'This page does not exist, or you do not have access. Check the address or use search.',
  },
  failed: { zh: '出错了', en: 'Something went wrong' },
  failedDetail: {
    zh: '系统出现错误，已记入日志。请稍后再试；如仍出现，请将下面的请求编号告知管理员。',
    en: 'An error occurred on our side and was logged. Try again later. If it persists, give the request number below to the administrator.',
  },
  failedSafe: {
    zh: '未保存任何内容。请返回上一页，您填写的内容仍然保留。',
    en: 'Nothing was saved. Go back; your entries are still there.',
  },
  tooLarge: { zh: '内容超过允许的大小。', en: 'The content is too large.' },
  unreadable: {
    zh: '请求不完整或无法解析，请重试。',
    en: 'The request is incomplete or could not be read. Try again.',
  },
  busy: {
    zh: '有人正在修改同一内容，请稍后重试。',
    en: 'Someone else is changing the same item. Try again in a moment.',
  },
  home: { zh: '返回首页', en: 'Go to home page' },
  search: { zh: '去搜索', en: 'Search' },
} satisfies Words
