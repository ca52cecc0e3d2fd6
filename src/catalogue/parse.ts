import { readYaml, type TextFile } from '#text/yaml.js';
import { type Document, documentSchema } from './schema.js';

/** One document of the knowledge base from its YAML text. @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseDocument(file: TextFile): Document {
  return readYaml(file, documentSchema);
}
