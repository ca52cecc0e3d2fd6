import { parse, serialize } from 'cookie';

/** The cookie that a person's session is kept in. */
export interface SessionCookie {
  /** The token in a Cookie header; null where there is none. */
  read(header: string | undefined): string | null;
  /** Set-Cookie for a token that holds until a time (ISO 8601). */
  set(token: string, expiresAt: string): string;
  /** Set-Cookie that takes it away. */
  clear(): string;
}

const LONGEST_HEADER = 8192;

/**
 * For this site's own requests only (SameSite=Strict), and out of reach of scripts. The token is signed by the store, so
 * that one which was made up is refused without a look into it.
 * @param https over https the `__Host-` prefix keeps neighbouring hosts from planting one; browsers refuse it over http
 */
export function sessionCookie(https: boolean): SessionCookie {
  const name = https ? '__Host-qingdan-session' : 'qingdan-session';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: https } as const;
  return {
    read(header = '') {
      if (header === '' || header.length > LONGEST_HEADER) return null;
      const token = parse(header)[name] ?? '';
      return /^[\w.-]{1,300}$/.test(token) ? token : null;
    },
    set: (token, expiresAt) => serialize(name, token, { ...options, expires: new Date(expiresAt) }),
    clear: () => serialize(name, '', { ...options, expires: new Date(0) }),
  };
}
