/** An OpenID Connect service of the test's own, on this computer: whoever it is told signs in without being asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

export interface IdentityService {
  issuer: string;
  /** The next to sign in, with what the service says of them; null: nobody agrees. */
  next: { subject: string; claims: Record<string, unknown> } | null;
  /** An access token of a program, for an audience, with what the service says of it. */
  tokenFor(claims: Record<string, unknown>, audience?: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT = { id: 'qingdan', secret: 'a-secret-of-the-test-of-some-length' };
const PROGRAM = { id: 'program', secret: 'another-secret-of-the-test-of-some-length' };

/** @param redirect where the browser goes back to */
export async function openIdentityService(redirect: string): Promise<IdentityService> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  let ofProgram: Record<string, unknown> = {};
  const service: IdentityService = {
    issuer,
    next: null,
    async tokenFor(claims, audience = 'urn:qingdan:api') {
      ofProgram = claims;
      const reply = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${PROGRAM.id}:${PROGRAM.secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience, scope: 'api' }),
      });
      const { access_token: token } = (await reply.json()) as { access_token: string };
      return token;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirect] },
      {
        client_id: PROGRAM.id,
        client_secret: PROGRAM.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key of the test'] },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, ClientCredentials: 60 },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups', 'org'] },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...service.next?.claims }),
    }),
    extraTokenClaims: (_context, token) => (token.kind === 'ClientCredentials' ? ofProgram : undefined),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: 'api',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  const answer = provider.callback();
  handle = (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, service, request, response);
    else void answer(request, response);
  };
  return service;
}

/** Signs in whoever is next, and agrees to all that is asked for. */
async function interact(
  provider: Provider,
  { next }: IdentityService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (next === null) return provider.interactionFinished(request, response, { error: 'access_denied' });
  const grant = new provider.Grant({ accountId: next.subject, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { login: { accountId: next.subject }, consent });
}

/** Follows redirects as a browser does, with a jar of its own for each host, until an address that isn't the service's. */
export async function walk(address: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let at = address, steps = 0; steps < 10; steps++) {
    if (!at.startsWith(issuer)) return at;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const to = reply.headers.get('location');
    if (to === null) throw new Error(`${reply.status} ${await reply.text()}`);
    at = new URL(to, at).href;
  }
  throw new Error('it goes round in circles');
}
