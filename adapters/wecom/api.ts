import { z } from 'zod';
import { QingdanError } from '#errors.js';

/** Sends texts and files as an application. */
export interface AppApi {
  /** @throws QingdanError QD-CHANNEL where 企业微信 refuses or can't be reached */
  sendText(userId: string, text: string): Promise<void>;
  /** @throws QingdanError QD-CHANNEL, also for a file under 5 bytes or over 20 MB */
  sendFile(userId: string, name: string, bytes: Uint8Array): Promise<void>;
}

export interface ApiSettings {
  apiUrl: string;
  corpId: string;
  agentId: number;
  secret: string;
}

const TIMEOUT = 10_000;
/** Codes for an access token that is wrong or has run out. */
const STALE = new Set([40014, 42001]);
/** A token is asked for again this long before it runs out, for clocks that differ and requests under way. */
const EARLY = 5 * 60_000;

const tokenAnswer = z.object({
  errcode: z.number().default(0),
  errmsg: z.string().default(''),
  access_token: z.string().default(''),
  expires_in: z.number().default(0),
});
const sendAnswer = z.object({ errcode: z.number(), errmsg: z.string().default('') });
const uploadAnswer = z.object({
  errcode: z.number().default(0),
  errmsg: z.string().default(''),
  media_id: z.string().default(''),
});
/** Milliseconds for 20 MB over a slow line. */
const UPLOAD_TIMEOUT = 60_000;

/** The API of 企业微信 at `apiUrl`; one access token serves until it runs out. @param clock milliseconds since 1970 */
export function createAppApi(
  settings: ApiSettings,
  clock: () => number,
  fetcher: typeof fetch = fetch,
): AppApi {
  let token: { value: Promise<string>; until: number } | null = null;

  async function call<T>(path: string, answer: z.ZodType<T>, body?: unknown): Promise<T> {
    const isForm = body instanceof FormData;
    const request = body === undefined ? {} : { method: 'POST', body: isForm ? body : JSON.stringify(body) };
    try {
      const response = await fetcher(new URL(path, settings.apiUrl), {
        ...request,
        signal: AbortSignal.timeout(isForm ? UPLOAD_TIMEOUT : TIMEOUT),
      });
      return answer.parse(await response.json());
    } catch (cause) {
      throw new QingdanError(
        'QD-CHANNEL',
        `企业微信接口「${settings.apiUrl}」没有正常答复，请检查网络和 apiUrl`,
        {
          cause,
        },
      );
    }
  }

  /** One request for everyone who waits; its answer says how long the token is good, a failure is forgotten. */
  function renewed() {
    const query = new URLSearchParams({ corpid: settings.corpId, corpsecret: settings.secret });
    const asked = call(`/cgi-bin/gettoken?${query}`, tokenAnswer).then((answer) => {
      if (answer.errcode !== 0)
        throw refused('取不到访问凭证', answer.errcode, answer.errmsg, '请检查 corpId 和 secret');
      mine.until = clock() + answer.expires_in * 1000 - EARLY;
      return answer.access_token;
    });
    const mine = { value: asked, until: Number.POSITIVE_INFINITY };
    asked.catch(() => forget(mine));
    return mine;
  }

  function forget(old: typeof token): void {
    if (token === old) token = null;
  }

  /** A call that needs a token, made again once where the token turns out to be stale. */
  async function authorised<T extends z.infer<typeof sendAnswer>>(
    path: string,
    answer: z.ZodType<T>,
    body: unknown,
    what: string,
  ): Promise<T> {
    let said = await once();
    if (STALE.has(said.errcode)) said = await once();
    if (said.errcode !== 0)
      throw refused(what, said.errcode, said.errmsg, '请检查 agentId、应用可见范围和企业可信IP');
    return said;

    async function once(): Promise<T> {
      if (token === null || token.until <= clock()) token = renewed();
      const used = token;
      const mark = path.includes('?') ? '&' : '?';
      const query = new URLSearchParams({ access_token: await used.value });
      const told = await call(`${path}${mark}${query}`, answer, body);
      if (STALE.has(told.errcode)) forget(used);
      return told;
    }
  }

  async function send(userId: string, content: object): Promise<void> {
    const message = { touser: userId, agentid: settings.agentId, ...content };
    await authorised('/cgi-bin/message/send', sendAnswer, message, '消息发不出去');
  }

  return {
    sendText: (userId, text) => send(userId, { msgtype: 'text', text: { content: text } }),
    async sendFile(userId, name, bytes) {
      const form = new FormData();
      form.set('media', new Blob([bytes]), name);
      const path = '/cgi-bin/media/upload?type=file';
      const { media_id } = await authorised(path, uploadAnswer, form, '文件传不上去');
      await send(userId, { msgtype: 'file', file: { media_id } });
    },
  };
}

function refused(what: string, code: number, said: string, advice: string): QingdanError {
  return new QingdanError('QD-CHANNEL', `企业微信${what}（${code} ${said.slice(0, 80)}），${advice}`);
}
