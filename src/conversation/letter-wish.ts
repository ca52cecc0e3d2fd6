/** A letter by its name: 退回函, 商请函, or any 函. */
const LETTER =
  /(退回|退件|退还|退)?(商请|商洽|经费|协商)?[^,，。]{0,8}(?:函(?!授|数|件夹)|书面(?:答复|意见|材料|回复|说明))/u;
const WISHES = /写|拟|起草|出|给|发|做|生成|帮|要|弄|整|搞|代/u;
/** Only what the letter is to bear. */
const HEADED = /抬头|收件单位|收件人|主送|收文单位|发给谁/u;
const ADDRESSEE =
  /(?:抬头|收件单位|收件人|主送(?:单位|机关)?|收文单位)(?:写|改成|改为|改|换成|是|为|用|写成)?[:：]?(?<head>\p{Script=Han}{2,20}?)(?:吧|就行|可以)?$|(?:函|信)(?:件)?给(?<to>\p{Script=Han}{2,16}?)(?:吧|好吗)?$|(?:给|向)(?<before>\p{Script=Han}{2,12}?)(?:写|发|出|拟|起草|回)(?:一)?[个份封]?.{0,8}函/u;

/** Which letter a message wishes for; null where it wishes for none by name. */
export function letterAsked(said: string): 'return' | 'means' | 'any' | null {
  if (HEADED.test(said)) return 'any';
  const found = LETTER.exec(said);
  if (found === null || !WISHES.test(said)) return null;
  if (/商请|商洽|经费/u.test(said)) return 'means';
  return /退/u.test(said) ? 'return' : 'any';
}

/** Words that name nobody. */
const NOBODY = /^(?:我|他|她|他们|对方|一份|一个|你)/u;

/** Whom a letter is to go to, as the message names them; null where it names nobody. */
export function addresseeOf(said: string): string | null {
  const { head, to, before } = ADDRESSEE.exec(said)?.groups ?? {};
  const named = head ?? to ?? before;
  return named === undefined || NOBODY.test(named) ? null : named;
}
