import { join } from 'node:path';

/** The folder of the data folder in which an import keeps the headers that it was taught. */
export const importFolderOf = (dataDir: string): string => join(dataDir, 'knowledge');
