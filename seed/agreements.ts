import type { Context } from '../src/core/context.ts'
import type { Text } from '../src/core/text.ts'
import {
  createAgreementIn,
  draftTextIn,
  publishTextIn,
} from '../src/requests/agreements/actions/write.ts'
import type { NewAgreement } from '../src/requests/agreements/model.ts'
import { idOf } from './landscape.ts'
import { type Ids, seedPart } from './seeded.ts'

type Story = Omit<NewAgreement, 'institution' | 'body'> & {
  key: string
  /** Of the catalogue, where it is not there. */
  institution?: string
  body: Text
  /** A next text is being written. */
  isDrafted?: boolean
}

/** Terms as short as a demo wants them; every one says that a lawyer has not read it. */
const agreements: readonly Story[] = [
  {
    key: 'mta',
    title: { zh: '种质与生物材料转移协议', en: 'Transfer of germplasm and biological material' },
    kind: 'mta',
    isDefault: true,
    recordKinds: ['accession', 'collection'],
    deliveries: ['shipment'],
    body: {
      zh: `# 双方与材料

提供方：{{provider}}
接收方：{{requester}}（{{institution}}，{{lab}}）

根据申请 {{number}}，提供方向接收方提供下列材料：

{{quantity}}

# 用途

1. 材料只用于“{{purpose}}”。改变用途前，须取得提供方书面同意。
2. 未经提供方书面同意，不向第三方转让材料及其繁殖后代。
3. 不以材料本身申请排他性的知识产权；由材料育成的新品种或取得的发明，双方另行约定。

# 义务

4. 收到后十二个月内报告利用情况，包括论文、专利、品种和衍生材料。
5. 公开发表成果时注明材料的编号和提供方。
6. 遵守检疫、生物安全和出境的规定，不把材料带出境外，除非已取得许可。

# 其他

7. 材料按现状提供，提供方不保证其适合特定用途。
8. 违反本协议的，提供方可以要求停止使用并销毁或退回材料。

本协议由{{signer}}于{{date}}接受。此为示范文本，正式使用前请由法务核对。`,
      en: `# Parties and material

Provider: {{provider}}
Recipient: {{requester}} ({{institution}}, {{lab}})

For request {{number}}, the provider gives the recipient this material:

{{quantity}}

# Use

1. The material is used for “{{purpose}}” only. Any other use needs the provider’s written consent beforehand.
2. Neither the material nor its progeny is passed on to others without the provider’s written consent.
3. No exclusive right is claimed in the material itself. Varieties and inventions that come of it are agreed on separately.

# Duties

4. Within twelve months of receipt, the recipient reports its use: publications, patents, varieties, derived material.
5. Publications name the number of the material and its provider.
6. Rules of quarantine, biosafety and export are kept; the material does not leave the country without a permit.

# Other terms

7. The material is given as it is, without any warranty of fitness.
8. Where these terms are broken, the provider may demand that use ends and that material is destroyed or returned.

Accepted by {{signer}} on {{date}}. This is a sample text: have it checked before it is used.`,
    },
  },
  {
    key: 'dua',
    institution: 'nieer',
    title: { zh: '数据使用协议', en: 'Data use agreement' },
    kind: 'dua',
    isDefault: true,
    recordKinds: ['dataset'],
    deliveries: ['download'],
    isDrafted: true,
    body: {
      zh: `# 数据与用途

{{provider}}同意{{requester}}（{{institution}}）为“{{purpose}}”使用下列数据，期限：{{end}}。

{{items}}

# 使用条件

1. 只有本申请的成员可以使用数据，不向他人转交账号或文件。
2. 不尝试识别数据中的个人，不把数据与其他来源关联以达到这一目的。
3. 数据存放在受控的设备上；发现泄露时，二十四小时内告知提供方。
4. 使用期限届满或授权被收回后，删除数据及副本，已发表的结果除外。
5. 成果按数据页面的引用格式注明来源，并在本平台登记。

{{signer}}于{{date}}接受以上条款（申请 {{number}}）。此为示范文本，正式使用前请由法务核对。`,
      en: `# Data and purpose

{{provider}} lets {{requester}} ({{institution}}) use the data below for “{{purpose}}”, until: {{end}}.

{{items}}

# Conditions

1. Only members of this request use the data. Neither accounts nor files are passed on.
2. Nobody tries to identify persons in the data, or links it with other sources to that end.
3. The data is kept on controlled devices. A leak is reported to the provider within 24 hours.
4. When the period ends or access is revoked, the data and its copies are deleted, published results excepted.
5. Results cite the data as its page says, and are registered in this catalogue.

Accepted by {{signer}} on {{date}} (request {{number}}). This is a sample text: have it checked before it is used.`,
    },
  },
  {
    key: 'instrument',
    institution: 'lzu',
    title: { zh: '大型仪器送样须知', en: 'Rules for samples sent to instruments' },
    kind: 'instrument',
    isDefault: true,
    recordKinds: ['instrument'],
    deliveries: ['order'],
    body: {
      zh: `# 送样

- 送样人如实说明样品的成分、危险性和保存条件；
- 剧毒、放射性、传染性和易爆样品须事先征得同意；
- 样品标签写明申请编号 {{number}} 和送样人{{requester}}。

# 结果与费用

1. {{provider}}按约定的项目检测，结果只对来样负责。
2. 剩余样品保留三十天，逾期由{{provider}}处置；需要退回的请提前说明。
3. 费用按收费标准结算；使用检测结果的成果请致谢{{provider}}。

{{signer}}于{{date}}接受以上须知。此为示范文本。`,
      en: `# Samples

- Who sends samples states truthfully what is in them, their hazards and how to keep them;
- highly toxic, radioactive, infectious and explosive samples need consent beforehand;
- labels carry the number of the request, {{number}}, and the name of {{requester}}.

# Results and fees

1. {{provider}} analyses what was agreed. Results are of the samples received alone.
2. What is left of samples is kept for thirty days and then disposed of by {{provider}}; say in advance if it is to be returned.
3. Fees follow the published rates. Publications that use the results acknowledge {{provider}}.

Accepted by {{signer}} on {{date}}. This is a sample text.`,
    },
  },
]

/** Three agreements with their published texts; of one, the next text is a draft. */
export async function seedAgreements(ctx: Context, landscape: Ids): Promise<void> {
  await seedPart(ctx.db, { name: 'agreements', now: ctx.now }, async (trx) => {
    const ids: Ids = {}
    for (const { key, institution, isDrafted, ...story } of agreements) {
      const owner = institution && { institution: idOf(landscape, `institution/${institution}`) }
      const { id } = await createAgreementIn(trx, ctx, { ...story, ...owner })
      await publishTextIn(trx, ctx, { agreement: id, number: '1' })
      if (isDrafted) await draftTextIn(trx, ctx, { agreement: id })
      ids[`agreement/${key}`] = id
    }
    return ids
  })
}
