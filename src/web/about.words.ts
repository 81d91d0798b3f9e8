const help = {
  title: { zh: '帮助', en: 'Help' },
  lead: {
    zh: '河西是甘肃的科研资源目录，可统一搜索仪器、科学数据、种质和生物样本库。',
    en: 'Hexi is Gansu’s catalogue of research resources. Search instruments, datasets, germplasm and sample collections in one place.',
  },
  searching: { zh: '搜索', en: 'Searching' },
  searchLines: [
    {
      zh: '中文至少输入两个字；多个词用空格分开，结果同时包含这些词。',
      en: 'Enter at least two Chinese characters. Results contain all words separated by spaces.',
    },
    {
      zh: '编号中的空格不影响结果：NR 010004 与 NR010004 相同。',
      en: 'Spaces in numbers do not matter: NR 010004 and NR010004 are the same.',
    },
    {
      zh: '拉丁学名拼写有误时，会提示相近的写法。',
      en: 'If a Latin name is misspelt, the nearest spelling is suggested.',
    },
    {
      zh: '左侧的筛选条件可以叠加；点击结果上方的标签可逐个移除。',
      en: 'Filters on the left can be combined. Remove them with the tags above the results.',
    },
  ],
  getting: { zh: '如何获取资源', en: 'Getting access to resources' },
  gettingLines: [
    { zh: '开放获取：任何人都可以直接使用。', en: 'Open: anyone can use it directly.' },
    { zh: '登录获取：登录后可以使用。', en: 'Sign in: available to everyone with an account.' },
    {
      zh: '申请获取：须经保存单位批准；记录页列有联系方式和条件。',
      en: 'On request: the holding institution decides. The record page gives the terms and contact.',
    },
    {
      zh: '不对外提供：目录公开，实物或数据不提供。',
      en: 'Closed: the record is public, but the resource is not shared.',
    },
  ],
  keys: { zh: '键盘', en: 'Keyboard' },
  keyLines: [
    { key: '/', text: { zh: '转到搜索框', en: 'go to the search box' } },
    { key: '↑ ↓', text: { zh: '在搜索建议中选择', en: 'choose a suggestion' } },
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
      en: 'Every public record is available as JSON, described by an OpenAPI 3.1 document.',
    },
    {
      zh: '读取公开记录不需要登录；写入请在“我的账户”中新建访问令牌。',
      en: 'Reading public records needs no account. To write, create an access token in your account.',
    },
    {
      zh: '种质、库存、性状和试验也可以按 BrAPI v2.1 读写，地址是 /brapi/v2；可用的调用见 /brapi/v2/serverinfo。',
      en: 'Germplasm, stock, traits and trials can also be read and written via BrAPI v2.1 at /brapi/v2. See /brapi/v2/serverinfo for available calls.',
    },
  ],
  apiDocs: { zh: '阅读 API 文档', en: 'Read the API documentation' },
  wrong: { zh: '报告错误', en: 'Report an error' },
  wrongLines: [
    {
      zh: '记录由保存单位的资源管理员维护，请通过记录页的联系方式告知他们。',
      en: 'Records are maintained by curators of the holding institution. Contact them using the details on the record page.',
    },
    {
      zh: '页面出错时，请一并提供页面底部的请求编号。',
      en: 'If a page fails, include the request number it shows.',
    },
  ],
} as const

const privacy = {
  title: { zh: '隐私', en: 'Privacy' },
  lead: {
    zh: '河西只保存提供服务所需的信息，不使用第三方统计，也不向外部网站发送请求。',
    en: 'Hexi stores only what the service needs, uses no third-party analytics and sends no requests to other sites.',
  },
  kept: { zh: '保存的信息', en: 'What is stored' },
  keptLines: [
    {
      zh: '账户：姓名、邮箱、所属单位和角色；密码只保存不可还原的散列。',
      en: 'Your account: name, email, institution and roles. Passwords are stored only as an irreversible hash.',
    },
    {
      zh: '修改记录：谁在何时改了什么，作为目录的历史长期保存。',
      en: 'Changes: who changed what and when, kept permanently as the history of the catalogue.',
    },
    {
      zh: '上传的图片：公开显示前去除拍摄位置等信息，原图不公开。',
      en: 'Uploaded pictures: location and camera data are removed before display. Originals are not public.',
    },
  ],
  cookies: { zh: 'Cookie', en: 'Cookies' },
  cookieLines: [
    {
      zh: 'hexi_session：登录状态，退出登录后失效。',
      en: 'hexi_session: your sign-in; ends when you sign out.',
    },
    { zh: 'hexi_lang：所选语言。', en: 'hexi_lang: the language you chose.' },
    { zh: 'hexi_theme：所选外观。', en: 'hexi_theme: the theme you chose.' },
    {
      zh: 'hexi_flash：下一页显示一次的提示，一分钟内失效。',
      en: 'hexi_flash: a message shown once on the next page; expires within a minute.',
    },
  ],
  shown: { zh: '可见范围', en: 'Visibility' },
  shownLines: [
    {
      zh: '姓名只在您维护的记录历史中显示给资源管理员；邮箱不公开。',
      en: 'Your name is visible to curators in the history of records you change. Your email is not public.',
    },
    {
      zh: '草稿只有该单位的资源管理员能看到。',
      en: 'Drafts are visible only to the institution’s curators.',
    },
  ],
} as const

export const aboutWords = { help, privacy }
