/* oxlint-disable max-lines -- data */
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import type { Rank } from '../src/germplasm/taxa/model.ts'
import { levelOf } from '../src/germplasm/taxa/rules.ts'
import { seedPart } from './seeded.ts'

/** Epithet, author, common names, and synonyms with their authors. */
type Species = readonly [
  epithet: string,
  author: string,
  zh: string,
  en: string,
  synonyms?: readonly Synonym[],
]
type Synonym = readonly [name: string, author: string]
type Genus = readonly [name: string, author: string, zh: string, species: readonly Species[]]
type Family = readonly [
  name: string,
  author: string,
  zh: string,
  genera: readonly Genus[],
  synonyms?: readonly Synonym[],
]

/** Families, genera and species of the demo's germplasm: plants after APG IV and the Flora of China. */
export const taxonomy: readonly Family[] = [
  [
    'Fabaceae',
    'Lindl.',
    '豆科',
    [
      [
        'Medicago',
        'L.',
        '苜蓿属',
        [
          ['sativa', 'L.', '紫花苜蓿', 'Alfalfa'],
          ['falcata', 'L.', '黄花苜蓿', 'Yellow alfalfa'],
        ],
      ],
      ['Onobrychis', 'Mill.', '驴食草属', [['viciifolia', 'Scop.', '红豆草', 'Sainfoin']]],
      [
        'Vicia',
        'L.',
        '野豌豆属',
        [
          ['sativa', 'L.', '箭筈豌豆', 'Common vetch'],
          ['faba', 'L.', '蚕豆', 'Broad bean'],
        ],
      ],
      ['Trifolium', 'L.', '车轴草属', [['repens', 'L.', '白三叶', 'White clover']]],
      [
        'Melilotus',
        'Mill.',
        '草木樨属',
        [['officinalis', '(L.) Lam.', '黄花草木樨', 'Yellow sweet clover']],
      ],
      [
        'Caragana',
        'Fabr.',
        '锦鸡儿属',
        [['korshinskii', 'Kom.', '柠条锦鸡儿', 'Korshinsk pea shrub']],
      ],
      ['Pisum', 'L.', '豌豆属', [['sativum', 'L.', '豌豆', 'Pea']]],
      [
        'Lens',
        'Mill.',
        '兵豆属',
        [['culinaris', 'Medik.', '小扁豆', 'Lentil', [['Lens esculenta', 'Moench']]]],
      ],
      [
        'Astragalus',
        'L.',
        '黄耆属',
        [
          [
            'mongholicus',
            'Bunge',
            '蒙古黄芪',
            'Mongolian milkvetch',
            [['Astragalus membranaceus', '(Fisch.) Bunge']],
          ],
        ],
      ],
      ['Hedysarum', 'L.', '岩黄耆属', [['polybotrys', 'Hand.-Mazz.', '红芪', 'Red milkvetch']]],
      [
        'Glycyrrhiza',
        'L.',
        '甘草属',
        [
          ['uralensis', 'Fisch. ex DC.', '甘草', 'Ural liquorice'],
          ['inflata', 'Batalin', '胀果甘草', 'Inflated liquorice'],
        ],
      ],
    ],
    [['Leguminosae', 'Juss.']],
  ],
  [
    'Poaceae',
    'Barnhart',
    '禾本科',
    [
      [
        'Elymus',
        'L.',
        '披碱草属',
        [
          ['nutans', 'Griseb.', '垂穗披碱草', 'Drooping wildrye'],
          ['sibiricus', 'L.', '老芒麦', 'Siberian wildrye'],
        ],
      ],
      [
        'Leymus',
        'Hochst.',
        '赖草属',
        [
          [
            'secalinus',
            '(Georgi) Tzvelev',
            '赖草',
            'Leymus',
            [['Elymus secalinus', '(Georgi) Bobrov']],
          ],
        ],
      ],
      ['Bromus', 'L.', '雀麦属', [['inermis', 'Leyss.', '无芒雀麦', 'Smooth brome']]],
      ['Avena', 'L.', '燕麦属', [['sativa', 'L.', '燕麦', 'Oat']]],
      [
        'Festuca',
        'L.',
        '羊茅属',
        [['sinensis', 'Keng ex E.B.Alexeev', '中华羊茅', 'Chinese fescue']],
      ],
      ['Lolium', 'L.', '黑麦草属', [['perenne', 'L.', '多年生黑麦草', 'Perennial ryegrass']]],
      [
        'Triticum',
        'L.',
        '小麦属',
        [['aestivum', 'L.', '小麦', 'Wheat', [['Triticum vulgare', 'Vill.']]]],
      ],
      ['Hordeum', 'L.', '大麦属', [['vulgare', 'L.', '大麦', 'Barley']]],
      ['Zea', 'L.', '玉蜀黍属', [['mays', 'L.', '玉米', 'Maize']]],
      [
        'Setaria',
        'P.Beauv.',
        '狗尾草属',
        [['italica', '(L.) P.Beauv.', '谷子', 'Foxtail millet', [['Panicum italicum', 'L.']]]],
      ],
      ['Panicum', 'L.', '黍属', [['miliaceum', 'L.', '糜子', 'Broomcorn millet']]],
      [
        'Sorghum',
        'Moench',
        '高粱属',
        [['bicolor', '(L.) Moench', '高粱', 'Sorghum', [['Sorghum vulgare', 'Pers.']]]],
      ],
      ['Secale', 'L.', '黑麦属', [['cereale', 'L.', '黑麦', 'Rye']]],
    ],
    [['Gramineae', 'Juss.']],
  ],
  [
    'Amaranthaceae',
    'Juss.',
    '苋科',
    [
      [
        'Bassia',
        'All.',
        '雾冰藜属',
        [
          [
            'prostrata',
            '(L.) Beck',
            '木地肤',
            'Prostrate kochia',
            [['Kochia prostrata', '(L.) Schrad.']],
          ],
        ],
      ],
      ['Chenopodium', 'L.', '藜属', [['quinoa', 'Willd.', '藜麦', 'Quinoa']]],
      [
        'Haloxylon',
        'Bunge',
        '梭梭属',
        [['ammodendron', '(C.A.Mey.) Bunge ex Fenzl', '梭梭', 'Saxaul']],
      ],
    ],
    [['Chenopodiaceae', 'Vent.']],
  ],
  [
    'Solanaceae',
    'Juss.',
    '茄科',
    [
      [
        'Solanum',
        'L.',
        '茄属',
        [
          ['tuberosum', 'L.', '马铃薯', 'Potato'],
          ['lycopersicum', 'L.', '番茄', 'Tomato', [['Lycopersicon esculentum', 'Mill.']]],
        ],
      ],
      ['Capsicum', 'L.', '辣椒属', [['annuum', 'L.', '辣椒', 'Chilli']]],
      [
        'Lycium',
        'L.',
        '枸杞属',
        [
          ['barbarum', 'L.', '宁夏枸杞', 'Goji'],
          ['ruthenicum', 'Murray', '黑果枸杞', 'Black goji'],
        ],
      ],
    ],
  ],
  [
    'Polygonaceae',
    'Juss.',
    '蓼科',
    [
      [
        'Fagopyrum',
        'Mill.',
        '荞麦属',
        [
          ['esculentum', 'Moench', '荞麦', 'Buckwheat'],
          ['tataricum', '(L.) Gaertn.', '苦荞', 'Tartary buckwheat'],
        ],
      ],
      [
        'Rheum',
        'L.',
        '大黄属',
        [
          ['palmatum', 'L.', '掌叶大黄', 'Palmate rhubarb'],
          ['tanguticum', 'Maxim. ex Balf.', '唐古特大黄', 'Tangut rhubarb'],
        ],
      ],
    ],
  ],
  [
    'Linaceae',
    'DC. ex Perleb',
    '亚麻科',
    [['Linum', 'L.', '亚麻属', [['usitatissimum', 'L.', '胡麻', 'Oil flax']]]],
  ],
  [
    'Brassicaceae',
    'Burnett',
    '十字花科',
    [
      [
        'Brassica',
        'L.',
        '芸薹属',
        [
          ['rapa', 'L.', '芸薹', 'Turnip rape', [['Brassica campestris', 'L.']]],
          ['oleracea', 'L.', '甘蓝', 'Cabbage'],
        ],
      ],
      [
        'Isatis',
        'L.',
        '菘蓝属',
        [['tinctoria', 'L.', '菘蓝', 'Woad', [['Isatis indigotica', 'Fortune']]]],
      ],
    ],
    [['Cruciferae', 'Juss.']],
  ],
  [
    'Asteraceae',
    'Bercht. & J.Presl',
    '菊科',
    [
      ['Helianthus', 'L.', '向日葵属', [['annuus', 'L.', '向日葵', 'Sunflower']]],
      ['Lactuca', 'L.', '莴苣属', [['sativa', 'L.', '莴苣', 'Lettuce']]],
      ['Saussurea', 'DC.', '风毛菊属', [['medusa', 'Maxim.', '水母雪兔子', 'Snow rabbit']]],
      ['Carthamus', 'L.', '红花属', [['tinctorius', 'L.', '红花', 'Safflower']]],
    ],
    [['Compositae', 'Giseke']],
  ],
  [
    'Liliaceae',
    'Juss.',
    '百合科',
    [['Lilium', 'L.', '百合属', [['davidii', 'Duch. ex Elwes', '川百合', 'David’s lily']]]],
  ],
  [
    'Amaryllidaceae',
    'J.St.-Hil.',
    '石蒜科',
    [['Allium', 'L.', '葱属', [['cepa', 'L.', '洋葱', 'Onion']]]],
  ],
  [
    'Apiaceae',
    'Lindl.',
    '伞形科',
    [
      ['Daucus', 'L.', '胡萝卜属', [['carota', 'L.', '胡萝卜', 'Carrot']]],
      ['Angelica', 'L.', '当归属', [['sinensis', '(Oliv.) Diels', '当归', 'Chinese angelica']]],
      ['Bupleurum', 'L.', '柴胡属', [['chinense', 'DC.', '北柴胡', 'Bupleurum']]],
      [
        'Notopterygium',
        'H.Boissieu',
        '羌活属',
        [['incisum', 'C.C.Ting ex H.T.Chang', '羌活', 'Notopterygium']],
      ],
      [
        'Saposhnikovia',
        'Schischk.',
        '防风属',
        [['divaricata', '(Turcz.) Schischk.', '防风', 'Saposhnikovia']],
      ],
    ],
    [['Umbelliferae', 'Juss.']],
  ],
  [
    'Cucurbitaceae',
    'Juss.',
    '葫芦科',
    [['Cucumis', 'L.', '黄瓜属', [['melo', 'L.', '甜瓜', 'Melon']]]],
  ],
  [
    'Rosaceae',
    'Juss.',
    '蔷薇科',
    [
      [
        'Malus',
        'Mill.',
        '苹果属',
        [
          ['domestica', '(Suckow) Borkh.', '苹果', 'Apple', [['Malus pumila', 'Mill.']]],
          ['prunifolia', '(Willd.) Borkh.', '楸子', 'Crabapple'],
          ['kansuensis', '(Batalin) C.K.Schneid.', '陇东海棠', 'Gansu crabapple'],
        ],
      ],
      [
        'Pyrus',
        'L.',
        '梨属',
        [
          ['bretschneideri', 'Rehder', '白梨', 'Chinese white pear'],
          ['ussuriensis', 'Maxim.', '秋子梨', 'Ussurian pear'],
          ['betulifolia', 'Bunge', '杜梨', 'Birch-leaf pear'],
        ],
      ],
      [
        'Prunus',
        'L.',
        '李属',
        [
          ['persica', '(L.) Batsch', '桃', 'Peach', [['Amygdalus persica', 'L.']]],
          [
            'kansuensis',
            'Rehder',
            '甘肃桃',
            'Gansu peach',
            [['Amygdalus kansuensis', '(Rehder) Skeels']],
          ],
          ['armeniaca', 'L.', '杏', 'Apricot', [['Armeniaca vulgaris', 'Lam.']]],
          ['salicina', 'Lindl.', '李', 'Plum'],
          ['avium', '(L.) L.', '甜樱桃', 'Sweet cherry', [['Cerasus avium', '(L.) Moench']]],
        ],
      ],
      ['Crataegus', 'L.', '山楂属', [['kansuensis', 'E.H.Wilson', '甘肃山楂', 'Gansu hawthorn']]],
      ['Fragaria', 'L.', '草莓属', [['orientalis', 'Losinsk.', '东方草莓', 'Oriental strawberry']]],
      ['Rosa', 'L.', '蔷薇属', [['sertata', 'Rolfe', '钝叶蔷薇', 'Garland rose']]],
    ],
  ],
  [
    'Vitaceae',
    'Juss.',
    '葡萄科',
    [
      [
        'Vitis',
        'L.',
        '葡萄属',
        [
          ['vinifera', 'L.', '葡萄', 'Grape'],
          ['amurensis', 'Rupr.', '山葡萄', 'Amur grape'],
        ],
      ],
    ],
  ],
  [
    'Rhamnaceae',
    'Juss.',
    '鼠李科',
    [['Ziziphus', 'Mill.', '枣属', [['jujuba', 'Mill.', '枣', 'Jujube']]]],
  ],
  [
    'Ebenaceae',
    'Gürke',
    '柿科',
    [['Diospyros', 'L.', '柿属', [['kaki', 'L.f.', '柿', 'Persimmon']]]],
  ],
  [
    'Rutaceae',
    'Juss.',
    '芸香科',
    [['Zanthoxylum', 'L.', '花椒属', [['bungeanum', 'Maxim.', '花椒', 'Sichuan pepper']]]],
  ],
  [
    'Oleaceae',
    'Hoffmanns. & Link',
    '木樨科',
    [['Olea', 'L.', '木樨榄属', [['europaea', 'L.', '油橄榄', 'Olive']]]],
  ],
  [
    'Juglandaceae',
    'DC. ex Perleb',
    '胡桃科',
    [
      [
        'Juglans',
        'L.',
        '胡桃属',
        [
          ['regia', 'L.', '核桃', 'Walnut'],
          ['sigillata', 'Dode', '铁核桃', 'Iron walnut'],
        ],
      ],
    ],
  ],
  [
    'Sapindaceae',
    'Juss.',
    '无患子科',
    [['Xanthoceras', 'Bunge', '文冠果属', [['sorbifolium', 'Bunge', '文冠果', 'Yellowhorn']]]],
  ],
  [
    'Elaeagnaceae',
    'Juss.',
    '胡颓子科',
    [
      [
        'Hippophae',
        'L.',
        '沙棘属',
        [
          ['rhamnoides', 'L.', '沙棘', 'Sea buckthorn'],
          ['neurocarpa', 'S.W.Liu & T.N.He', '肋果沙棘', 'Ribbed sea buckthorn'],
        ],
      ],
      ['Elaeagnus', 'L.', '胡颓子属', [['angustifolia', 'L.', '沙枣', 'Oleaster']]],
    ],
  ],
  [
    'Paeoniaceae',
    'Raf.',
    '芍药科',
    [
      [
        'Paeonia',
        'L.',
        '芍药属',
        [
          [
            'rockii',
            '(S.G.Haw & Lauener) T.Hong & J.J.Li ex D.Y.Hong',
            '紫斑牡丹',
            'Gansu tree peony',
          ],
        ],
      ],
    ],
  ],
  [
    'Fagaceae',
    'Dumort.',
    '壳斗科',
    [['Castanea', 'Mill.', '栗属', [['mollissima', 'Blume', '板栗', 'Chinese chestnut']]]],
  ],
  [
    'Eucommiaceae',
    'Engl.',
    '杜仲科',
    [['Eucommia', 'Oliv.', '杜仲属', [['ulmoides', 'Oliv.', '杜仲', 'Eucommia']]]],
  ],
  [
    'Campanulaceae',
    'Juss.',
    '桔梗科',
    [
      [
        'Codonopsis',
        'Wall.',
        '党参属',
        [
          ['pilosula', '(Franch.) Nannf.', '党参', 'Codonopsis'],
          ['tangshen', 'Oliv.', '川党参', 'Sichuan codonopsis'],
        ],
      ],
    ],
  ],
  [
    'Gentianaceae',
    'Juss.',
    '龙胆科',
    [
      [
        'Gentiana',
        'L.',
        '龙胆属',
        [
          ['macrophylla', 'Pall.', '秦艽', 'Large-leaf gentian'],
          ['straminea', 'Maxim.', '麻花艽', 'Straw-coloured gentian'],
        ],
      ],
    ],
  ],
  [
    'Lamiaceae',
    'Martinov',
    '唇形科',
    [['Scutellaria', 'L.', '黄芩属', [['baicalensis', 'Georgi', '黄芩', 'Baikal skullcap']]]],
    [['Labiatae', 'Juss.']],
  ],
  [
    'Polygalaceae',
    'Hoffmanns. & Link',
    '远志科',
    [['Polygala', 'L.', '远志属', [['tenuifolia', 'Willd.', '远志', 'Polygala']]]],
  ],
  [
    'Ephedraceae',
    'Dumort.',
    '麻黄科',
    [
      [
        'Ephedra',
        'L.',
        '麻黄属',
        [['intermedia', 'Schrenk & C.A.Mey.', '中麻黄', 'Intermediate ephedra']],
      ],
    ],
  ],
  [
    'Orobanchaceae',
    'Vent.',
    '列当科',
    [
      [
        'Cistanche',
        'Hoffmanns. & Link',
        '肉苁蓉属',
        [['deserticola', 'Ma', '肉苁蓉', 'Desert cistanche']],
      ],
    ],
  ],
  [
    'Cynomoriaceae',
    'Endl. ex Lindl.',
    '锁阳科',
    [['Cynomorium', 'L.', '锁阳属', [['songaricum', 'Rupr.', '锁阳', 'Cynomorium']]]],
  ],
  [
    'Apocynaceae',
    'Juss.',
    '夹竹桃科',
    [['Apocynum', 'L.', '罗布麻属', [['venetum', 'L.', '罗布麻', 'Dogbane']]]],
  ],
  [
    'Araceae',
    'Juss.',
    '天南星科',
    [['Pinellia', 'Ten.', '半夏属', [['ternata', '(Thunb.) Makino', '半夏', 'Pinellia']]]],
  ],
  [
    'Orchidaceae',
    'Juss.',
    '兰科',
    [['Gastrodia', 'R.Br.', '天麻属', [['elata', 'Blume', '天麻', 'Gastrodia']]]],
  ],
  [
    'Caprifoliaceae',
    'Juss.',
    '忍冬科',
    [['Nardostachys', 'DC.', '甘松属', [['jatamansi', '(D.Don) DC.', '甘松', 'Spikenard']]]],
  ],
  [
    'Melanthiaceae',
    'Batsch ex Borkh.',
    '藜芦科',
    [['Paris', 'L.', '重楼属', [['polyphylla', 'Sm.', '七叶一枝花', 'Paris']]]],
  ],
  [
    'Bovidae',
    'Gray, 1821',
    '牛科',
    [
      [
        'Bos',
        'Linnaeus, 1758',
        '牛属',
        [
          ['taurus', 'Linnaeus, 1758', '黄牛', 'Cattle'],
          [
            'grunniens',
            'Linnaeus, 1766',
            '牦牛',
            'Yak',
            [['Poephagus grunniens', '(Linnaeus, 1766)']],
          ],
        ],
      ],
      ['Ovis', 'Linnaeus, 1758', '盘羊属', [['aries', 'Linnaeus, 1758', '绵羊', 'Sheep']]],
      ['Capra', 'Linnaeus, 1758', '山羊属', [['hircus', 'Linnaeus, 1758', '山羊', 'Goat']]],
    ],
  ],
  [
    'Equidae',
    'Gray, 1821',
    '马科',
    [
      [
        'Equus',
        'Linnaeus, 1758',
        '马属',
        [
          ['caballus', 'Linnaeus, 1758', '马', 'Horse'],
          ['asinus', 'Linnaeus, 1758', '驴', 'Donkey'],
        ],
      ],
    ],
  ],
  [
    'Suidae',
    'Gray, 1821',
    '猪科',
    [['Sus', 'Linnaeus, 1758', '猪属', [['scrofa', 'Linnaeus, 1758', '猪', 'Pig']]]],
  ],
  [
    'Camelidae',
    'Gray, 1821',
    '骆驼科',
    [
      [
        'Camelus',
        'Linnaeus, 1758',
        '骆驼属',
        [['bactrianus', 'Linnaeus, 1758', '双峰驼', 'Bactrian camel']],
      ],
    ],
  ],
  [
    'Cervidae',
    'Goldfuss, 1820',
    '鹿科',
    [['Cervus', 'Linnaeus, 1758', '鹿属', [['canadensis', 'Erxleben, 1777', '马鹿', 'Wapiti']]]],
  ],
  [
    'Canidae',
    'Fischer de Waldheim, 1817',
    '犬科',
    [
      [
        'Canis',
        'Linnaeus, 1758',
        '犬属',
        [
          [
            'lupus',
            'Linnaeus, 1758',
            '狼与犬',
            'Wolf and dog',
            [['Canis familiaris', 'Linnaeus, 1758']],
          ],
        ],
      ],
    ],
  ],
  [
    'Phasianidae',
    'Horsfield, 1821',
    '雉科',
    [['Gallus', 'Brisson, 1760', '原鸡属', [['gallus', '(Linnaeus, 1758)', '鸡', 'Chicken']]]],
  ],
  [
    'Apidae',
    'Latreille, 1802',
    '蜜蜂科',
    [
      [
        'Apis',
        'Linnaeus, 1758',
        '蜜蜂属',
        [
          ['cerana', 'Fabricius, 1793', '中华蜜蜂', 'Eastern honey bee'],
          ['mellifera', 'Linnaeus, 1758', '西方蜜蜂', 'Western honey bee'],
        ],
      ],
    ],
  ],
  [
    'Bacillaceae',
    'Fischer 1895',
    '芽孢杆菌科',
    [
      [
        'Bacillus',
        'Cohn 1872',
        '芽孢杆菌属',
        [
          [
            'licheniformis',
            '(Weigmann 1898) Chester 1901',
            '地衣芽孢杆菌',
            'Bacillus licheniformis',
          ],
        ],
      ],
      ['Halobacillus', 'Spring et al. 1996', '盐芽孢杆菌属', []],
      ['Virgibacillus', 'Heyndrickx et al. 1998', '枝芽孢杆菌属', []],
      ['Geobacillus', 'Nazina et al. 2001', '地芽孢杆菌属', []],
      ['Anoxybacillus', 'Pikuta et al. 2000', '厌氧芽孢杆菌属', []],
    ],
  ],
  [
    'Lactobacillaceae',
    'Winslow et al. 1917',
    '乳杆菌科',
    [
      [
        'Lactobacillus',
        'Beijerinck 1901',
        '乳杆菌属',
        [
          [
            'helveticus',
            '(Orla-Jensen 1919) Bergey et al. 1925',
            '瑞士乳杆菌',
            'Lactobacillus helveticus',
          ],
        ],
      ],
      [
        'Lactiplantibacillus',
        'Zheng et al. 2020',
        '植物乳植杆菌属',
        [
          [
            'plantarum',
            '(Orla-Jensen 1919) Zheng et al. 2020',
            '植物乳植杆菌',
            'Lactiplantibacillus plantarum',
            [['Lactobacillus plantarum', '(Orla-Jensen 1919) Bergey et al. 1923']],
          ],
        ],
      ],
    ],
  ],
  [
    'Halomonadaceae',
    'Franzmann et al. 1989',
    '盐单胞菌科',
    [['Halomonas', 'Vreeland et al. 1980', '盐单胞菌属', []]],
  ],
  [
    'Rhizobiaceae',
    'Conn 1938',
    '根瘤菌科',
    [
      [
        'Sinorhizobium',
        'Chen et al. 1988',
        '中华根瘤菌属',
        [
          [
            'meliloti',
            '(Dangeard 1926) De Lajudie et al. 1994',
            '苜蓿中华根瘤菌',
            'Alfalfa rhizobium',
            [['Rhizobium meliloti', 'Dangeard 1926']],
          ],
        ],
      ],
    ],
  ],
  [
    'Streptomycetaceae',
    'Waksman and Henrici 1943',
    '链霉菌科',
    [
      [
        'Streptomyces',
        'Waksman and Henrici 1943',
        '链霉菌属',
        [
          [
            'avermitilis',
            '(ex Burg et al. 1979) Kim and Goodfellow 2002',
            '阿维链霉菌',
            'Streptomyces avermitilis',
          ],
        ],
      ],
    ],
  ],
  [
    'Deinococcaceae',
    'Brooks and Murray 1981',
    '异常球菌科',
    [['Deinococcus', 'Brooks and Murray 1981', '异常球菌属', []]],
  ],
  [
    'Saccharomycetaceae',
    'G.Winter',
    '酵母科',
    [
      [
        'Saccharomyces',
        'Meyen',
        '酵母属',
        [['cerevisiae', '(Desm.) Meyen', '酿酒酵母', 'Baker’s yeast']],
      ],
      [
        'Kluyveromyces',
        'Van der Walt',
        '克鲁维酵母属',
        [['marxianus', '(E.C.Hansen) Van der Walt', '马克斯克鲁维酵母', 'Kluyveromyces marxianus']],
      ],
    ],
  ],
]

