import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from './support/office.js';

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let office: Office;
let document: Document;
beforeAll(async () => {
  office = await openOffice();
  document = (await office.app.inject({ url: '/api/openapi.json' })).json();
});
afterAll(() => office.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('/api/openapi.json', () => {
  it('describes every route of the rooms, each under a name of its own', () => {
    expect(document.openapi).toBe('3.1.0');
    const rooms = operations().filter(({ path }) => path.startsWith('/api/v1/'));
    expect(rooms.length).toBeGreaterThan(60);
    const names = rooms.map(({ operation }) => operation.operationId);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { path, operation } of rooms) expect(operation.summary, path).toMatch(/\p{Script=Han}/u);
  });

  it('says what each refusal looks like', () => {
    for (const { path, operation } of operations().filter(({ operation: { tags } }) => tags !== undefined)) {
      const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      expect(refusals.length, path).toBeGreaterThan(1);
      for (const [, { content }] of refusals)
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
    }
  });

  it('refers only to schemas that it holds', () => {
    const references = Array.from(
      JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/gu),
      (match) => match[1] ?? '',
    );
    expect(references.length).toBeGreaterThan(100);
    for (const reference of new Set(references)) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) as string);
    }
  });
});
