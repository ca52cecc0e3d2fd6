import type { HttpResponse } from '#conversation/channel.js';
import { errorPage } from '#server/error-page.js';
import { refusal } from '#server/problem.js';

/** Pages show what a person said: no cache keeps them. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
} as const;

export const seeOther = (location: string): HttpResponse => ({ status: 303, headers: { location } });

/** What the page's script gets for a message; null where there is nothing to show. */
export const jsonTurn = (turn: { id: string; html: string } | null): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ turn }),
});

/** A page that says why not, in the words of the status where there are no closer ones. */
export const refuse = (status: number, detail?: string): HttpResponse => ({
  status,
  headers: PAGE_HEADERS,
  body: errorPage(refusal(status, detail)),
});

export const withCookie = (response: HttpResponse, cookie: string): HttpResponse => ({
  ...response,
  headers: { ...response.headers, 'set-cookie': cookie },
});
