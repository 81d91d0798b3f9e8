import type { Text, Words } from '../../core/text.ts'

/** The chrome of the API documentation; what the document itself says is English. */
export const referenceWords = {
  title: { zh: 'API 文档', en: 'API reference' },
  lead: {
    zh: '目录的全部内容都可以通过同一套 JSON 接口查找、读取和维护。本文档由校验请求的模式自动生成。',
    en: 'Everything in the catalogue can be searched, read and maintained through one JSON API. These pages are generated from the schemas that validate each request.',
  },
  download: { zh: 'OpenAPI 3.1 文档', en: 'OpenAPI 3.1 document' },
  contents: { zh: '接口分组', en: 'Groups of operations' },
  basics: { zh: '基本约定', en: 'Basics' },
  operations: { zh: '全部接口', en: 'All operations' },
  schemas: { zh: '数据结构', en: 'Schemas' },
  schemasLead: {
    zh: '多个接口共用的数据结构。',
    en: 'Schemas shared by several operations.',
  },
  parameters: { zh: '参数', en: 'Parameters' },
  body: { zh: '请求体', en: 'Request body' },
  answers: { zh: '响应', en: 'Responses' },
  example: { zh: '示例', en: 'Example' },
  fieldsOf: (status: string) => ({ zh: `${status} 的字段`, en: `Fields of ${status}` }),
  required: { zh: '必填', en: 'required' },
  noContent: { zh: '无内容', en: 'no content' },
  moreFields: (count: number) => ({
    zh: `其余 ${count} 个选填字段`,
    en: `${count} more optional fields`,
  }),
  count: (count: number) => ({
    zh: `${count} 个接口`,
    en: count === 1 ? '1 operation' : `${count} operations`,
  }),
} satisfies Words

/** Where a parameter stands in the request. */
export const placeWords: Record<string, Text> = {
  path: { zh: '路径', en: 'path' },
  query: { zh: '查询', en: 'query' },
  header: { zh: '请求头', en: 'header' },
  cookie: { zh: 'Cookie', en: 'cookie' },
}

/** What every operation has in common, each with an example of it. */
export const basicsWords = [
  {
    title: { zh: '地址', en: 'Address' },
    text: {
      zh: '所有路径都在这个地址之下。公开的内容不登录即可读取。',
      en: 'All paths are under this address. Public content can be read without signing in.',
    },
    example: (base: string) => `curl ${base}/records`,
  },
  {
    title: { zh: '登录', en: 'Signing in' },
    text: {
      zh: '写入需要访问令牌：在“我的账户”中新建，放在 Authorization 请求头里。',
      en: 'To write, create an access token in your account and send it in the Authorization header.',
    },
    example: (base: string) => `curl ${base}/me -H "Authorization: Bearer $TOKEN"`,
  },
  {
    title: { zh: '列表', en: 'Lists' },
    text: {
      zh: '列表返回 items、next 和 total。limit 为每页条数（1–200，默认 50）；把 next 作为 after 读取下一页。总数较大时只给下限（relation 为 gte）。',
      en: 'Lists return items, next and total. limit is the page size (1–200, default 50); send next as after for the next page. Large totals are lower bounds (relation gte).',
    },
    example: (base: string) => `curl "${base}/records?kind=accession&limit=20"`,
  },
  {
    title: { zh: '错误', en: 'Errors' },
    text: {
      zh: '错误以 application/problem+json（RFC 9457）返回，detail 说明原因和处理办法；422 的 issues 逐一指出有误的字段。',
      en: 'Errors are application/problem+json (RFC 9457). detail explains the cause and what to do; for 422, issues lists every invalid field.',
    },
    example: (base: string) => `curl -i "${base}/records?limit=0"`,
  },
  {
    title: { zh: '并发修改', en: 'Concurrent changes' },
    text: {
      zh: '读取记录时会得到 ETag；修改时放在 If-Match 里，若他人已先修改则返回 412。新建时可带 Idempotency-Key：同一键重复提交只会新建一次。',
      en: 'Reading a record returns its ETag. Send it as If-Match when changing the record; if someone else changed it first, the response is 412. Send an Idempotency-Key with a POST that creates: the same key creates only once.',
    },
    example: (base: string) =>
      `curl -X PATCH "${base}/instruments/$ID" \\\n  -H "Authorization: Bearer $TOKEN" -H 'If-Match: "3"' \\\n  -H "Content-Type: application/json" -d '{"access":"open"}'`,
  },
  {
    title: { zh: '语言与时间', en: 'Language and time' },
    text: {
      zh: '名称等文字同时给出 zh 和 en，缺少的一种为 null。错误说明的语言由 lang=zh 或 lang=en 决定。时间为带时区偏移的 ISO 8601。',
      en: 'Titles and other texts have zh and en; a missing language is null. lang=zh or lang=en sets the language of error messages. Times are ISO 8601 with offset.',
    },
    example: (base: string) => `curl "${base}/records?q=alfalfa&lang=en"`,
  },
] as const
