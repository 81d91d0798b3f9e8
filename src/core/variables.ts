import type { z } from 'zod'
import type { Text } from './text.ts'
import {
  address,
  bucketName,
  cstrPrefix,
  doiPrefix,
  hostName,
  level,
  longSecret,
  mailbox,
  signingKey,
  text,
  tileAddresses,
  web,
  whole,
  yesOrNo,
} from './variable-shapes.ts'

/** One environment variable: what it means, what a right value looks like, and how it is read. */
export type Variable<T = unknown> = {
  shape: z.ZodType<T>
  /** Taken when the variable is absent or empty; without it, there is no value. */
  default?: string
  meaning: Text
  expected: Text
  /** Not repeated when it is wrong: it holds, or may hold, a secret. */
  secret?: true
}

/** Everything that the environment may say, in the order in which the README lists it. */
export const variables = {
  PORT: {
    ...whole(1, 65_535),
    default: '8787',
    meaning: {
      zh: '监听的端口。未设置且默认端口被占用时，使用下一个空闲端口。',
      en: 'Port to listen on. When unset and the default is taken, the next free one is used.',
    },
  },
  HOST: {
    ...hostName,
    default: '127.0.0.1',
    meaning: {
      zh: '监听的地址；0.0.0.0 为所有网络接口。',
      en: 'Address to listen on; 0.0.0.0 is every network interface.',
    },
  },
  HEXI_DATA: {
    ...text,
    default: './data',
    meaning: {
      zh: '内置数据库与文件所在的文件夹。',
      en: 'Folder of the embedded database and of files.',
    },
  },
  DATABASE_URL: {
    ...address(['postgres:', 'postgresql:'], 'postgres://hexi:…@db.example.org/hexi'),
    secret: true,
    meaning: {
      zh: '使用此 PostgreSQL（15 或更高版本），不启动内置数据库。',
      en: 'A PostgreSQL (15 or later) to use instead of the embedded one.',
    },
  },
  DATABASE_POOL: {
    ...whole(1, 1000),
    default: '10',
    meaning: {
      zh: '每个进程对数据库的连接数，读与写各这么多。',
      en: 'Database connections of a process: this many for reading and as many for writing.',
    },
  },
  S3_ENDPOINT: {
    ...web('https://s3.example.org'),
    meaning: {
      zh: '使用此 S3 存储，不使用数据文件夹。S3_ENDPOINT、S3_BUCKET、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY 须同时设置。',
      en: 'An S3 store to use instead of the data folder. S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together.',
    },
  },
  S3_BUCKET: { ...bucketName, meaning: { zh: '存储桶。', en: 'The bucket.' } },
  S3_REGION: {
    ...text,
    default: 'auto',
    meaning: { zh: '存储桶所在的区域。', en: 'Region of the bucket.' },
  },
  S3_ACCESS_KEY_ID: {
    ...text,
    secret: true,
    meaning: { zh: 'S3 访问密钥的编号。', en: 'Id of the S3 access key.' },
  },
  S3_SECRET_ACCESS_KEY: {
    ...text,
    secret: true,
    meaning: { zh: 'S3 访问密钥。', en: 'The S3 access key itself.' },
  },
  S3_SIGN_CONTENT_TYPE: {
    ...yesOrNo,
    default: 'no',
    meaning: {
      zh: '上传地址的签名是否包含内容类型（Ceph 需要）。',
      en: 'Whether signed upload addresses bind the content type (Ceph needs it).',
    },
  },
  S3_REACHABLE: {
    ...yesOrNo,
    default: 'no',
    meaning: {
      zh: '使用者能否直接访问存储桶：能则 64 MiB 及以上的文件转到其地址下载，否则一律由本服务转送。',
      en: 'Whether readers reach the bucket: files of 64 MiB and more are then downloaded from its address, otherwise all come through this service.',
    },
  },
  BASE_URL: {
    ...web('https://hexi.example.org'),
    meaning: {
      zh: '对外的地址，用于邮件、日历订阅与标识符中的链接；设置 SMTP_URL 或 HOST 不限于本机时必须设置。设置后拒绝其他主机名的请求。未设置时为监听的地址。',
      en: 'Public address, for links in mail, feeds and identifiers; needed with SMTP_URL or a HOST beyond this machine. Once set, requests to other host names are refused. When unset, the address listened on.',
    },
  },
  HEXI_SECRET: {
    ...longSecret,
    meaning: {
      zh: '为对象地址与外部登录签名的密钥。未设置时自动生成并保存在数据文件夹中；在多台机器上运行时须设置，且各处相同。',
      en: 'Signs object addresses and sign-ins elsewhere. When unset, one is made and kept in the data folder; set the same one for processes on several machines.',
    },
  },
  HEXI_VISA_KEY: {
    ...signingKey,
    meaning: {
      zh: '为数据集授权凭证（GA4GH visa）签名的 P-256 私钥（PKCS#8，PEM）；未设置时不签发。多个进程须用同一把。',
      en: 'A private key of P-256 (PKCS#8, PEM) that signs what people may take of datasets as GA4GH visas; without it none are given. The same for all processes.',
    },
  },
  SMTP_URL: {
    ...address(['smtp:', 'smtps:'], 'smtps://user:…@mail.example.org'),
    secret: true,
    meaning: {
      zh: '经此服务器发送邮件；未设置时邮件留在发件箱页。',
      en: 'Server that sends mail; without it mail stays in the outbox.',
    },
  },
  MAIL_FROM: {
    ...mailbox,
    default: 'Hexi <hexi@localhost>',
    meaning: {
      zh: '邮件的发件人；设置 SMTP_URL 时须一并设置。',
      en: 'Sender of mail; needed with SMTP_URL.',
    },
  },
  OIDC_ISSUER: {
    ...web('https://login.example.org'),
    meaning: {
      zh: '可用于登录的 OpenID Connect 服务。OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET 须同时设置。',
      en: 'OpenID Connect provider to sign in with. OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together.',
    },
  },
  OIDC_CLIENT_ID: {
    ...text,
    meaning: { zh: '在该服务登记的客户端编号。', en: 'Our id at that provider.' },
  },
  OIDC_CLIENT_SECRET: {
    ...text,
    secret: true,
    meaning: { zh: '在该服务登记的客户端密钥。', en: 'Our secret at that provider.' },
  },
  OIDC_NAME: {
    ...text,
    default: 'OpenID Connect',
    meaning: { zh: '登录按钮上的名称。', en: 'Name on the sign-in button.' },
  },
  LOG_LEVEL: {
    ...level,
    default: 'info',
    meaning: { zh: '日志的详细程度。', en: 'How much is logged.' },
  },
  HEXI_JOBS: {
    ...yesOrNo,
    default: 'yes',
    meaning: {
      zh: 'serve 是否同时处理后台任务；为 no 时由 hexi jobs 处理。',
      en: 'Whether serve also takes background jobs; with no, hexi jobs takes them.',
    },
  },
  MAP_TILES: {
    ...tileAddresses,
    meaning: {
      zh: '地图底图瓦片的地址，含 {z}、{x}、{y}；几层以空格分隔，后面的叠在上面。须与 MAP_REVIEW_NUMBER 同时设置。未设置时使用内置底图，只有陆地、水面和经纬网。',
      en: 'Addresses of the base map’s tiles, with {z}, {x} and {y}; several layers with spaces between, later ones above. Goes with MAP_REVIEW_NUMBER. When unset, the bundled base map is used: land, water and graticule only.',
    },
  },
  MAP_REVIEW_NUMBER: {
    ...text,
    meaning: {
      zh: '底图的审图号，印在地图下方。',
      en: 'Review number (审图号) of that base map, printed below it.',
    },
  },
  MAP_ATTRIBUTION: {
    ...text,
    meaning: {
      zh: '底图的来源，印在审图号旁。',
      en: 'Source of that base map, printed beside its review number.',
    },
  },
  DOI_ENDPOINT: {
    ...web('https://api.datacite.org'),
    meaning: {
      zh: '登记 DOI 的服务（DataCite REST API）。DOI_ENDPOINT、DOI_PREFIX、DOI_ACCOUNT、DOI_PASSWORD 须同时设置；未设置时不分配 DOI。',
      en: 'Where DOIs are registered (DataCite’s REST API). DOI_ENDPOINT, DOI_PREFIX, DOI_ACCOUNT and DOI_PASSWORD go together; without them no DOIs are given.',
    },
  },
  DOI_PREFIX: {
    ...doiPrefix,
    meaning: { zh: '分配的 DOI 的前缀。', en: 'What DOIs given here begin with.' },
  },
  DOI_ACCOUNT: {
    ...text,
    meaning: { zh: '该服务的账户（repository ID）。', en: 'Our account there (repository ID).' },
  },
  DOI_PASSWORD: {
    ...text,
    secret: true,
    meaning: { zh: '该账户的密码。', en: 'Its password.' },
  },
  CSTR_ENDPOINT: {
    ...web('https://www.cstr.cn'),
    meaning: {
      zh: '登记 CSTR 标识的平台。CSTR_ENDPOINT、CSTR_PREFIX、CSTR_CLIENT_ID、CSTR_SECRET 须同时设置；未设置时不分配 CSTR。',
      en: 'Where CSTR identifiers are registered. CSTR_ENDPOINT, CSTR_PREFIX, CSTR_CLIENT_ID and CSTR_SECRET go together; without them no CSTRs are given.',
    },
  },
  CSTR_PREFIX: {
    ...cstrPrefix,
    meaning: {
      zh: '数据集 CSTR 的开头：注册机构代码与资源类型代码。',
      en: 'What CSTRs of datasets begin with: the registrant’s code and that of the type of resource.',
    },
  },
  CSTR_INSTRUMENT_PREFIX: {
    ...cstrPrefix,
    meaning: {
      zh: '仪器 CSTR 的开头；未设置时仪器不分配 CSTR。',
      en: 'The same for instruments; without it they are given no CSTR.',
    },
  },
  CSTR_CLIENT_ID: {
    ...text,
    meaning: { zh: '该平台给出的应用编号（clientId）。', en: 'Our clientId there.' },
  },
  CSTR_SECRET: {
    ...text,
    secret: true,
    meaning: { zh: '该平台给出的密钥。', en: 'Our secret there.' },
  },
  ADMIN_EMAIL: {
    ...mailbox,
    meaning: {
      zh: '向收割者（OAI-PMH）公布的管理员邮箱；未设置时由 MAIL_FROM 或 BASE_URL 得出。',
      en: 'The administrator’s mailbox that harvesters are told (OAI-PMH); when unset, made of MAIL_FROM or BASE_URL.',
    },
  },
  TRUST_PROXY: {
    ...yesOrNo,
    default: 'no',
    meaning: {
      zh: '是否相信反向代理给出的 X-Forwarded-For 与 X-Forwarded-Proto。',
      en: 'Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy of ours.',
    },
  },
} as const satisfies Record<string, Variable>

type Table = typeof variables
export type VariableName = keyof Table

type Defaulted = {
  [Name in VariableName]: Table[Name] extends { default: string } ? Name : never
}[VariableName]

type ValueOf<Name extends VariableName> = z.infer<Table[Name]['shape']>

/** What was read: a variable with a default always has a value. */
export type Values = { [Name in Defaulted]: ValueOf<Name> } & {
  [Name in Exclude<VariableName, Defaulted>]?: ValueOf<Name>
}
