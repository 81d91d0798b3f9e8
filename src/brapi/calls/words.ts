export const callWords = {
  ignored: (name: string) => ({
    zh: `参数 ${name} 未被采用：结果没有按它筛选。`,
    en: `The parameter ${name} is not known here: the result is not narrowed by it.`,
  }),
  badPage: (name: string, least: number) => ({
    zh: `${name} 应为 ${least} 到 999999999 之间的整数。`,
    en: `${name} is a whole number from ${least} to 999999999.`,
  }),
  tooManyValues: (name: string, most: number) => ({
    zh: `${name} 一次最多 ${most} 个值，请分几次查询。`,
    en: `${name} takes ${most} values at once: ask for fewer.`,
  }),
  notAValue: (name: string) => ({
    zh: `${name} 应为文字或数字。`,
    en: `${name} is a text or a number.`,
  }),
  noSearch: {
    zh: '没有这个查询，或者它已过期，请重新提交查询。',
    en: 'There is no such search, or it has expired: send the search again.',
  },
  notFound: (name: string) => ({
    zh: `没有找到 ${name} 所指的内容。`,
    en: `There is nothing with this ${name}.`,
  }),
  needed: (name: string) => ({ zh: `请填写 ${name}。`, en: `Give ${name}.` }),
  noProvider: {
    zh: '本站没有设置外部登录，请使用访问令牌。',
    en: 'No sign-in elsewhere is configured here: use an access token.',
  },
  serverName: { zh: '河西 Hexi', en: 'Hexi' },
  serverAbout: {
    zh: '种质资源：基本信息、库存、性状与观测值。',
    en: 'Germplasm: passports, stock, traits and observations.',
  },
}
