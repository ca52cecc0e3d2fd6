import { z } from 'zod';
import { ROLES } from '#ruling/index.js';

/** Settings that every outside channel has: who writes there and where they live, until a person says otherwise. */
export const audienceFields = {
  region: z.string().min(1).optional().describe('这个渠道的用户默认所在的地区，例如 重庆市'),
  role: z
    .enum(ROLES)
    .optional()
    .describe('这个渠道的用户默认的身份：resident 居民、worker 社区工作者、official 干部'),
};

/** What a person gets who writes while the program fails; the bot's own apology covers everything behind it. */
export const APOLOGY = '对不起，刚才程序出了问题，没能答上来。请过一会儿再问一次。';

/** For pictures, voices, files and the like. */
export const TEXT_ONLY = '我只看得懂文字，请把要问的事用文字发给我，例如「社区能开居住证明吗」。';

/** For a file, where the platform hands none on to a program. */
export const NO_FILES =
  '这里收不了文件。请打开网页，点「发通知文件」；或者把通知的文字复制下来，粘贴到这里发给我。';
