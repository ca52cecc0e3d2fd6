/** The part of autocannon (which ships no types) that is used here. */
declare module 'autocannon' {
  interface LoadRequest {
    method?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    setupRequest?(request: LoadRequest): LoadRequest;
  }
  interface LoadResult {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests: readonly LoadRequest[];
  }): Promise<LoadResult>;
}
