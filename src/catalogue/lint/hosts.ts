import { z } from 'zod';
import { readYaml, type TextFile } from '#text/yaml.js';
import { type Document, text } from '../schema.js';
import type { Finding } from './finding.js';

const hostsSchema = z.strictObject({
  /** Endings of official sites: gov.cn. */
  official: z.array(text).min(1),
  /** Other sites, each with who runs it. */
  named: z.record(text, text),
});

/** Sites that a source may be cited from: each itself and what lies under it. */
export type Hosts = readonly string[];

/** @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseHosts(file: TextFile): Hosts {
  const { official, named } = readYaml(file, hostsSchema);
  return [...official, ...Object.keys(named)];
}

const ADDRESS = /https?:\/\/([^/\s:"'）)]+)/gu;

/** Addresses on sites that nobody has named: copies whose keeper isn't known. */
export function checkHosts(documents: readonly Document[], hosts: Hosts): Finding[] {
  const isNamed = (host: string) => hosts.some((known) => host === known || host.endsWith(`.${known}`));
  return documents.flatMap((document) =>
    addressesOf(document).flatMap(({ where, written }) =>
      [...written.matchAll(ADDRESS)].flatMap(([, host = '']): Finding[] => {
        if (isNamed(host.toLowerCase())) return [];
        const message = `网站 ${host} 不在 hosts.yaml 里：换成官方或有名的网址，没有就写 url: none`;
        return [{ severity: 'error', code: 'KB-HOST', documentId: document.id, where, message }];
      }),
    ),
  );
}

function addressesOf({ id, sources, provisions, lists }: Document): { where: string; written: string }[] {
  const rows = [...provisions, ...lists.flatMap(({ items }) => items)];
  return [
    ...sources.map((written) => ({ where: id, written })),
    ...rows.flatMap((row) => (row.url === undefined ? [] : [{ where: row.id, written: row.url }])),
  ];
}
