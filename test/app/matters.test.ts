import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileMatters, readMatterFiles, readMatters, readWordings } from '#app/matters.js';
import { FIXTURE_FOLDER } from '../support/knowledge.js';

const MATTER = 'matters:\n  - { id: rule-boards, name: 挂牌, sort: rule, is: 挂几块牌子。 }\n';

/** A knowledge folder with one file of matters and one of wordings. */
function folderWith(matters: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-matters-'));
  for (const [path, text] of [
    ['matters/rules.yaml', matters],
    ['wordings/rules-1.tsv', 'rule-boards\t挂几块牌子\n'],
    ['wordings/notes.md', '不是问法'],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the matters of a folder', () => {
  it('are read with their wordings', () => {
    const folder = folderWith(MATTER);
    expect(readMatters(folder).all.map(({ id }) => id)).toEqual(['rule-boards']);
    expect(readWordings(folder)).toMatchObject([{ matter: 'rule-boards', path: 'wordings/rules-1.tsv' }]);
  });

  it('are none where the folder has no such file', () => {
    expect(readMatterFiles(FIXTURE_FOLDER)).toEqual({ matters: [], wordings: [] });
    expect(readMatters(FIXTURE_FOLDER).all).toEqual([]);
  });

  it('are the same from their compiled form, which does not count once a text changed', () => {
    const folder = folderWith(MATTER);
    const compiled = join(folder, 'matters.json');
    compileMatters(folder, compiled);
    expect(readMatters(folder, compiled)).toEqual(readMatters(folder));
    writeFileSync(join(folder, 'matters/rules.yaml'), MATTER.replace('挂牌', '牌子'));
    expect(readMatters(folder, compiled).all[0]?.name).toBe('牌子');
  });
});
