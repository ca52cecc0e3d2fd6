import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { fetchedFile } from '#channels/files.js';
import type { Attachment } from '#conversation/message.js';
import { QingdanError } from '#errors.js';
import type { Settings } from './config.js';

const declared = z.object({
  id: z.string().default(''),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  /** Left out for files that stand elsewhere (a link to a cloud drive), and for deleted ones. */
  url_private_download: z.string().nullish(),
  /** 「check_file_info」: shared from another workspace, and told in full only by files.info. */
  file_access: z.string().nullish(),
});

/** Files of an event as Slack declares them; whatever isn't one is left out. */
export const slackFiles = z
  .array(z.unknown())
  .default([])
  .transform((files) =>
    files.flatMap((file) => {
      const { data } = declared.safeParse(file);
      return data === undefined ? [] : [data];
    }),
  );
export type SlackFile = z.infer<typeof declared>;

/** What fetching a file needs. */
export interface SlackAccess {
  settings: Pick<Settings, 'botToken' | 'apiUrl'>;
  web: Pick<webApi.WebClient, 'files'>;
}

/** Milliseconds for the whole of a file; 20 MB at the speed of a slow line. */
const TIMEOUT = 60_000;
const MOST_REDIRECTS = 3;

/** A file of a message, fetched from Slack with the bot's token when it is read. */
export function toAttachment(file: SlackFile, access: SlackAccess): Attachment {
  const { name, title, mimetype, size } = file;
  const known = { name: name ?? title ?? '', mediaType: mimetype ?? undefined, size: size ?? undefined };
  const attachment = fetchedFile(known, async () => {
    const address = await addressOf(file, access);
    if (address === null)
      throw new QingdanError('QD-FILE-GONE', `文件「${attachment.name}」不在 Slack 里，请把文件直接发给我`);
    return download(address, access.settings, attachment.name);
  });
  return attachment;
}

async function addressOf(file: SlackFile, { web }: SlackAccess): Promise<string | null> {
  if (file.file_access !== 'check_file_info') return file.url_private_download ?? null;
  const { file: told } = await web.files.info({ file: file.id });
  return told?.url_private_download ?? null;
}

/** The token goes to Slack's own hosts only, whatever an event names and wherever an answer points. */
async function download(
  address: string,
  { botToken, apiUrl }: SlackAccess['settings'],
  name: string,
): Promise<AsyncIterable<Uint8Array>> {
  const signal = AbortSignal.timeout(TIMEOUT);
  let url = address;
  for (let i = 0; i <= MOST_REDIRECTS; i++) {
    if (!isSlack(url, apiUrl)) throw new Error('the file is not at Slack');
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'manual',
      signal,
    });
    const next = response.headers.get('location');
    if (response.status === 200 && response.body !== null) {
      // Without the right to read files Slack shows the page for signing in, with status 200.
      if (!response.headers.get('content-type')?.startsWith('text/html')) return response.body;
      await response.body.cancel();
      throw notAllowed(name);
    }
    await response.body?.cancel();
    if (response.status === 401 || response.status === 403) throw notAllowed(name);
    if (response.status < 300 || response.status > 399 || next === null)
      throw new Error(`status ${response.status}`);
    url = new URL(next, url).href;
  }
  throw new Error('too many redirects');
}

const notAllowed = (name: string) =>
  new QingdanError(
    'QD-FILE-GONE',
    `文件「${name}」Slack 不让读，请管理员给应用加上 files:read 权限再重新安装`,
  );

/** https at slack.com, or where the API is when that is on this computer (a test). */
function isSlack(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username } = new URL(url);
  if (username !== '') return false;
  if (protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))) return true;
  const api = new URL(apiUrl);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(api.hostname) && origin === api.origin;
}
