import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKnowledge, readCompiled } from '#app/compiled.js';
import { readKnowledgeFiles } from '#app/files.js';
import { createKnowledge, loadKnowledge } from '#catalogue/load.js';
import { regionsOf } from '#catalogue/regions.js';
import { FIXTURE_FOLDER } from '../support/knowledge.js';

const files = readKnowledgeFiles(FIXTURE_FOLDER);
const path = join(mkdtempSync(join(tmpdir(), 'qingdan-')), 'knowledge.json');

describe('the compiled knowledge base', () => {
  it('is the same knowledge base as the YAML', () => {
    compileKnowledge(FIXTURE_FOLDER, path);
    const compiled = readCompiled(files, path);
    if (compiled === undefined) throw new Error('nothing was compiled');
    const kb = createKnowledge(compiled.documents, regionsOf(compiled.regions));
    const fromYaml = loadKnowledge(files);
    expect(kb.version).toBe(fromYaml.version);
    expect(kb.documents).toEqual(fromYaml.documents);
  });

  it('does not count once a text changed', () => {
    compileKnowledge(FIXTURE_FOLDER, path);
    const [first, ...others] = files.documents;
    if (first === undefined) throw new Error('the fixture is empty');
    const changed = { ...files, documents: [{ ...first, text: `${first.text}\n` }, ...others] };
    expect(readCompiled(changed, path)).toBeUndefined();
  });

  it('does not count where it is missing or written half', () => {
    expect(readCompiled(files, join(path, 'nowhere'))).toBeUndefined();
    writeFileSync(path, '{"key": "');
    expect(readCompiled(files, path)).toBeUndefined();
  });
});
