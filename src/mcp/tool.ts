import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { z } from 'zod';
import { QingdanError } from '#errors.js';
import type { McpCaller } from '#server/mcp-endpoint.js';
import type { McpDesk } from './desk.js';

/** Who asks, and of whom. */
export interface McpContext {
  desk: McpDesk;
  caller: McpCaller;
  /** Told of what isn't the caller's fault. */
  onFault(error: unknown): void;
}

/** One tool, with what it takes and gives. */
export interface Tool<In extends z.ZodObject, Out extends z.ZodObject> {
  name: string;
  title: string;
  /** For the model that chooses among tools. */
  description: string;
  input: In;
  output: Out;
  /** False where it registers something. Default: true. */
  readOnly?: boolean;
  /** What a person reads; default: the JSON of the result. */
  says?(result: z.input<Out>): string;
  run(input: z.output<In>, context: McpContext): Promise<z.input<Out>> | z.input<Out>;
}

/** Only for the types: a tool as it is written down. */
export const defineTool = <In extends z.ZodObject, Out extends z.ZodObject>(tool: Tool<In, Out>) => tool;

/** Offers a tool. Nothing it does reaches beyond this service, and nothing is ever overwritten. */
export function offer<In extends z.ZodObject, Out extends z.ZodObject>(
  server: McpServer,
  { name, title, description, input, output, readOnly = true, says = JSON.stringify, run }: Tool<In, Out>,
  context: McpContext,
): void {
  const annotations = { readOnlyHint: readOnly, destructiveHint: false, openWorldHint: false };
  const call = async (given: unknown): Promise<CallToolResult> => {
    try {
      const result = await run(given as z.output<In>, context);
      return { content: [{ type: 'text', text: says(result) }], structuredContent: { ...result } };
    } catch (error) {
      return { isError: true, content: [{ type: 'text', text: errorText(error, context) }] };
    }
  };
  server.registerTool(
    name,
    { title, description, inputSchema: input, outputSchema: output, annotations } as Parameters<
      McpServer['registerTool']
    >[1],
    call as Parameters<McpServer['registerTool']>[2],
  );
}

/** A fault of the caller's in words; of any other only that there was one. */
export function errorText(error: unknown, { onFault }: Pick<McpContext, 'onFault'>): string {
  if (error instanceof QingdanError && error.code !== 'QD-INTERNAL') return `${error.code}：${error.message}`;
  onFault(error);
  return 'QD-INTERNAL：程序出错，请稍后再试';
}