const source = 'APG IV; Flora of China; LPSN; Index Fungorum'

/** Writes the demo's taxonomy before its records, which are then placed as they are written. */
export async function seedTaxa(ctx: Context): Promise<void> {
  await seedPart(ctx.db, { name: 'taxa', now: ctx.now }, async (trx) => {
    const write = (rows: readonly Row[]) => insertTaxa(trx, rows, ctx)
    const families = await write(
      taxonomy.map(([name, authorship, zh]) => ({ name, authorship, zh, rank: 'family' })),
    )
    const genera = await write(
      taxonomy.flatMap(([family, , , own]) =>
        own.map(([name, authorship, zh]): Row => ({
          name,
          authorship,
          zh,
          rank: 'genus',
          parent: { id: families.get(family) ?? '', rank: 'family' },
        })),
      ),
    )
    const species = await write(
      eachSpecies().map(({ name, genus, one: [, authorship, zh, en] }) => ({
        name,
        authorship,
        zh,
        en,
        rank: 'species',
        parent: { id: genera.get(genus) ?? '', rank: 'genus' },
      })),
    )
    await write([
      ...taxonomy.flatMap(([name, , , , synonyms = []]) =>
        synonyms.map((one) => synonymOf(one, 'family', families.get(name))),
      ),
      ...eachSpecies().flatMap(({ name, one: [, , , , synonyms = []] }) =>
        synonyms.map((one) => synonymOf(one, 'species', species.get(name))),
      ),
    ])
    return {}
  })
}

