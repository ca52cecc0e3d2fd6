import type { HttpRequest, HttpResponse } from '#conversation/channel.js';
import { seeOther, withCookie } from './responses.js';

export const TEXT_SIZE_PATH = '/chat/text-size';
/** Cookie that keeps the size; the page's script sets the same. It says nothing else of a person. */
const COOKIE = 'qingdan-text';
const YEAR = 365 * 24 * 3600;

/** Whether this browser asked for large text. */
export const isLarge = ({ headers }: HttpRequest): boolean =>
  (headers.cookie ?? '').split(/[;,]/u).some((pair) => pair.trim() === `${COOKIE}=large`);

/** The other size from now on, on every page, for a year; back to the page that it was asked on. */
export function switchTextSize(request: HttpRequest): HttpResponse {
  const fields = new URLSearchParams(new TextDecoder().decode(request.body));
  const size = fields.get('size') === 'large' ? 'large' : 'normal';
  return withCookie(
    seeOther(ownPath(fields.get('back'))),
    `${COOKIE}=${size}; Path=/; Max-Age=${YEAR}; SameSite=Lax`,
  );
}

/** A path of this site: 「//elsewhere」 and 「/\\elsewhere」 would lead away from it. */
const ownPath = (path: string | null): string =>
  path !== null && /^\/(?![/\\])[\w./~%-]*$/u.test(path) ? path : '/';
