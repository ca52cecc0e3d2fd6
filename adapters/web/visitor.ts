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

interface Reached {
  /** Over https only. */
  secure: boolean;
  /** Other sites may show the page in theirs. */
  framed: boolean;
}

/** An id that isn't one of `sessions` (planted, guessed) is replaced. */
export function createVisitors(sessions: Sessions, { secure, framed }: Reached): Visitors {
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
    // Lasts until the browser is closed. No script can read it. Within another site's page a browser keeps it only so, and
    // by itself for each of those sites; a form of that site's own is refused by its origin (same-site.ts).
    cookie({ conversation }: Visitor): string {
      const to =
        secure && framed ? 'SameSite=None; Secure; Partitioned' : `SameSite=Lax${secure ? '; Secure' : ''}`;
      return `${name}=${conversation}; Path=/; HttpOnly; ${to}`;
    },
  };
}
