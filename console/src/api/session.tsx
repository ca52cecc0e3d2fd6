import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Action, Role, Subject } from '#access/roles.js';
import { call } from './call.js';
import { Refused } from './refused.js';

/** Who has signed in, and what the one table of rights gives them. */
export interface User {
  id: string;
  name: string;
  role: Role;
  roleName: string;
  /** Code of 区划. */
  region: string;
  regionName: string;
  department: string | null;
  /** How far each action reaches, by subject. */
  rights: Partial<Record<Subject, Partial<Record<Action, string[]>>>>;
}

export const SESSION = ['session'] as const;
const PATH = '/api/v1/session';

/** Who has signed in; null where nobody has. */
export function useCurrentUser() {
  return useQuery({
    queryKey: SESSION,
    queryFn: ({ signal }) =>
      call<User>(PATH, { signal }).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 401) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
}

/** How one may sign in besides name and password; null where there is no other way. */
export function useOutsideWay() {
  return useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) =>
      call<{ outside: { label: string; address: string } | null }>(`${PATH}/ways`, { signal }),
    select: ({ outside }) => outside,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSigning() {
  const client = useQueryClient();
  return {
    async signIn(name: string, password: string): Promise<void> {
      const { user } = await call<{ user: User }>(PATH, { method: 'POST', body: { name, password } });
      client.setQueryData(SESSION, user);
    },
    async signOut(): Promise<void> {
      await call(PATH, { method: 'DELETE' });
      client.setQueryData(SESSION, null);
      // Nothing of one person's work is left for the next.
      client.removeQueries({ predicate: ({ queryKey: [first] }) => first !== SESSION[0] });
    },
  };
}

interface Signed {
  user: User;
  /** Full name of the nearest region that the table of regions has; empty for the whole country. */
  placed: string;
  /** Whether the user may do it somewhere: what menus and buttons show. The server asks again for each row. */
  may(action: Action, subject: Subject): boolean;
}
const SignedContext = createContext<Signed | null>(null);

export function SignedIn({ user, children }: { user: User; children: ReactNode }) {
  const signed = useMemo<Signed>(
    () => ({
      user,
      placed: placeOf(user),
      may: (action, subject) => (user.rights[subject]?.[action]?.length ?? 0) > 0,
    }),
    [user],
  );
  return <SignedContext value={signed}>{children}</SignedContext>;
}

export function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (signed === null) throw new Error('used outside of SignedIn');
  return signed;
}

/** A community that nobody has loaded stands behind its county's name in brackets. */
const placeOf = ({ region, regionName }: User): string =>
  /^0+$/.test(region) ? '' : regionName.replace(/[（(].*$/u, '').trim();
