import type { HttpRequest } from '#conversation/channel.js';

/**
 * Whether a form comes from this site's own page. Browsers send Origin with every form; the few that don't say by
 * Sec-Fetch-Site. A request with neither isn't from a page of ours.
 */
export function isOwnForm({ headers }: HttpRequest, publicUrl: string | undefined): boolean {
  const { origin, host = '' } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  // Other schemes (browser extensions) all have the origin "null" and would seem the same.
  if (!/^https?:$/u.test(from.protocol)) return false;
  if (publicUrl !== undefined) return from.origin === new URL(publicUrl).origin;
  // A proxy may name the port that a browser leaves out (:80, :443).
  const asked = `${from.protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).origin === from.origin;
}
