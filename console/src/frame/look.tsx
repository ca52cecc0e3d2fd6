import { createContext, useContext } from 'react';
import type { useScheme } from './scheme.js';

type Look = Pick<ReturnType<typeof useScheme>, 'scheme' | 'choose'>;

/** Light or dark, and how it is chosen. */
export const LookContext = createContext<Look | null>(null);

export function useLook(): Look {
  const look = useContext(LookContext);
  if (look === null) throw new Error('used outside of LookContext');
  return look;
}
