/**
 * Passwords of eight characters and more that are tried first, in small letters: those that head the published lists of
 * leaked passwords every year, and what a Korean keyboard makes of the same habits. As of 2026-11-21.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 11111111 00000000 88888888 12341234 11223344
  12121212 13131313 01234567 10203040 11112222 12344321 12345679 123123123 123321123 147258369 159753456 19841984
  20202020 20242024 20252025 20262026 99999999 66666666 55555555 77777777 22222222 33333333 44444444
  password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword p@ssw0rd1 passwort mypassword
  pass1234 pass12345 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwertyqwerty qwer1234 qwer12345 qwer1234! qwe12345
  1q2w3e4r 1q2w3e4r! 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 1qazxsw2 qazwsxedc
  asdfghjk asdfghjkl asdf1234 asdfasdf asdfqwer zxcvbnm1 zxcv1234 zxcvzxcv zxcvbnm123 qweasdzxc qweqweqwe asdasdasd
  abcd1234 abc12345 abc123456 abcdefgh abcdefg1 abcd12345 a1234567 a12345678 a123456789 aa123456 aaaa1111 aaaaaaaa
  admin123 admin1234 admin12345 administrator adminadmin admin@123 root1234 rootroot test1234 test12345 testtest guest1234
  user1234 welcome1 welcome123 letmein1 letmein123 changeme changeme1 changeme123 default1 master12 master123 superman
  iloveyou iloveyou1 princess sunshine football baseball trustno1 whatever computer internet samsung1 starwars
  dragon123 monkey123 michael1 jennifer charlie1 computer1 liverpool chelsea1 pokemon1 naruto123 blink182 corvette
  dkssud12 dkssudgktpdy rkskekfk rkskekfkakqk akstpakstp tkfkdgo1 tkfkdgody dlsxjspt qlalfqjsgh qlalfqjsgh1 qlqjs1234
  korea1234 korea123 koreakorea seoul1234 busan1234 daehan1234 gwanli1234 tkrhkskan wjdqhrhks jungbo1234 chungsa1234
  비밀번호 비밀번호1 비밀번호12 비밀번호1234 가나다라마바사아 대한민국 대한민국1 대한민국만세 안녕하세요 안녕하세요1 사랑합니다 사랑해요1234
  관리자1234 관리자12345 테스트1234 담당자1234 센터1234 구매담당자 사회적기업 사회적기업1
  !@#$%^&* !@#$1234 1234!@#$ qwer!@#$ 12345678! 123456789! 1234qwer 1234asdf 1234abcd 12qwaszx 1a2b3c4d 1234567a
  `
    .trim()
    .split(/\s+/)
    .map(password => password.normalize('NFC')),
)
