/** Words that most common passwords are made of, in English and in pinyin; lower case. */
export const commonWords: readonly string[] = `
password passwort passw0rd passwd pass word admin administrator root user guest test tester testing demo login
welcome letmein changeme default secret private access master system server manager office company computer
internet network security windows google apple samsung huawei xiaomi alibaba taobao tencent weixin wechat
qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qweasd qweasdzxc abc abcd abcdef abcdefg
iloveyou loveyou love lovely lover forever mylove baby babygirl princess prince angel sunshine sunflower flower
butterfly rainbow summer winter spring autumn monday friday january february march april june july august
september october november december monkey dragon tiger eagle lion panther wolf shadow ranger hunter killer
phoenix falcon panda bear horse kitty puppy chicken cookie banana orange cherry peaches pepper ginger chocolate
coffee football baseball basketball soccer hockey tennis golf liverpool chelsea arsenal barcelona madrid united
superman batman spiderman ironman starwars pokemon naruto matrix ninja pirate warrior knight wizard magic
freedom whatever nothing something trustno trustnoone hello helloworld goodluck lucky happy smile peace
michael jennifer jessica jordan michelle charlie thomas robert daniel andrew joshua matthew anthony william
elizabeth samantha ashley nicole hannah amanda alexander benjamin christopher jonathan nicholas victoria
mustang ferrari porsche mercedes corvette harley yamaha honda toyota diamond silver golden purple yellow
blue black green white red money dollar million business research science scientist laboratory institute
university college student teacher professor doctor hospital biology physics chemistry genome database data
china chinese beijing shanghai guangzhou shenzhen lanzhou gansu qilian dunhuang zhangye jiuquan tianshui
zhongguo woaini woaiwojia woaiwoziji woaizhongguo aini nihao xiexie mima wodemima wode woshi woshishui woshini
laopo laogong baobao baobei mama baba jiating pengyou tianshi gongzhu wangzi meinv shuaige xiaoxiao xiaoming
zhang wang zhao chen yang huang zhou zhangwei wangwei liwei zhangmin lijing wangfang wanglei zhangjie lixiang
haha hahaha hehe hello123 asd asdasd qwe qweqwe zxc zxczxc wasd aaa abcabc xyz xxx
`
  .trim()
  .split(/\s+/)

/** What people put after or before a word when they are asked for a longer one. */
export const commonEndings: readonly string[] = [
  ...`1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 01 007 11 111 1111 22 222 321 4321 54321
654321 66 666 6666 69 77 777 88 888 8888 99 999 100 101 110 112233 123123 123321 121212 131313 520 521 1314 5201314
1314520 147258369 159357 789456123 987654321 abc abcd qwerty ! !! @ # . 1! 12! 123! 1234! @123 #123 _123 a a1 a123
aa aaa q qwe`
    .trim()
    .split(/\s+/),
  ...Array.from({ length: 80 }, (_, index) => String(1960 + index)),
]
