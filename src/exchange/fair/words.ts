import type { Text, Words } from '../../core/text.ts'

/** What each test of F-UJI asks, and what a keeper does where it is not passed. */
export const fairTests = {
  'FsF-F1-01MD-1': {
    name: { zh: '元数据有全球唯一的标识符', en: 'The metadata has a globally unique identifier' },
    remedy: {
      zh: '发布记录后即有固定网址。',
      en: 'Publish the record to give it a permanent address.',
    },
  },
  'FsF-F1-02MD-1': {
    name: {
      zh: '标识符属于持久标识符体系',
      en: 'The identifier uses a persistent identifier scheme',
    },
    remedy: {
      zh: '添加 DOI、ARK、Handle 或 w3id。国际评估工具不识别 CSTR，可与 DOI 并用。',
      en: 'Add a DOI, ARK, Handle or w3id. International assessment tools do not recognise CSTR; it can be used alongside a DOI.',
    },
  },
  'FsF-F1-02MD-2': {
    name: { zh: '持久标识符已在注册机构登记', en: 'The persistent identifier is registered' },
    remedy: {
      zh: '申请并登记 DOI；测试前缀 10.5072 不会被解析。',
      en: 'Reserve and register a DOI. DOIs with the test prefix 10.5072 do not resolve.',
    },
  },
  'FsF-F2-01M-2': {
    name: {
      zh: '包含引用所需的元数据：作者、题名、标识符、发布日期、发布机构、类型',
      en: 'Contains the metadata needed for citation: creator, title, identifier, publication date, publisher, type',
    },
    remedy: {
      zh: '补充作者（仪器为生产制造商）。',
      en: 'Add creators; for an instrument, its manufacturer.',
    },
  },
  'FsF-F2-01M-3': {
    name: { zh: '包含摘要和关键词', en: 'Also contains a summary and keywords' },
    remedy: { zh: '补充摘要和关键词。', en: 'Add a summary and keywords.' },
  },
  'FsF-F3-01M-2': {
    name: {
      zh: '元数据给出数据文件的网址',
      en: 'The metadata contains the address of the data files',
    },
    remedy: {
      zh: '上传文件并发布版本，获取方式设为开放获取。',
      en: 'Upload files, publish a version and set open access.',
    },
  },
  'FsF-F4-01M-1': {
    name: { zh: '搜索引擎能读取元数据', en: 'Search engines can read the metadata' },
    remedy: { zh: '发布记录并公开。', en: 'Publish the record and make it public.' },
  },
  'FsF-A1-01M-1': {
    name: { zh: '注明获取条件（COAR 词表）', en: 'States the access conditions using COAR terms' },
    remedy: { zh: '选择获取方式。', en: 'Choose an access setting.' },
  },
  'FsF-A1-02MD-1': {
    name: { zh: '凭标识符可取得元数据', en: 'The metadata can be retrieved by its identifier' },
    remedy: {
      zh: '发布记录并公开；标识符须已登记，并能解析到本页。',
      en: 'Publish the record and make it public. Its identifier must be registered and resolve to this page.',
    },
  },
  'FsF-A1-02MD-2': {
    name: { zh: '凭网址可取得数据', en: 'The data can be retrieved by its address' },
    remedy: {
      zh: '将获取方式设为开放获取；保护期内不计分。',
      en: 'Set open access. Not passed while under embargo.',
    },
  },
  'FsF-A1.1-01MD-1': {
    name: {
      zh: '元数据经标准网络协议提供',
      en: 'The metadata is available over a standard web protocol',
    },
    remedy: { zh: '本系统以 HTTP 提供。', en: 'This system provides it over HTTP.' },
  },
  'FsF-A1.1-01MD-2': {
    name: {
      zh: '数据经标准网络协议提供',
      en: 'The data is available over a standard web protocol',
    },
    remedy: { zh: '上传文件并发布版本。', en: 'Upload files and publish a version.' },
  },
  'FsF-A1.2-01MD-1': {
    name: {
      zh: '元数据的协议支持身份验证',
      en: 'The metadata protocol supports authentication',
    },
    remedy: { zh: '本系统以 HTTP 提供。', en: 'This system provides it over HTTP.' },
  },
  'FsF-A1.2-01MD-2': {
    name: { zh: '数据的协议支持身份验证', en: 'The data protocol supports authentication' },
    remedy: { zh: '上传文件并发布版本。', en: 'Upload files and publish a version.' },
  },
  'FsF-I1-01M-1': {
    name: {
      zh: '页面内有结构化元数据（JSON-LD）',
      en: 'The page contains structured metadata (JSON-LD)',
    },
    remedy: { zh: '发布记录并公开。', en: 'Publish the record and make it public.' },
  },
  'FsF-I2-01M-2': {
    name: {
      zh: '使用已登记词表的术语（以命名空间标明）',
      en: 'Uses terms from registered vocabularies, identified by namespace',
    },
    remedy: { zh: '发布记录并公开。', en: 'Publish the record and make it public.' },
  },
  'FsF-I3-01M-2': {
    name: {
      zh: '与相关资源的关系有类型和网址',
      en: 'Relations to other resources have a type and an address',
    },
    remedy: {
      zh: '关联所用仪器、来源样本或论文；论文请填写 DOI。',
      en: 'Link the instrument used, the source samples or a publication; enter publications by DOI.',
    },
  },
  'FsF-R1-01M-1': {
    name: { zh: '注明资源类型', en: 'States the resource type' },
    remedy: { zh: '选择通用资源类型。', en: 'Choose the general resource type.' },
  },
  'FsF-R1-01M-2': {
    name: { zh: '数据文件注明大小和格式', en: 'Data files have a size and format' },
    remedy: {
      zh: '上传文件并发布版本，获取方式设为开放获取。',
      en: 'Upload files, publish a version and set open access.',
    },
  },
  'FsF-R1.1-01M-1': {
    name: { zh: '注明许可协议', en: 'Has a licence' },
    remedy: {
      zh: '选择标准许可，例如 CC BY 4.0。',
      en: 'Choose a standard licence, for example CC BY 4.0.',
    },
  },
  'FsF-R1.2-01M-2': {
    name: { zh: '有来源信息（PROV、PAV）', en: 'Contains provenance information (PROV, PAV)' },
    remedy: {
      zh: '补充作者（仪器为生产制造商）。',
      en: 'Add creators; for an instrument, its manufacturer.',
    },
  },
  'FsF-R1.3-01M-3': {
    name: {
      zh: '以学界认可的元数据标准提供（DataCite）',
      en: 'Available in a community metadata standard (DataCite)',
    },
    remedy: { zh: '发布记录并公开。', en: 'Publish the record and make it public.' },
  },
  'FsF-R1.3-02D-1': {
    name: {
      zh: '数据文件采用开放或可长期保存的格式',
      en: 'Data files use an open or long-term format',
    },
    remedy: {
      zh: '另外提供 CSV、NetCDF、GeoTIFF、TXT 或 PDF 等格式的文件。',
      en: 'Also provide the files as CSV, NetCDF, GeoTIFF, TXT or PDF.',
    },
  },
} as const satisfies Record<string, { name: Text; remedy: Text }>
export type FairTest = keyof typeof fairTests

