import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FileBoxInterface } from 'file-box';
import type { Wechaty, WechatyOptions } from 'wechaty';
import { QingdanError, shown } from '#errors.js';
import type { Settings } from './config.js';

/** What tests replace: the library, and a puppet that is already made. */
export interface WechatyEdges {
  load(): Promise<typeof import('wechaty')>;
  /** Folder of the sign-in state, which is as good as the account's password. */
  folder: string;
  puppet?: WechatyOptions['puppet'];
}

/**
 * A file as Wechaty sends it. Its library comes with Wechaty and is none of ours, so it is looked for from there; in
 * Base64 every puppet can take it, while some can't pass on a buffer.
 */
export function fileBox(name: string, bytes: Uint8Array): FileBoxInterface {
  const wechaty = createRequire(import.meta.url).resolve('wechaty');
  const { FileBox } = createRequire(wechaty)('file-box') as typeof import('file-box');
  return FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);
}

/** Loads Wechaty, which is installed only by those who use it, and builds a client. @throws QingdanError QD-CHANNEL, QD-FILE */
export async function buildClient(
  settings: Settings,
  { load, folder, puppet }: WechatyEdges,
): Promise<Wechaty> {
  const { WechatyBuilder } = await load().catch((cause: unknown) => {
    throw new QingdanError(
      'QD-CHANNEL',
      `微信渠道（wechat）要用的 wechaty 没有安装，请运行 npm install wechaty ${settings.puppet} 后再启动`,
      { cause },
    );
  });
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new QingdanError(
      'QD-FILE',
      `数据文件夹「${shown(folder)}」建不了，请检查 QINGDAN_DATA_DIR 和权限`,
      { cause },
    );
  });
  const options = settings.puppetToken === undefined ? {} : { token: settings.puppetToken };
  // Wechaty types the names of the puppets it knows, and loads any package of that name.
  const named = settings.puppet as Extract<WechatyOptions['puppet'], string>;
  return WechatyBuilder.build({
    name: join(folder, `wechat-${settings.account}`),
    puppet: puppet ?? named,
    puppetOptions: options,
  });
}
