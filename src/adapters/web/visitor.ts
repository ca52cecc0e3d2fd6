import type { HttpRequest } from '../../bot/channel.js';

/** Whoever's browser this is: known by a random id in a cookie, nothing else. */
export interface Visitor {
  conversation: string;
  /** Whether the browser brought the id; a new one hasn't got it yet. */
  known: boolean;
}

/** What ids may look like: no colon, which marks the conversations of the API. Others are replaced. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads and writes the cookie that holds the id of a conversation. */
export interface Visitors {
  visitorOf(request: HttpRequest): Visitor;
  /** The value of Set-Cookie. */
  cookie(visitor: Visitor): string;
}

/** `secure`: the page is reached over https only. */
export function createVisitors(newConversation: () => string, secure: boolean): Visitors {
  // The prefix keeps pages of neighbouring hosts from planting a cookie; browsers allow it over https only.
  const name = secure ? '__Host-qingdan' : 'qingdan';
  return {
    visitorOf({ headers }: HttpRequest): Visitor {
      const pairs = (headers.cookie ?? '').split(/[;,]/u).map((pair) => pair.trim());
      const id = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return id !== undefined && ID.test(id)
        ? { conversation: id, known: true }
        : { conversation: newConversation(), known: false };
    },
    // Lasts until the browser is closed. No script can read it, and no other site's form sends it.
    cookie({ conversation }: Visitor): string {
      return `${name}=${conversation}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    },
  };
}
