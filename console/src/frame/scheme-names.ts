import type { Scheme } from '../theme.js';

export const SCHEME_NAMES = {
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
} as const satisfies Record<Scheme, string>;
