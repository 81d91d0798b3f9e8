const help = {
  title: { zh: '帮助', en: 'Help' },
  lead: {
    zh: '河西是甘肃的科研资源目录：仪器、科学数据、种质和生物样本库，都在一个搜索框里。',
    en: 'Hexi is Gansu’s catalogue of research resources: instruments, datasets, germplasm and sample collections, all in one search box.',
  },
  searching: { zh: '搜索', en: 'Searching' },
  searchLines: [
    {
      zh: '中文从两个字起就能搜到；多个词用空格分开，结果同时包含它们。',
      en: 'Chinese is found from two characters on. Several words, set apart by spaces, are all in every hit.',
    },
    {
      zh: '编号怎样空格都可以：NR 010004 与 NR010004 是同一个编号。',
      en: 'Numbers are found however they are spaced: NR 010004 and NR010004 are the same number.',
    },
    {
      zh: '拉丁学名写错一两个字母，会提示相近的写法。',
      en: 'A Latin name with a letter or two wrong is answered with the nearest spelling.',
    },
    {
      zh: '左侧的筛选条件可以叠加；上方的条件标签逐个去掉。',
      en: 'Filters on the left add up; take each away with its chip above the results.',
    },
  ],
  getting: { zh: '怎样获取资源', en: 'Getting the thing itself' },
  gettingLines: [
    { zh: '开放获取：任何人都可以直接使用。', en: 'Open: anybody may use it directly.' },
    { zh: '登录获取：登录后可以使用。', en: 'Sign in: for everybody with an account.' },
    {
      zh: '申请获取：需要保存单位同意；记录页写明联系方式和条件。',
      en: 'On request: its holder decides; the record says on what terms and whom to ask.',
    },
    {
      zh: '不对外提供：目录公开，实物或数据不提供。',
      en: 'Closed: the record is public, the thing itself is not given out.',
    },
  ],
  keys: { zh: '键盘', en: 'Keyboard' },
  keyLines: [
    { key: '/', text: { zh: '到搜索框', en: 'go to the search box' } },
    { key: '↑ ↓', text: { zh: '在搜索建议中选择', en: 'choose among the suggestions' } },
    { key: 'j k', text: { zh: '在表格中逐行移动', en: 'move down and up in a table' } },
    { key: '← →', text: { zh: '切换图片', en: 'previous and next picture' } },
    {
      key: 'Esc',
      text: { zh: '关闭菜单、建议或大图', en: 'close a menu, suggestions or a large picture' },
    },
  ],
  openData: { zh: '数据开放', en: 'Open data' },
  openDataLines: [
    {
      zh: '每条公开记录都有供机器读取的 JSON，并有 OpenAPI 3.1 文档。',
      en: 'Every public record is there as JSON for machines, described by an OpenAPI 3.1 document.',
    },
    {
      zh: '读取公开记录不需要登录；写入请在“我的账户”中新建访问令牌。',
      en: 'Reading what is public needs no account; to write, make an access token in your account.',
    },
    {
      zh: '种质、库存、性状和试验也可以按 BrAPI v2.1 读写，地址是 /brapi/v2；可用的调用见 /brapi/v2/serverinfo。',
      en: 'Germplasm, stock, traits and trials are also read and written by BrAPI v2.1 at /brapi/v2; /brapi/v2/serverinfo names the calls.',
    },
  ],
  apiDocs: { zh: '阅读 API 文档', en: 'Read the API documentation' },
  wrong: { zh: '发现错误', en: 'Something is wrong' },
  wrongLines: [
    {
      zh: '记录由保存单位的资源管理员维护；请按记录页的联系方式告诉他们。',
      en: 'Records are kept by curators of the institution that holds the resource: tell them, as the record says.',
    },
    {
      zh: '页面出错时，请把页面底部的请求编号一并告知。',
      en: 'When a page fails, pass on the request number that it shows.',
    },
  ],
} as const

const privacy = {
  title: { zh: '隐私', en: 'Privacy' },
  lead: {
    zh: '河西只保存提供服务所需的信息，不使用第三方统计，也不向外部网站发送请求。',
    en: 'Hexi keeps what the service needs, uses nobody’s analytics, and makes your browser contact no other site.',
  },
  kept: { zh: '保存什么', en: 'What is kept' },
  keptLines: [
    {
      zh: '账户：姓名、邮箱、所属单位和角色；密码只保存不可还原的散列。',
      en: 'Your account: name, e-mail address, institution and roles; of the password, only a hash that cannot be turned back.',
    },
    {
      zh: '修改记录：谁在何时改了什么，作为目录的历史长期保存。',
      en: 'Changes: who changed what and when, kept permanently as the history of the catalogue.',
    },
    {
      zh: '上传的图片：公开显示前去除拍摄位置等信息，原图不公开。',
      en: 'Pictures: place and camera data are taken out of what is shown; the original is not public.',
    },
  ],
  cookies: { zh: 'Cookie', en: 'Cookies' },
  cookieLines: [
    {
      zh: 'hexi_session：登录状态，退出登录后失效。',
      en: 'hexi_session: that you are signed in; ends when you sign out.',
    },
    { zh: 'hexi_lang：所选语言。', en: 'hexi_lang: the language you chose.' },
    { zh: 'hexi_theme：所选外观。', en: 'hexi_theme: the theme you chose.' },
    {
      zh: 'hexi_flash：下一页显示一次的提示，一分钟内失效。',
      en: 'hexi_flash: one sentence for the next page; gone within a minute.',
    },
  ],
  shown: { zh: '谁能看到', en: 'Who sees it' },
  shownLines: [
    {
      zh: '姓名只在您维护的记录历史中显示给资源管理员；邮箱不公开。',
      en: 'Curators see your name in the history of the records that you change; your address is not public.',
    },
    {
      zh: '草稿只有该单位的资源管理员能看到。',
      en: 'A draft is seen by the curators of its institution alone.',
    },
  ],
} as const

export const aboutWords = { help, privacy }
