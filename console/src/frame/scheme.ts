import { useEffect, useState, useSyncExternalStore } from 'react';
import { SCHEMES, type Scheme } from '../theme.js';

const KEY = 'qingdan-scheme';
const media = () => window.matchMedia('(prefers-color-scheme: dark)');

function kept(): Scheme {
  const value = window.localStorage.getItem(KEY);
  return SCHEMES.find((scheme) => scheme === value) ?? 'system';
}

function follow(onChange: () => void): () => void {
  const query = media();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Light or dark, as this browser's user chose, else as the system is. */
export function useScheme() {
  const [scheme, choose] = useState<Scheme>(kept);
  const systemDark = useSyncExternalStore(follow, () => media().matches);
  const dark = scheme === 'dark' || (scheme === 'system' && systemDark);
  useEffect(() => {
    window.localStorage.setItem(KEY, scheme);
    const { dataset } = document.documentElement;
    delete dataset.dark;
    delete dataset.light;
    dataset[dark ? 'dark' : 'light'] = '';
  }, [scheme, dark]);
  return { scheme, choose, dark };
}
