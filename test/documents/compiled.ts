import { packagePath } from '#package-root.js';

/** Path of a source as `npm run build` compiled it, such as documents/read.js: for what needs a thread or a process of its own. */
export const compiledPath = (name: string): string => packagePath('dist', 'src', name);
