/* oxlint-disable max-lines -- data */

/**
 * Words that laboratories use for the same thing, a group a line: Chinese ones first, then English ones and
 * abbreviations. Behind `>` stands what is also found when one of them is asked for, because it is a kind of it, but
 * does not lead back. The first word of a line is how the group is known when the program is installed again.
 */
const lines = `
电子显微镜 | 电镜 | electron microscope | electron microscopy | EM > 透射电子显微镜 | 扫描电子显微镜
透射电子显微镜 | 透射电镜 | transmission electron microscope | transmission electron microscopy | TEM
扫描电子显微镜 | 扫描电镜 | scanning electron microscope | scanning electron microscopy | SEM
冷冻透射电子显微镜 | 冷冻电镜 | 冷冻电子显微镜 | cryo-transmission electron microscope | cryo-electron microscopy | cryo-EM | cryo-TEM
球差校正透射电子显微镜 | 球差电镜 | 球差校正电镜 | aberration-corrected transmission electron microscope | AC-TEM | Cs-corrected TEM
环境扫描电子显微镜 | 环境扫描电镜 | 环扫 | 环扫电镜 | environmental scanning electron microscope | ESEM
台式扫描电子显微镜 | 台式电镜 | 台式扫描电镜 | benchtop scanning electron microscope | desktop SEM | benchtop SEM | tabletop SEM
场发射扫描电子显微镜 | 场发射电镜 | field-emission scanning electron microscope | FE-SEM
扫描透射电子显微镜 | scanning transmission electron microscope | STEM
聚焦离子束 | 双束电镜 | focused ion beam | FIB | FIB-SEM
原子力显微镜 | atomic force microscope | atomic force microscopy | AFM
扫描隧道显微镜 | scanning tunnelling microscope | scanning tunneling microscope | STM
扫描探针显微镜 | scanning probe microscope | SPM > 原子力显微镜 | 扫描隧道显微镜
电子探针 | 电子探针显微分析 | electron microprobe | electron probe | EPMA
激光扫描共聚焦显微镜 | 激光共聚焦 | 共聚焦显微镜 | 激光共聚焦显微镜 | confocal laser scanning microscope | confocal microscope | CLSM
双光子显微镜 | 多光子显微镜 | two-photon microscope | multiphoton microscope
超分辨显微镜 | 超高分辨显微镜 | super-resolution microscope | STED | STORM | SIM microscope
荧光显微镜 | fluorescence microscope
光片显微镜 | light-sheet microscope | LSFM
体视显微镜 | 解剖镜 | 立体显微镜 | stereo microscope | dissecting microscope
偏光显微镜 | polarising microscope | polarizing microscope | petrographic microscope
金相显微镜 | metallographic microscope
倒置显微镜 | inverted microscope
活细胞工作站 | 活细胞成像 | live-cell imaging
能谱仪 | X 射线能谱 | energy-dispersive X-ray spectroscopy | EDS | EDX
电子背散射衍射 | electron backscatter diffraction | EBSD
阴极发光 | 阴极荧光 | cathodoluminescence | CL microscope
离子研磨仪 | 离子减薄仪 | ion milling
超薄切片机 | 超微切片机 | ultramicrotome
冰冻切片机 | 冷冻切片机 | cryostat microtome
拉曼光谱 | 拉曼 | 拉曼光谱仪 | Raman spectrometer | Raman spectroscopy | Raman microscope | Raman
X 射线光电子能谱 | 光电子能谱 | X-ray photoelectron spectrometer | X-ray photoelectron spectroscopy | XPS | ESCA
紫外光电子能谱 | ultraviolet photoelectron spectroscopy | UPS spectroscopy
俄歇电子能谱 | Auger electron spectroscopy | AES Auger
X 射线衍射 | X 光衍射 | X-ray diffraction | X-ray diffractometer | XRD
单晶 X 射线衍射 | 单晶衍射 | single-crystal X-ray diffractometer | single-crystal X-ray diffraction | SC-XRD
粉末 X 射线衍射 | 粉末衍射 | powder X-ray diffraction | PXRD
小角 X 射线散射 | small-angle X-ray scattering | SAXS
X 射线荧光 | X 荧光 | X 射线荧光光谱 | X-ray fluorescence | XRF
X 射线吸收谱 | 同步辐射吸收谱 | X-ray absorption spectroscopy | XAFS | EXAFS | XANES
同步辐射 | 光源线站 | synchrotron radiation | synchrotron
穆斯堡尔谱 | Mössbauer spectroscopy | Mössbauer
核磁共振波谱 | 核磁 | 核磁共振 | nuclear magnetic resonance | NMR spectrometer | NMR
400兆核磁 | 400 MHz 核磁 | 400 MHz NMR
500兆核磁 | 500 MHz 核磁 | 500 MHz NMR
600兆核磁 | 600 MHz 核磁 | 600 MHz NMR
800兆核磁 | 800 MHz 核磁 | 800 MHz NMR
固体核磁 | 固态核磁 | 魔角旋转 | solid-state NMR | MAS NMR
低场核磁 | 时域核磁 | low-field NMR | LF-NMR | time-domain NMR
磁共振成像 | 核磁共振成像 | magnetic resonance imaging | MRI
电子顺磁共振 | 电子自旋共振 | 顺磁共振 | 顺磁 | electron paramagnetic resonance | electron spin resonance | EPR | ESR
红外光谱 | 傅里叶变换红外光谱 | 红外光谱仪 | Fourier-transform infrared spectroscopy | infrared spectrometer | FT-IR
近红外 | 近红外光谱 | near-infrared | near infrared spectroscopy | NIR | NIRS
紫外可见分光光度计 | 紫外分光光度计 | 紫外可见 | 分光光度计 | UV-visible spectrophotometer | spectrophotometer | UV-Vis
荧光光谱仪 | 荧光分光光度计 | fluorescence spectrometer | spectrofluorometer | fluorometer
圆二色谱 | 圆二色光谱 | circular dichroism | CD spectrometer
原子吸收 | 原子吸收光谱 | atomic absorption spectrometer | atomic absorption spectroscopy | AAS
原子荧光 | atomic fluorescence | AFS spectrometer
电感耦合等离子体发射光谱 | 等离子体发射光谱 | inductively coupled plasma optical emission | ICP-OES | ICP-AES
电感耦合等离子体质谱 | 等离子体质谱 | inductively coupled plasma mass spectrometer | ICP mass spectrometer | ICP-MS
多接收电感耦合等离子体质谱 | 多接收等离子体质谱 | multi-collector ICP mass spectrometer | MC-ICP-MS
激光剥蚀 | 激光烧蚀 | laser ablation | LA-ICP-MS
激光诱导击穿光谱 | laser-induced breakdown spectroscopy | LIBS
质谱 | 质谱仪 | mass spectrometer | mass spectrometry | mass spec | MS
液质联用 | 液质 | 液相色谱质谱联用 | 液相色谱—质谱 | liquid chromatography mass spectrometry | LC-MS | LC-MS/MS | UPLC-MS | HPLC-MS > 轨道阱
气质联用 | 气质 | 气相色谱质谱联用 | 气相色谱—质谱 | gas chromatography mass spectrometry | GC-MS | GC-MS/MS > 气相色谱 飞行时间质谱
四极杆飞行时间质谱 | quadrupole time-of-flight mass spectrometer | Q-TOF
三重四极杆质谱 | 三重四极杆 | 三重四级杆 | triple quadrupole mass spectrometer | triple quadrupole | triple quad | QqQ
轨道阱质谱 | 静电场轨道阱 | 轨道阱 | Orbitrap mass spectrometer | Orbitrap
飞行时间质谱 | time-of-flight mass spectrometer | TOF-MS
基质辅助激光解吸 | 基质辅助激光解吸电离 | 基质辅助激光解吸飞行时间质谱 | matrix-assisted laser desorption ionization | MALDI time-of-flight mass spectrometer | MALDI-TOF | MALDI
同位素比质谱 | 稳定同位素质谱 | 稳定同位素比质谱 | 同位素质谱 | isotope ratio mass spectrometer | IRMS
稀有气体同位素质谱 | 惰性气体质谱 | 稀有气体质谱 | noble gas mass spectrometer
热电离质谱 | 热电离同位素质谱 | thermal ionisation mass spectrometer | thermal ionization mass spectrometer | TIMS
二次离子质谱 | 离子探针 | secondary ion mass spectrometer | ion microprobe | SIMS | SHRIMP
加速器质谱 | accelerator mass spectrometer | accelerator mass spectrometry | AMS dating
质子转移反应质谱 | proton-transfer-reaction mass spectrometer | PTR-MS
水同位素分析仪 | 液态水同位素 | 激光同位素分析 | water isotope analyser | water isotope analyzer | cavity ring-down | CRDS
液相色谱 | 高效液相色谱 | 液相 | liquid chromatography | HPLC | UPLC | UHPLC
气相色谱 | gas chromatograph | gas chromatography
全二维气相色谱 | 二维气相 | comprehensive two-dimensional gas chromatography | comprehensive 2D gas chromatograph | GCxGC | GC×GC | GCxGC-TOF
离子色谱 | ion chromatography | ion chromatograph
薄层色谱 | 薄层扫描 | 高效薄层色谱 | thin-layer chromatography | TLC | HPTLC
凝胶渗透色谱 | 体积排阻色谱 | gel permeation chromatography | size-exclusion chromatography | GPC | SEC chromatography
蛋白纯化系统 | 快速蛋白液相色谱 | fast protein liquid chromatography | FPLC | AKTA
毛细管电泳 | capillary electrophoresis
元素分析仪 | 碳氮分析仪 | elemental analyser | elemental analyzer | CHNS
总有机碳分析仪 | total organic carbon | TOC analyser | TOC analyzer
流动分析仪 | 连续流动分析 | 流动注射 | continuous flow analyser | flow injection
凯氏定氮 | 定氮仪 | Kjeldahl
滴定仪 | 自动电位滴定 | titrator
表面等离子共振 | 表面等离子体共振 | surface plasmon resonance | SPR | Biacore
分子互作 | 蛋白互作 | 蛋白质互作 | 生物分子相互作用 | biomolecular interaction | protein interaction > 表面等离子共振
等温滴定量热 | isothermal titration calorimetry | ITC calorimeter
差示扫描量热 | differential scanning calorimetry | differential scanning calorimeter | DSC
热重分析 | thermogravimetric analysis | thermogravimetric analyser | TGA
动态热机械分析 | dynamic mechanical analysis | DMA
比表面积 | 孔隙度分析 | 比表面积分析仪 | surface area analyser | BET surface area
化学吸附 | chemisorption | TPD | TPR
粒度仪 | 激光粒度仪 | 粒度分析 | particle size analyser | particle sizer | grain size analyser
动态光散射 | 纳米粒度 | dynamic light scattering | DLS
流变仪 | rheometer
接触角测量仪 | contact angle
万能试验机 | 材料试验机 | 拉伸试验机 | universal testing machine | tensile tester
硬度计 | 纳米压痕 | hardness tester | nanoindenter
摩擦磨损试验机 | 摩擦试验机 | tribometer | wear tester
热模拟试验机 | 热—力物理模拟 | Gleeble | thermo-mechanical simulator
综合物性测量 | 物性测量系统 | 物性测量 | physical property measurement system | PPMS
磁学测量系统 | 超导量子干涉仪 | superconducting quantum interference device | SQUID | MPMS
振动样品磁强计 | vibrating sample magnetometer | VSM
电化学工作站 | electrochemical workstation | potentiostat
探针台 | 半导体参数分析 | probe station
薄膜沉积 | 磁控溅射 | sputtering | magnetron sputtering
化学气相沉积 | chemical vapour deposition | chemical vapor deposition | CVD
原子层沉积 | atomic layer deposition
光刻机 | 光刻 | lithography | mask aligner
增材制造 | 3D打印 | 三维打印 | 金属打印 | 金属3D打印 | additive manufacturing | 3D printing | 3D printer
激光选区熔化 | 选区激光熔化 | 激光选区熔化增材制造 | selective laser melting | laser powder bed fusion | SLM | LPBF
数控加工中心 | 数控机床 | CNC machining
三坐标测量机 | coordinate measuring machine | CMM
高速摄像机 | 高速相机 | high-speed camera
红外热像仪 | 热成像 | thermal camera | infrared camera
超声检测 | 无损检测 | 探伤 | nondestructive testing | NDT
氩弧焊 | 焊接 | welding
高压釜 | 反应釜 | autoclave reactor
马弗炉 | 箱式电炉 | muffle furnace
冻干机 | 冷冻干燥机 | 真空冷冻干燥 | freeze dryer | lyophilizer | lyophiliser
离心机 | centrifuge
超速离心机 | ultracentrifuge
灭菌锅 | 高压灭菌器 | autoclave
生物安全柜 | biosafety cabinet
超净工作台 | 洁净工作台 | clean bench | laminar flow hood
超低温冰箱 | 负八十度冰箱 | ultra-low temperature freezer | minus 80 freezer
液氮罐 | 液氮储存 | liquid nitrogen tank | LN2 storage
酶标仪 | 多功能酶标仪 | microplate reader | plate reader
凝胶成像 | 凝胶成像仪 | gel imager | gel documentation
超声破碎仪 | 超声波破碎 | sonicator | ultrasonic disruptor
发酵罐 | 发酵系统 | 生物反应器 | fermenter | fermentor | bioreactor
聚合酶链式反应 | 基因扩增 | polymerase chain reaction | PCR | thermocycler | thermal cycler
荧光定量PCR | 实时荧光定量 | 定量PCR | real-time PCR | quantitative PCR | qPCR | RT-qPCR
数字PCR | digital PCR | dPCR | ddPCR
基因测序仪 | 测序仪 | DNA sequencer | sequencer
测序 | 基因测序 | sequencing > 基因测序仪
高通量测序 | 二代测序 | 下一代测序 | next-generation sequencing | high-throughput sequencing | NGS > 基因测序仪
三代测序 | 单分子测序 | 长读长测序 | long-read sequencing | third-generation sequencing | PacBio | Nanopore
单细胞测序 | single-cell sequencing | scRNA-seq
转录组 | 转录组测序 | transcriptome | RNA-seq
基因组 | 全基因组 | genome | whole genome
重测序 | 全基因组重测序 | resequencing | WGS
宏基因组 | 元基因组 | metagenome | metagenomics
扩增子测序 | amplicon sequencing | 16S
蛋白质组 | proteome | proteomics
代谢组 | metabolome | metabolomics
表观基因组 | 甲基化 | methylation | epigenome
基因芯片 | 微阵列 | microarray | SNP chip
流式细胞仪 | 流式细胞术 | 流式细胞 | 流式 | flow cytometer | flow cytometry | cytometer | FACS
流式细胞分选仪 | 流式分选 | 细胞分选 | 单细胞分选 | 流式细胞分选 | cell sorter | cell sorting
免疫组化 | 免疫组织化学 | immunohistochemistry | IHC
酶联免疫 | 酶联免疫吸附 | enzyme-linked immunosorbent assay | ELISA
蛋白印迹 | 免疫印迹 | western blot
数字病理切片 | 切片扫描 | 切片扫描仪 | 病理切片扫描 | digital slide scanner | whole slide scanner | slide scanner | WSI
显微 CT | 微焦点CT | 微CT | micro-CT | X-ray microtomography
计算机断层扫描 | 断层扫描 | 工业CT | computed tomography | CT
正电子发射断层成像 | 正电子断层 | positron emission tomography | PET/CT
小动物成像 | 小动物活体成像 | 活体成像 | small-animal imaging | in vivo imaging
超声诊断 | 彩超 | ultrasound imaging | ultrasonography
结构生物学 | 蛋白质结构 | 蛋白结构 | protein structure | structural biology > 冷冻透射电子显微镜 | 核磁共振波谱
基因编辑 | CRISPR | gene editing | genome editing
细胞培养 | 细胞系 | cell culture | cell line
组织培养 | 组培 | tissue culture
释光测年 | 释光 | 光释光 | 热释光 | luminescence dating | optically stimulated luminescence | OSL | TL dating
放射性碳测年 | 碳十四 | 碳14 | radiocarbon | carbon-14 | C14 dating
宇宙成因核素 | 宇生核素 | cosmogenic nuclides
铀系测年 | uranium-series dating | U-Th dating
古地磁 | palaeomagnetism | paleomagnetism
岩石磁力仪 | 超导磁力仪 | rock magnetometer
探地雷达 | 地质雷达 | ground-penetrating radar | GPR
激光雷达 | lidar | light detection and ranging
合成孔径雷达 | synthetic aperture radar | SAR | InSAR
云雷达 | 毫米波雷达 | cloud radar
天气雷达 | 多普勒雷达 | weather radar
微波辐射计 | microwave radiometer
高光谱 | 高光谱成像 | 成像光谱 | hyperspectral | hyperspectral imaging | imaging spectroscopy
多光谱 | multispectral
无人机 | 无人飞机 | drone | unmanned aerial vehicle | UAV
卫星遥感 | 遥感 | remote sensing | satellite imagery
地理信息系统 | geographic information system | GIS
数字高程模型 | digital elevation model | DEM
全球导航卫星系统 | 北斗 | GNSS | GPS positioning
大地电磁 | 大地电磁测深 | magnetotelluric | magnetotellurics
重力仪 | 重力测量 | gravimeter | gravity survey
地震仪 | 地震台阵 | 测震 | seismometer | seismograph | seismic array
地震目录 | 地震精定位 | 地震精定位目录 | earthquake catalogue | earthquake catalog | relocated earthquakes
地震 | earthquake | seismic
滑坡 | 山体滑坡 | landslide
泥石流 | debris flow
振动台 | 地震模拟振动台 | shaking table | shake table
三轴试验 | 动三轴 | triaxial test | triaxial
风洞 | wind tunnel
人工气候室 | 人工气候箱 | 植物生长箱 | 植物生长室 | 光照培养箱 | growth chamber | growth cabinet | phytotron
温室 | 日光温室 | greenhouse | glasshouse
蒸渗仪 | 称重式蒸渗仪 | lysimeter
涡动相关 | 涡度相关 | 通量塔 | 通量观测 | eddy covariance | flux tower > 碳水通量
自动气象站 | 气象站 | automatic weather station | weather station | AWS
气象 | 气象要素 | meteorology | meteorological | weather data
降水 | 降雨 | precipitation | rainfall
蒸散发 | 蒸散 | evapotranspiration
光合仪 | 光合测定仪 | 光合—荧光测量 | 光合测量 | photosynthesis system | photosynthesis measurement
叶绿素荧光 | chlorophyll fluorescence
表型平台 | 作物表型 | 植物表型 | 表型 | phenotyping | plant phenotyping | crop phenotyping
气溶胶 | aerosol
PM2.5 | 细颗粒物 | 颗粒物 | fine particulate matter
温室气体 | greenhouse gas | GHG
甲烷 | methane
二氧化碳 | carbon dioxide | CO2
加速器 | 粒子加速器 | 离子加速器 | accelerator | particle accelerator > 回旋加速器 | 储存环 | 重离子 | 高电荷态离子
回旋加速器 | cyclotron
储存环 | 重离子储存环 | storage ring
重离子 | 重离子束 | heavy ion | heavy-ion beam
离子束诱变 | 重离子诱变 | 诱变育种 | ion-beam mutation | mutation breeding
辐照 | 辐射 | irradiation
高纯锗 | 高纯锗谱仪 | 伽马谱仪 | high-purity germanium | HPGe | gamma spectrometer
中子 | neutron
高性能计算 | 超算 | 超级计算机 | 计算集群 | 高性能计算集群 | high-performance computing | supercomputer | computing cluster | HPC
图形处理器 | 显卡集群 | GPU cluster
人工智能 | 机器学习 | artificial intelligence | machine learning
种质库 | 种子库 | 种质资源库 | seed bank | genebank
种质资源 | 种质 | germplasm | genetic resources
地方品种 | 地方种 | 农家种 | 农家品种 | landrace | local variety
野生近缘种 | 野生居群 | 野生种 | crop wild relative | wild population
育成品种 | 审定品种 | 选育品种 | cultivar | improved variety
育种材料 | 品系 | breeding line
区域试验 | 区试 | 品种区域试验 | 品种比较试验 | regional trial | variety trial
发芽试验 | 发芽率 | germination test | germination
马铃薯 | 土豆 | 洋芋 | 山药蛋 | potato | potatoes | Solanum tuberosum
玉米 | 苞谷 | 包谷 | 苞米 | 棒子 | maize | corn | Zea mays
小麦 | 麦子 | wheat | Triticum aestivum > 春小麦 | 冬小麦
冬小麦 | winter wheat
春小麦 | spring wheat
青稞 | 裸大麦 | 元麦 | highland barley | hulless barley | hull-less barley | naked barley | qingke
大麦 | barley | Hordeum vulgare > 青稞 | 啤酒大麦
啤酒大麦 | 酿酒大麦 | malting barley
谷子 | 小米 | 粟 | foxtail millet | Setaria italica
糜子 | 黍子 | 黍 | 稷 | 硬糜子 | broomcorn millet | proso millet | common millet | Panicum miliaceum
高粱 | 红高粱 | 蜀黍 | sorghum | Sorghum bicolor
燕麦 | 莜麦 | 裸燕麦 | oat | oats | Avena
黑麦 | rye | Secale cereale
小黑麦 | triticale
荞麦 | 甜荞 | buckwheat | common buckwheat
苦荞 | 苦荞麦 | 鞑靼荞麦 | Tartary buckwheat
藜麦 | quinoa | Chenopodium quinoa
水稻 | 稻子 | 大米 | rice | paddy | Oryza sativa
胡麻 | 亚麻 | 油用亚麻 | 亚麻籽 | flax | linseed | flaxseed | Linum usitatissimum
油菜 | 油菜籽 | 芸薹 | rapeseed | oilseed rape | canola | turnip rape > 白菜型冬油菜
向日葵 | 葵花 | 葵花籽 | sunflower | Helianthus annuus
红花 | 红蓝花 | safflower
油橄榄 | 橄榄树 | olive | Olea europaea
大豆 | 黄豆 | 毛豆 | soybean | soya bean | Glycine max
蚕豆 | 胡豆 | 佛豆 | broad bean | faba bean | fava bean | Vicia faba
豌豆 | 麦豌豆 | pea | peas | Pisum sativum
小扁豆 | 扁豆子 | 兵豆 | 滨豆 | lentil | lentils | Lens culinaris
鹰嘴豆 | 鸡豆 | chickpea | garbanzo
绿豆 | mung bean
菜豆 | 四季豆 | 芸豆 | 刀豆角 | common bean | kidney bean
棉花 | cotton | Gossypium
甜菜 | 糖萝卜 | sugar beet | beet
红薯 | 甘薯 | 地瓜 | 番薯 | sweet potato
番茄 | 西红柿 | 洋柿子 | tomato | tomatoes | Solanum lycopersicum
辣椒 | 辣子 | 海椒 | chilli | chili | pepper capsicum | capsicum
茄子 | eggplant | aubergine
甘蓝 | 包心菜 | 卷心菜 | 圆白菜 | 莲花菜 | 莲花白 | 洋白菜 | cabbage | head cabbage
花椰菜 | 菜花 | 花菜 | cauliflower
西兰花 | 青花菜 | 绿菜花 | broccoli
白菜 | 大白菜 | Chinese cabbage
萝卜 | 白萝卜 | radish
胡萝卜 | 红萝卜 | 黄萝卜 | carrot | carrots
洋葱 | 葱头 | 圆葱 | onion | onions
大蒜 | 蒜头 | garlic
莴笋 | 莴苣 | 青笋 | stem lettuce | celtuce
黄瓜 | 胡瓜 | cucumber
南瓜 | 番瓜 | pumpkin | squash
西瓜 | watermelon
甜瓜 | 香瓜 | 哈密瓜 | melon | muskmelon > 白兰瓜
白兰瓜 | 兰州蜜瓜 | honeydew | Bailan melon
百合 | 兰州百合 | lily bulb | Lanzhou lily
枸杞 | 枸杞子 | 宁夏枸杞 | 红枸杞 | goji | wolfberry | goji berry | Lycium barbarum > 黑果枸杞
黑果枸杞 | 黑枸杞 | 苏枸杞 | black goji | black wolfberry | Lycium ruthenicum
花椒 | 川椒 | 大红袍花椒 | Sichuan pepper | prickly ash | Zanthoxylum
苹果 | apple | apples | Malus domestica
梨 | 白梨 | 梨树 | pear | pears > 软儿梨 | 杜梨 | 冬果梨
软儿梨 | 香水梨 | 冻梨 | soft pear
桃 | 桃树 | 桃子 | peach | peaches
杏 | 杏树 | 杏子 | apricot | apricots > 仁用杏
李子 | 李树 | plum | plums
枣 | 红枣 | 大枣 | 枣树 | jujube | Chinese date
葡萄 | 蒲桃 | grape | grapes | grapevine | Vitis vinifera
樱桃 | 甜樱桃 | 车厘子 | cherry | sweet cherry | cherries
核桃 | 胡桃 | walnut | walnuts | Juglans
柿子 | 柿树 | persimmon
草莓 | strawberry | strawberries
山楂 | 红果 | hawthorn
海棠 | 海棠果 | crabapple
文冠果 | 文冠木 | yellowhorn | Xanthoceras
沙棘 | 醋柳 | 酸刺 | sea buckthorn | Hippophae
沙枣 | 银柳 | 桂香柳 | oleaster | Russian olive
玫瑰 | 苦水玫瑰 | rose | Kushui rose
牡丹 | 紫斑牡丹 | tree peony | peony
苜蓿 | alfalfa | lucerne | Medicago > 紫花苜蓿 | 黄花苜蓿
紫花苜蓿 | 紫苜蓿 | Medicago sativa
红豆草 | 驴食草 | sainfoin | Onobrychis
草木樨 | 草木犀 | 黄花草木樨 | sweet clover | Melilotus
三叶草 | 白三叶 | 车轴草 | white clover | clover | Trifolium
箭筈豌豆 | 箭舌豌豆 | 春箭筈豌豆 | common vetch | vetch | Vicia sativa
披碱草 | 垂穗披碱草 | wildrye | drooping wildrye | Elymus
老芒麦 | 垂穗大麦草 | Siberian wildrye
雀麦 | 无芒雀麦 | smooth brome | brome | bromegrass
黑麦草 | 多年生黑麦草 | ryegrass | Lolium
羊茅 | 中华羊茅 | fescue | Festuca
赖草 | Leymus
木地肤 | 地肤 | prostrate kochia | kochia
冰草 | wheatgrass | Agropyron
牧草 | 饲草 | forage | fodder | forage grass
草地 | 草原 | grassland | rangeland | pasture
高寒草甸 | 高山草甸 | alpine meadow
柠条 | 柠条锦鸡儿 | 锦鸡儿 | Korshinsk pea shrub | pea shrub | Caragana
梭梭 | 琐琐 | 梭梭柴 | saxaul | Haloxylon
红柳 | 柽柳 | tamarisk | Tamarix
胡杨 | desert poplar | Populus euphratica
白刺 | 泡泡刺 | nitre bush | Nitraria
沙蒿 | 蒿属 | wormwood | Artemisia
祁连圆柏 | 圆柏 | Qilian juniper | juniper
青海云杉 | 云杉 | Qinghai spruce | spruce
当归 | 岷归 | 秦归 | Chinese angelica | danggui | dong quai | angelica | Angelica sinensis
党参 | 纹党 | 白条党 | codonopsis | dangshen
黄芪 | 黄耆 | 北芪 | 蒙古黄芪 | astragalus | milkvetch | huangqi > 红芪
红芪 | 多序岩黄芪 | Hedysarum | hongqi
甘草 | 甜草 | 甜草根 | liquorice | licorice | Glycyrrhiza
大黄 | 锦纹 | 将军大黄 | rhubarb | Rheum | dahuang
柴胡 | bupleurum | chaihu
秦艽 | 麻花艽 | 左秦艽 | large-leaf gentian | gentian | qinjiao
羌活 | notopterygium | qianghuo
黄芩 | Baikal skullcap | skullcap | Scutellaria
远志 | polygala | milkwort
肉苁蓉 | 大芸 | 苁蓉 | cistanche | desert cistanche
锁阳 | Cynomorium
罗布麻 | 红麻茶 | dogbane | Apocynum
麻黄 | 中麻黄 | 草麻黄 | ephedra | mahuang
天麻 | 赤箭 | gastrodia | tianma
菘蓝 | 板蓝根 | 大青叶 | woad | isatis
雪莲 | 水母雪兔子 | 雪兔子 | snow lotus | Saussurea
冬虫夏草 | 虫草 | cordyceps | caterpillar fungus
中药材 | 中药 | 药材 | 道地药材 | medicinal plant | Chinese medicine | herbal medicine | TCM
牦牛 | 犁牛 | 毛牛 | yak | yaks | Bos grunniens
白牦牛 | 天祝白牦牛 | white yak
黄牛 | 肉牛 | cattle | beef cattle | cow
奶牛 | 荷斯坦 | dairy cattle | Holstein
绵羊 | 羊 | sheep > 滩羊 | 细毛羊 | 藏羊
藏羊 | 藏绵羊 | 藏系羊 | Tibetan sheep
滩羊 | Tan sheep
湖羊 | Hu sheep
细毛羊 | 美利奴 | Merino | fine-wool sheep
山羊 | 绒山羊 | goat | cashmere goat
羊绒 | 山羊绒 | cashmere
羊毛 | wool
猪 | 生猪 | 家猪 | pig | pigs | swine > 藏猪 | 合作猪
藏猪 | 蕨麻猪 | Tibetan pig
鸡 | 土鸡 | 家鸡 | chicken | chickens
马 | 马匹 | horse | horses > 河曲马 | 岔口驿马 | 山丹马
驴 | 毛驴 | donkey | donkeys
骆驼 | 双峰驼 | 驼 | camel | camels | Bactrian camel
蜜蜂 | 中华蜜蜂 | 中蜂 | honey bee | bee
马鹿 | 甘肃马鹿 | red deer
鱼类 | 鱼 | fish
小鼠 | 小白鼠 | mouse | mice
大鼠 | 大白鼠 | rat | rats
斑马鱼 | zebrafish
果蝇 | fruit fly | Drosophila
线虫 | nematode | C. elegans
拟南芥 | Arabidopsis
昆虫 | insect | insects
反刍动物 | 反刍 | ruminant | ruminants
瘤胃 | rumen
微生物 | microbe | microbes | microorganism | microbial
细菌 | bacteria | bacterium | bacterial
真菌 | fungi | fungus | fungal
酵母 | 酵母菌 | yeast | yeasts
酿酒酵母 | 面包酵母 | baker's yeast | Saccharomyces cerevisiae
霉菌 | mould | mold
乳酸菌 | 乳酸杆菌 | 乳杆菌 | lactic acid bacteria | lactobacillus | LAB bacteria
根瘤菌 | rhizobium | rhizobia | Sinorhizobium
芽孢杆菌 | bacillus
放线菌 | actinomycete | actinomycetes | actinobacteria > 链霉菌 | 拟诺卡氏菌 | 地嗜皮菌
链霉菌 | streptomyces
蓝细菌 | 蓝藻 | 蓝绿藻 | cyanobacteria | blue-green algae
微藻 | 藻类 | microalgae | algae
古菌 | 嗜盐古菌 | archaea
嗜盐菌 | 耐盐菌 | halophile | halophilic
嗜冷菌 | 耐冷菌 | 低温微生物 | psychrophile | psychrophilic | cold-adapted
嗜热菌 | 高温菌 | thermophile | thermophilic
极端微生物 | 极端环境微生物 | extremophile | extremophiles
大肠杆菌 | 大肠埃希菌 | Escherichia coli | E. coli
噬菌体 | phage | bacteriophage
病毒 | virus | viral
菌株 | 菌种 | strain | culture collection
地衣 | lichen
生物土壤结皮 | 生物结皮 | biological soil crust | biocrust
冰川 | 山地冰川 | glacier | glaciers > 冰芯
冰川边界 | 冰川编目 | 冰川轮廓 | glacier outline | glacier outlines | glacier inventory
冰川物质平衡 | 物质平衡 | glacier mass balance | mass balance
冰芯 | 冰岩芯 | ice core | ice cores
冻土 | 多年冻土 | 永久冻土 | 季节冻土 | permafrost | frozen ground | frozen soil
冻土温度 | 冻土地温 | 钻孔地温 | permafrost temperature | ground temperature > 冻土
冻融 | 冻融循环 | freeze-thaw
冰冻圈 | 寒区 | cryosphere | cold regions
积雪 | 雪盖 | 积雪覆盖 | snow cover | snowpack
雪深 | 积雪深度 | snow depth
河冰 | 湖冰 | lake ice | river ice
树轮 | 年轮 | 树木年轮 | 树轮宽度 | tree ring | tree rings | dendrochronology > 圆柏 年表
沙尘 | 沙尘暴 | 沙尘天气 | 扬沙 | dust storm | dust event | sandstorm | dust events
风沙 | 风蚀 | 风成沙 | aeolian | blown sand | wind erosion
沙漠 | 荒漠 | desert > 沙丘
沙丘 | 高大沙丘 | dune | dunes | megadune
荒漠化 | 沙漠化 | 沙化 | desertification
黄土 | 黄土高原 | loess
古土壤 | palaeosol | paleosol
土壤 | 土样 | soil | soils
盐碱地 | 盐渍土 | 盐碱土 | saline soil | saline-alkali soil
盐湖 | salt lake | saline lake
湖泊 | lake | lakes
绿洲 | oasis | oases
内陆河 | 内陆河流域 | inland river
地下水 | groundwater
泥沙 | 输沙 | 水沙 | sediment | suspended sediment
水质 | water quality
稳定同位素 | 氢氧同位素 | stable isotope | stable isotopes
碳通量 | 碳水通量 | carbon flux | carbon fluxes
生物多样性 | biodiversity
物候 | 物候期 | phenology
植被 | 植被指数 | vegetation | NDVI
土地利用 | 土地覆被 | land use | land cover
气候变化 | 全球变暖 | climate change | global warming
干旱 | 旱情 | drought
祁连山 | 祁连 | Qilian | Qilian Mountains
黑河 | 黑河流域 | Heihe | Heihe River
黄河 | Yellow River
青藏高原 | 青藏 | Tibetan Plateau | Qinghai-Tibet Plateau
河西走廊 | 河西 | Hexi Corridor
莫高窟 | 千佛洞 | 敦煌石窟 | Mogao | Mogao caves | Mogao grottoes
壁画 | mural | murals | wall painting
颜料 | pigment | pigments
土遗址 | earthen site | earthen sites
文物保护 | 文化遗产 | heritage conservation | cultural heritage
化石 | 古生物 | fossil | fossils | palaeontology | paleontology
恐龙 | dinosaur | dinosaurs
岩石 | 岩石标本 | rock | rocks
矿物 | mineral | minerals
陨石 | meteorite
标准物质 | 标准样品 | 标样 | reference material | certified reference material | CRM
标本 | specimen | specimens
植物标本 | 腊叶标本 | herbarium | herbarium specimen
生物样本库 | 样本库 | biobank | biorepository
胃癌 | 胃肿瘤 | gastric cancer | stomach cancer
肺癌 | lung cancer
肝癌 | 肝细胞癌 | liver cancer | hepatocellular carcinoma | HCC
食管癌 | 食道癌 | esophageal cancer | oesophageal cancer
结直肠癌 | 大肠癌 | 肠癌 | colorectal cancer | bowel cancer
乳腺癌 | breast cancer
肿瘤 | 癌症 | cancer | tumour | tumor
糖尿病 | diabetes
高血压 | hypertension
冠心病 | 冠状动脉疾病 | coronary heart disease | coronary artery disease
脑卒中 | 中风 | stroke
高原病 | 高原反应 | 高山病 | altitude sickness | mountain sickness
包虫病 | 棘球蚴病 | echinococcosis | hydatid disease
布鲁氏菌病 | 布病 | brucellosis
结核病 | 肺结核 | tuberculosis | TB
乙肝 | 乙型肝炎 | hepatitis B | HBV
新生儿 | 出生队列 | birth cohort | newborn
队列 | 队列研究 | cohort | cohort study
血清 | serum | serum sample | serum samples
血浆 | plasma sample | blood plasma
全血 | 血液 | blood | whole blood
外周血单个核细胞 | 外周血淋巴细胞 | peripheral blood mononuclear cells | PBMC
尿液 | 尿样 | urine
粪便 | 粪样 | stool | faeces | feces
组织样本 | 组织 | tissue | tissue sample
石蜡包埋 | 蜡块 | formalin-fixed paraffin-embedded | FFPE
脱氧核糖核酸 | DNA 样品 | DNA samples
骨髓 | bone marrow
脐带血 | cord blood
兆赫 | 兆 | MHz | megahertz
中国科学院 | 中科院 | Chinese Academy of Sciences | CAS institute
`

/** What a group is seeded with. */
export type SynonymData = { code: string; words: readonly string[]; narrower: readonly string[] }

const wordsIn = (text = '') =>
  text
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean)

export const synonyms: readonly SynonymData[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [same, narrower] = line.split(' > ')
    const words = wordsIn(same)
    return { code: words[0] ?? '', words, narrower: wordsIn(narrower) }
  })
