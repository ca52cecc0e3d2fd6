import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../dist/console/');

/** Writes each asset once more as the server sends it to browsers that take gzip, so that no request compresses anything. */
const gzipped: Plugin = {
  name: 'gzipped',
  apply: 'build',
  closeBundle() {
    const assets = join(out, 'assets');
    for (const name of readdirSync(assets)) {
      const file = join(assets, name);
      if (/\.(js|css|svg)$/.test(name))
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
  },
};

/** The officials' pages, from console/ into dist/console, where the server finds them. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  // Words and shapes are the program's own: `#room/file.js` as in the rest of the sources.
  resolve: { alias: [{ find: /^#/, replacement: here('../src/') }] },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'chrome100',
    sourcemap: false,
    // Pages are loaded by route, and the largest libraries by the pages that need them.
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      // Libraries mark their files for servers that render; here nothing is rendered on a server.
      onLog(level, log, report) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  plugins: [gzipped],
});
