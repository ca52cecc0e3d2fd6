/** As much of oidc-provider as the test's own service uses; the package has no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Configuration {
    findAccount(
      context: unknown,
      subject: string,
    ): { accountId: string; claims(): Record<string, unknown> & { sub: string } };
    extraTokenClaims(context: unknown, token: { kind: string }): Record<string, unknown> | undefined;
    interactions: { url(context: unknown, interaction: { uid: string }): string };
    features: {
      resourceIndicators: {
        enabled: boolean;
        getResourceServerInfo(context: unknown, resource: string): Record<string, unknown>;
      };
    } & Record<string, unknown>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration & Record<string, unknown>);
    readonly Grant: new (of: {
      accountId: string;
      clientId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ params: Record<string, unknown> }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
    ): Promise<void>;
  }
}