export const fairWords = {
  title: { zh: 'FAIR 自评', en: 'FAIR self-check' },
  titleOf: (title: Text) => ({
    zh: `${title.zh}：FAIR 自评`,
    en: `${title.en}: FAIR self-check`,
  }),
  lead: {
    zh: '按 F-UJI 0.8 的 26 分，评估程序能否发现、访问、理解和重用这条记录。以公众可见的内容为准。',
    en: 'The 26 points of F-UJI 0.8: whether software can find, access, understand and reuse this record. Based on what is publicly visible.',
  },
  score: { zh: '得分', en: 'Score' },
  scoreOf: (points: string, of: string) => ({ zh: `${points} / ${of}`, en: `${points} / ${of}` }),
  open: { zh: '待改进', en: 'To improve' },
  checks: { zh: '检查项', en: 'Checks' },
  check: { zh: '检查内容', en: 'Check' },
  test: { zh: '编号', en: 'Test' },
  points: { zh: '分值', en: 'Points' },
  state: { zh: '结果', en: 'Result' },
  passed: { zh: '通过', en: 'Passed' },
  missed: { zh: '未通过', en: 'Not passed' },
  remedy: { zh: '如何改进', en: 'How to improve' },
  none: { zh: '没有检查项。', en: 'No checks.' },
  F: { zh: '可发现', en: 'Findable' },
  A: { zh: '可访问', en: 'Accessible' },
  I: { zh: '可互操作', en: 'Interoperable' },
  R: { zh: '可重用', en: 'Reusable' },
} as const satisfies Words
