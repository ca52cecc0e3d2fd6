import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { packageVersion } from '#package-root.js';
import type { McpEndpoint } from '#server/mcp-endpoint.js';
import type { McpDesk } from './desk.js';
import { offerResources } from './resources.js';
import { type McpContext, offer } from './tool.js';
import { getDocument, getItem, listDocuments, listItems } from './tools/catalogue.js';
import { admissionStatus, caseStatus, openCase } from './tools/counter.js';
import { listMatters } from './tools/matters.js';
import { ask } from './tools/questions.js';
import { screenNotice, screenTask } from './tools/screening.js';

/** Told to a model before it uses the tools. */
const INSTRUCTIONS =
  '判断一件事、一张证明归不归社区（居委会、村委会）。先用 ask 或 screen_task、screen_notice；回答按清单得出，带出处，转述时请保留出处和“没有把握”的提示，不要补充清单里没有的结论。';

/** A server of the Model Context Protocol for one caller, not yet connected. */
export function createMcpServer(context: McpContext): McpServer {
  const server = new McpServer(
    { name: 'qingdan', title: '清单助手', version: packageVersion() },
    { instructions: INSTRUCTIONS },
  );
  offer(server, ask, context);
  offer(server, screenTask, context);
  offer(server, screenNotice, context);
  offer(server, getItem, context);
  offer(server, listItems, context);
  offer(server, getDocument, context);
  offer(server, listDocuments, context);
  offer(server, listMatters, context);
  offer(server, admissionStatus, context);
  offer(server, openCase, context);
  offer(server, caseStatus, context);
  offerResources(server, context);
  return server;
}

/** The protocol over HTTP, one exchange at a time: a server is made for each and ends with it. */
export function mcpEndpoint(desk: McpDesk, onFault: McpContext['onFault']): McpEndpoint {
  return async (request, body, caller) => {
    // No session and no stream: nothing has to be kept between two calls, also where several machines serve.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = createMcpServer({ desk, caller, onFault });
    await server.connect(transport);
    try {
      return await transport.handleRequest(request, { parsedBody: body });
    } finally {
      await server.close();
    }
  };
}

/** The protocol over standard input and output, until the input ends. */
export async function serveStdio(desk: McpDesk, onFault: McpContext['onFault']): Promise<void> {
  const caller = { region: undefined, visitor: 'mcp', userId: 'mcp' };
  const server = createMcpServer({ desk, caller, onFault });
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