const eachSpecies = () =>
  taxonomy.flatMap(([, , , genera]) =>
    genera.flatMap(([genus, , , own]) =>
      own.map((one) => ({ genus, name: `${genus} ${one[0]}`, one })),
    ),
  )

type Row = {
  name: string
  authorship: string
  rank: Rank
  zh?: string
  en?: string
  parent?: { id: string; rank: Rank }
  accepted?: string
}

const synonymOf = ([name, authorship]: Synonym, rank: Rank, accepted = ''): Row => ({
  name,
  authorship,
  rank,
  accepted,
})

/** Answers ids by names. */
async function insertTaxa(trx: Trx, rows: readonly Row[], { now }: Pick<Context, 'now'>) {
  const written = await trx
    .insertInto('taxon')
    .values(
      rows.map(({ name, authorship, rank, zh, en, parent, accepted }) => ({
        scientific_name: name,
        rank,
        authorship,
        name_zh: zh ?? null,
        name_en: en ?? null,
        source,
        parent_id: parent?.id ?? null,
        parent_level: parent ? levelOf(parent.rank) : null,
        accepted_id: accepted ?? null,
        created_at: now(),
      })),
    )
    .returning(['id', 'scientific_name as name'])
    .execute()
  return new Map(written.map(({ id, name }) => [name, id]))
}
