import { terms, type VocabularyData } from './define.ts'

export const licences: readonly VocabularyData[] = [
  {
    name: 'licence',
    version: '2026',
    title: { zh: '许可协议', en: 'Licences' },
    source: 'SPDX licence list: what data, text and software are commonly given under',
    terms: terms([
      ['CC0-1.0', '知识共享 公有领域贡献 1.0', 'Creative Commons Zero 1.0'],
      ['CC-PDM-1.0', '公有领域标记 1.0', 'Public Domain Mark 1.0'],
      ['CC-BY-4.0', '知识共享 署名 4.0', 'Creative Commons Attribution 4.0'],
      [
        'CC-BY-SA-4.0',
        '知识共享 署名—相同方式共享 4.0',
        'Creative Commons Attribution ShareAlike 4.0',
      ],
      [
        'CC-BY-NC-4.0',
        '知识共享 署名—非商业 4.0',
        'Creative Commons Attribution NonCommercial 4.0',
      ],
      [
        'CC-BY-ND-4.0',
        '知识共享 署名—禁止演绎 4.0',
        'Creative Commons Attribution NoDerivatives 4.0',
      ],
      [
        'CC-BY-NC-SA-4.0',
        '知识共享 署名—非商业—相同方式共享 4.0',
        'Creative Commons Attribution NonCommercial ShareAlike 4.0',
      ],
      [
        'CC-BY-NC-ND-4.0',
        '知识共享 署名—非商业—禁止演绎 4.0',
        'Creative Commons Attribution NonCommercial NoDerivatives 4.0',
      ],
      ['CC-BY-3.0', '知识共享 署名 3.0', 'Creative Commons Attribution 3.0'],
      [
        'CC-BY-SA-3.0',
        '知识共享 署名—相同方式共享 3.0',
        'Creative Commons Attribution ShareAlike 3.0',
      ],
      [
        'CC-BY-NC-3.0',
        '知识共享 署名—非商业 3.0',
        'Creative Commons Attribution NonCommercial 3.0',
      ],
      [
        'CC-BY-ND-3.0',
        '知识共享 署名—禁止演绎 3.0',
        'Creative Commons Attribution NoDerivatives 3.0',
      ],
      [
        'CC-BY-NC-SA-3.0',
        '知识共享 署名—非商业—相同方式共享 3.0',
        'Creative Commons Attribution NonCommercial ShareAlike 3.0',
      ],
      [
        'CC-BY-NC-ND-3.0',
        '知识共享 署名—非商业—禁止演绎 3.0',
        'Creative Commons Attribution NonCommercial NoDerivatives 3.0',
      ],
      ['PDDL-1.0', '开放数据共用 公有领域 1.0', 'Open Data Commons Public Domain Dedication 1.0'],
      ['ODC-By-1.0', '开放数据共用 署名 1.0', 'Open Data Commons Attribution 1.0'],
      ['ODbL-1.0', '开放数据库许可 1.0', 'Open Database License 1.0'],
      [
        'CDLA-Permissive-2.0',
        '社区数据许可（宽松）2.0',
        'Community Data License Agreement Permissive 2.0',
      ],
      [
        'CDLA-Sharing-1.0',
        '社区数据许可（共享）1.0',
        'Community Data License Agreement Sharing 1.0',
      ],
      ['OGL-UK-3.0', '英国政府开放许可 3.0', 'Open Government Licence 3.0 (United Kingdom)'],
      ['etalab-2.0', '法国开放许可 2.0', 'Etalab Open License 2.0'],
      ['DL-DE-BY-2.0', '德国数据许可 署名 2.0', 'Data licence Germany, attribution 2.0'],
      ['MIT', 'MIT 许可', 'MIT License'],
      ['Apache-2.0', 'Apache 许可 2.0', 'Apache License 2.0'],
      ['BSD-2-Clause', 'BSD 2 条款许可', 'BSD 2-Clause License'],
      ['BSD-3-Clause', 'BSD 3 条款许可', 'BSD 3-Clause License'],
      ['MulanPSL-2.0', '木兰宽松许可证 第 2 版', 'Mulan Permissive Software License 2'],
      ['MPL-2.0', 'Mozilla 公共许可 2.0', 'Mozilla Public License 2.0'],
      [
        'LGPL-3.0-or-later',
        'GNU 宽通用公共许可 3.0 或更新',
        'GNU Lesser General Public License 3.0 or later',
      ],
      [
        'GPL-2.0-or-later',
        'GNU 通用公共许可 2.0 或更新',
        'GNU General Public License 2.0 or later',
      ],
      ['GPL-3.0-only', 'GNU 通用公共许可 3.0', 'GNU General Public License 3.0 only'],
      [
        'GPL-3.0-or-later',
        'GNU 通用公共许可 3.0 或更新',
        'GNU General Public License 3.0 or later',
      ],
      [
        'AGPL-3.0-or-later',
        'GNU Affero 通用公共许可 3.0 或更新',
        'GNU Affero General Public License 3.0 or later',
      ],
      ['EUPL-1.2', '欧盟公共许可 1.2', 'European Union Public License 1.2'],
    ]),
  },
]
