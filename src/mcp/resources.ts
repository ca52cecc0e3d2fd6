import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { ErrorCode, McpError, type ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';
import { documentTitle } from '#catalogue/citation.js';
import { allRows } from '#catalogue/knowledge-base.js';
import { documentOf, itemOf, lineOf } from './catalogue-view.js';
import { errorText, type McpContext } from './tool.js';

const MEDIA_TYPE = 'application/json';
/** Ids that are offered while one is being typed; the protocol's own limit. */
const MOST_COMPLETIONS = 100;

export const documentUri = (id: string) => `qingdan://documents/${id}`;
export const itemUri = (id: string) => `qingdan://items/${id}`;

/** Documents, and items and provisions, as resources: what `get_document` and `get_item` give, by address. */
export function offerResources(server: McpServer, context: McpContext): void {
  const { desk } = context;
  const read = (uri: URL, view: () => unknown): ReadResourceResult => {
    try {
      return { contents: [{ uri: uri.href, mimeType: MEDIA_TYPE, text: JSON.stringify(view()) }] };
    } catch (error) {
      throw new McpError(ErrorCode.InvalidParams, errorText(error, context));
    }
  };
  const completing = (ids: () => readonly string[]) => ({
    id: (typed: string) =>
      ids()
        .filter((id) => id.startsWith(typed))
        .slice(0, MOST_COMPLETIONS),
  });

  server.registerResource(
    'document',
    new ResourceTemplate(documentUri('{id}'), {
      list: () => ({
        resources: desk.kb.documents.map((document) => ({
          uri: documentUri(document.id),
          name: documentTitle(document),
          mimeType: MEDIA_TYPE,
        })),
      }),
      complete: completing(() => desk.kb.documents.map(({ id }) => id)),
    }),
    { title: '文件', description: '一份文件和它的清单、条款', mimeType: MEDIA_TYPE },
    (uri, { id }) => read(uri, () => documentOf(desk.kb, String(id))),
  );

  server.registerResource(
    'item',
    new ResourceTemplate(itemUri('{id}'), {
      list: () => ({
        resources: allRows(desk.kb)
          .map(lineOf)
          .map(({ id, name }) => ({ uri: itemUri(id), name, mimeType: MEDIA_TYPE })),
      }),
      complete: completing(() => allRows(desk.kb).map((row) => lineOf(row).id)),
    }),
    { title: '事项和条款', description: '清单上的一个事项，或文件的一条条款', mimeType: MEDIA_TYPE },
    (uri, { id }) => read(uri, () => itemOf(desk.kb, String(id))),
  );
}
