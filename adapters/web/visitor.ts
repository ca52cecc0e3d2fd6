import type { HttpRequest, Sessions } from '#conversation/channel.js';

/** Whoever's browser this is: known by a random id in a cookie, nothing else. */
export interface Visitor {
  conversation: string;
  /** Whether the browser brought the id; a new one hasn't got it yet. */
  known: boolean;
}

/** Reads and writes the cookie that holds the id of a conversation. */
export interface Visitors {
  visitorOf(request: HttpRequest): Visitor;
  /** The value of Set-Cookie. */
  cookie(visitor: Visitor): string;
}

/** An id that isn't one of `sessions` (planted, guessed) is replaced. `secure`: the page is reached over https only. */
export function createVisitors(sessions: Sessions, secure: boolean): Visitors {
  // The prefix keeps pages of neighbouring hosts from planting a cookie; browsers allow it over https only.
  const name = secure ? '__Host-qingdan' : 'qingdan';
  return {
    visitorOf({ headers }: HttpRequest): Visitor {
      const pairs = (headers.cookie ?? '').split(/[;,]/u).map((pair) => pair.trim());
      const id = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return id !== undefined && sessions.isOurs(id)
        ? { conversation: id, known: true }
        : { conversation: sessions.issue(), known: false };
    },
    // Lasts until the browser is closed. No script can read it, and no other site's form sends it.
    cookie({ conversation }: Visitor): string {
      return `${name}=${conversation}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    },
  };
}
