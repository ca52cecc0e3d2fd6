/** What a key of the API is good for: conversations, single questions, whole notices, the lists, the Model Context Protocol. */
export type ApiScope = 'messages' | 'answers' | 'screenings' | 'lists' | 'mcp';

/** A key as the server knows it. */
export interface KeyInUse {
  id: string;
  /** Region that holds where a request names none. */
  region: string | null;
  scopes: readonly ApiScope[];
  /** Requests a minute. */
  perMinute: number;
}

/** Keys of programs that call the API. */
export interface KeyDesk {
  /** Whether a request without one is refused. */
  required: boolean;
  /** null where it isn't one, or not any more. */
  find(token: string): Promise<KeyInUse | null>;
}
