import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdata, readUtf8, readXml } from '#channels/weixin/xml.js';

describe('a callback in XML', () => {
  it('is read into its fields, as they stand', () => {
    const xml =
      '<xml>\n<ToUserName><![CDATA[gh_1]]></ToUserName>\n<CreateTime>0123</CreateTime><Content><![CDATA[ 能开<b>&amp;证明 ]]></Content></xml>';
    expect(Object.fromEntries(readXml(xml) ?? [])).toEqual({
      ToUserName: 'gh_1',
      CreateTime: '0123',
      Content: ' 能开<b>&amp;证明 ',
    });
  });

  it('may have a declaration, and words of a person that look like a DTD', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><xml><Content><![CDATA[<!DOCTYPE html> <!ENTITY x "y"> &x;]]></Content></xml>';
    expect(readXml(xml)?.get('Content')).toBe('<!DOCTYPE html> <!ENTITY x "y"> &x;');
  });

  it.each([
    ['a DTD', '<!DOCTYPE xml><xml><A>1</A></xml>'],
    ['a DTD with an entity', '<!DOCTYPE xml [<!ENTITY x "boom">]><xml><A>&x;</A></xml>'],
    ['an outside entity', '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><A>&x;</A></xml>'],
    ['a DTD hidden behind a CDATA section', '<xml><A><![CDATA[]]></A></xml><!DOCTYPE xml>'],
    ['a predefined entity', '<xml><A>&lt;</A></xml>'],
    ['a character reference', '<xml><A>&#60;</A></xml>'],
    ['a comment', '<xml><!-- --><A>1</A></xml>'],
    ['a processing instruction', '<?xml-stylesheet href="x"?><xml><A>1</A></xml>'],
    ['an open CDATA section', '<xml><A><![CDATA[1</A></xml>'],
    ['tags that cross', '<xml><A>1</B></xml>'],
    ['two roots', '<xml><A>1</A></xml><xml><A>2</A></xml>'],
    ['another root', '<html><A>1</A></html>'],
    ['a field twice', '<xml><A>1</A><A>2</A></xml>'],
    ['a name that reaches for the prototype', '<xml><__proto__><a>1</a></__proto__></xml>'],
    ['JSON', '{"xml":{"A":"1"}}'],
    ['nothing', ''],
  ])('is refused with %s', (_, xml) => {
    expect(readXml(xml)).toBeNull();
  });

  it('is refused calmly, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<xml>', '</xml>', '<A>', '</A>', '<![CDATA[', ']]>', '&', '<?', '?>', 'x', '<!'),
          {
            maxLength: 12,
          },
        ),
        (parts) => {
          const fields = readXml(parts.join(''));
          return fields === null || [...fields.values()].every((value) => typeof value === 'string');
        },
      ),
    );
  });
});

describe('CDATA', () => {
  it('brings any text back unchanged, but for what XML has no place for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(']', ']]>', '<', '>', '&', '<![CDATA[', '社区', '\n', '😀', '\u0000')),
        (parts) => {
          const text = parts.join('');
          const fields = readXml(`<xml><Content>${cdata(text)}</Content></xml>`);
          expect(fields?.get('Content')).toBe(text.replaceAll('\u0000', ''));
        },
      ),
    );
  });
});

describe('bytes', () => {
  it('that are no UTF-8 are refused', () => {
    expect(readUtf8(Uint8Array.of(0xff, 0xfe))).toBeNull();
    expect(readUtf8(Buffer.from('社区'))).toBe('社区');
  });
});
