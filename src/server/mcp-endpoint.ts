/** Who calls over the Model Context Protocol. */
export interface McpCaller {
  /** Holds where a call names none. */
  region: string | undefined;
  /** Whose turn a long notice takes where work is shared. */
  visitor: string;
  /** By whom what is registered was registered: a key, an address, this computer. */
  userId: string;
}

/** One exchange of the Model Context Protocol over HTTP, with nothing kept between two. */
export type McpEndpoint = (request: Request, body: unknown, caller: McpCaller) => Promise<Response>;
