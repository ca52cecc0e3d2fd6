import type { HttpResponse } from '#conversation/channel.js';
import type { Cipher } from './cipher.js';
import { signatureOf } from './signature.js';
import { cdata } from './xml.js';

/** A text message on its way to a person. */
export interface TextReply {
  to: string;
  from: string;
  /** Seconds since 1970. */
  at: number;
  text: string;
}

/** The XML of a passive reply. */
export function textXml({ to, from, at, text }: TextReply): string {
  return [
    '<xml>',
    `<ToUserName>${cdata(to)}</ToUserName>`,
    `<FromUserName>${cdata(from)}</FromUserName>`,
    `<CreateTime>${at}</CreateTime>`,
    '<MsgType><![CDATA[text]]></MsgType>',
    `<Content>${cdata(text)}</Content>`,
    '</xml>',
  ].join('');
}

/** The same encrypted and signed. @param at seconds since 1970 */
export function sealedXml(xml: string, token: string, cipher: Cipher, at: number, nonce: string): string {
  const ciphertext = cipher.encrypt(xml);
  return [
    '<xml>',
    `<Encrypt>${cdata(ciphertext)}</Encrypt>`,
    `<MsgSignature>${cdata(signatureOf([token, String(at), nonce, ciphertext]))}</MsgSignature>`,
    `<TimeStamp>${at}</TimeStamp>`,
    `<Nonce>${cdata(nonce)}</Nonce>`,
    '</xml>',
  ].join('');
}

/** A passive reply as the platform takes it. */
export const xmlResponse = (xml: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml; charset=utf-8' },
  body: xml,
});

/** Any other response: 「success」 tells 公众号 that there is nothing to say and that it needn't try again. */
export const plainResponse = (status: number, body = ''): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
