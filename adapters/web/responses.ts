import type { HttpResponse } from '#conversation/channel.js';
import { errorPage } from '#server/error-page.js';
import { framedBy } from '#server/page-policy.js';
import { refusal } from '#server/problem.js';

/** Of a page that says why not. */
const REFUSAL_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
} as const;

/** What lets other sites show the page in theirs; nothing where none may. */
export const framing = (origins: readonly string[]): Record<string, string> =>
  origins.length === 0 ? {} : framedBy(origins);

export const seeOther = (location: string): HttpResponse => ({ status: 303, headers: { location } });

/** A turn as the page's script shows it. */
export interface TurnEvent {
  id: string;
  html: string;
  /** Whom and where the next question is answered for. */
  scope: string;
}

/** What the page's script gets for a message; null where there is nothing to show. */
export const jsonTurn = (turn: TurnEvent | null): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ turn }),
});

/** A page that says why not, in the words of the status where there are no closer ones. */
export const refuse = (status: number, detail?: string): HttpResponse => ({
  status,
  headers: REFUSAL_HEADERS,
  body: errorPage(refusal(status, detail)),
});

export const withCookie = (response: HttpResponse, cookie: string): HttpResponse => ({
  ...response,
  headers: { ...response.headers, 'set-cookie': cookie },
});
