/** A refusal of the server (RFC 9457), in its own words. */
export class Refused extends Error {
  readonly status: number;
  /** Stable: QD-LOGIN, QD-FORBIDDEN… */
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** What to tell a person of an error. */
export function toldOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof TypeError) return '连不上服务，请检查网络，或者稍后再试';
  return error instanceof Error ? error.message : String(error);
}
