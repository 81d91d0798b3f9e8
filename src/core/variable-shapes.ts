import { z } from 'zod'

/*
 * The shapes that a variable of the environment may have: how its text is read, and what is expected of it
 * in the words of whoever sets it.
 */

export const whole = (from: number, to: number) => ({
  shape: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(from).max(to)),
  expected: { zh: `${from} 到 ${to} 之间的整数`, en: `a whole number from ${from} to ${to}` },
})

export const yesOrNo = {
  shape: z.stringbool({
    truthy: ['yes', 'true', '1', 'on'],
    falsy: ['no', 'false', '0', 'off'],
  }),
  expected: { zh: 'yes 或 no', en: 'yes or no' },
}

export const text = { shape: z.string(), expected: { zh: '一行文字', en: 'a line of text' } }

export const address = (protocols: readonly string[], example: string) => ({
  shape: z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? '')),
  expected: { zh: `一个地址，如 ${example}`, en: `an address such as ${example}` },
})

export const web = (example: string) => {
  const { shape, expected } = address(['http:', 'https:'], example)
  return { shape: shape.transform((value) => value.replace(/\/+$/, '')), expected }
}

/** Addresses of map tiles: web addresses with the three places that a tile's number goes to. */
export const tileAddresses = {
  shape: z
    .string()
    .transform((value) => value.split(/\s+/))
    .refine((all) => all.every(isTileAddress)),
  expected: {
    zh: '瓦片地址，如 https://tiles.example.org/{z}/{x}/{y}.png',
    en: 'addresses of tiles such as https://tiles.example.org/{z}/{x}/{y}.png',
  },
}

const isTileAddress = (value: string) =>
  ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '') &&
  ['{z}', '{x}', '{y}'].every((part) => value.includes(part))

export const hostName = {
  shape: z.union([z.hostname(), z.ipv4(), z.ipv6()]),
  expected: { zh: '一个 IP 地址或主机名', en: 'an IP address or a host name' },
}

export const bucketName = {
  shape: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/i),
  expected: {
    zh: '一个存储桶名（3–63 个字母、数字、点或连字符）',
    en: 'the name of a bucket (3–63 letters, digits, dots or hyphens)',
  },
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export const level = {
  shape: z.enum(logLevels),
  expected: { zh: `${logLevels.join('、')} 之一`, en: `one of ${logLevels.join(', ')}` },
}

export const longSecret = {
  shape: z.string().min(32),
  expected: {
    zh: '至少 32 个字符的随机文字',
    en: 'random text of at least 32 characters',
  },
  secret: true as const,
}

export const signingKey = {
  shape: z.string(),
  expected: {
    zh: ' PKCS#8 格式（PEM）的 P-256 私钥，可用 openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 生成',
    en: 'a private key of P-256 in PKCS#8 (PEM), as openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 makes it',
  },
  secret: true as const,
}

export const mailbox = {
  shape: z.string().regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/),
  expected: {
    zh: '一个邮箱，如 Hexi <hexi@example.org>',
    en: 'a mailbox such as Hexi <hexi@example.org>',
  },
}

export const doiPrefix = {
  shape: z.string().regex(/^10\.\d{4,9}(\.\d+)*$/),
  expected: { zh: 'DOI 前缀，如 10.5072', en: 'a DOI prefix such as 10.5072' },
}

/** GB/T 32843: five characters for the registrant, two digits for the type of resource. */
export const cstrPrefix = {
  shape: z.string().regex(/^[A-Za-z0-9]{5}\.\d{2}$/),
  expected: {
    zh: '注册机构代码与资源类型代码，如 31253.11',
    en: 'codes of registrant and type such as 31253.11',
  },
}
