export const callWords = {
  ignored: (name: string) => ({
    zh: `不支持参数 ${name}，结果未按此筛选。`,
    en: `The parameter ${name} is not supported; results are not filtered by it.`,
  }),
  badPage: (name: string, least: number) => ({
    zh: `${name} 应为 ${least} 到 999999999 之间的整数。`,
    en: `${name} must be a whole number from ${least} to 999999999.`,
  }),
  tooManyValues: (name: string, most: number) => ({
    zh: `${name} 一次最多 ${most} 个值，请分次查询。`,
    en: `${name} accepts up to ${most} values. Split the query.`,
  }),
  notAValue: (name: string) => ({
    zh: `${name} 应为文字或数字。`,
    en: `${name} must be text or a number.`,
  }),
  noSearch: {
    zh: '查询不存在或已过期，请重新提交。',
    en: 'This search does not exist or has expired. Submit it again.',
  },
  notFound: (name: string) => ({
    zh: `该 ${name} 对应的内容不存在。`,
    en: `Nothing found for this ${name}.`,
  }),
  needed: (name: string) => ({ zh: `请填写 ${name}。`, en: `${name} is required.` }),
  noProvider: {
    zh: '本系统未配置外部登录，请使用访问令牌。',
    en: 'External sign-in is not configured on this system. Use an access token.',
  },
  serverName: { zh: '河西 Hexi', en: 'Hexi' },
  serverAbout: {
    zh: '种质资源：基本信息、库存、性状与观测值。',
    en: 'Germplasm: passport data, stock, traits and observations.',
  },
}
