import type { ChannelContext, HttpRequest, HttpResponse, HttpRoute } from '#conversation/channel.js';
import type { Feed } from '#server/feed.js';
import { answerPage } from './answer-page.js';
import { sheetHtml } from './lists/sheet.js';
import { refuse, seeOther } from './responses.js';
import { share } from './share.js';
import type { Site } from './site.js';
import { isLarge } from './text-size.js';
import type { Turn } from './turn.js';
import type { Visitors } from './visitor.js';

interface Parts {
  site: Site;
  context: ChannelContext;
  feed: Feed<Turn>;
  visitors: Visitors;
}

const NOT_SHAREABLE = '这个回答不能分享：对话已经删除，或者回答里有您自己的话。可以改为分享问题';
const NO_ANSWER = '没有这个回答：链接不完整，或者它过了保存期、已经撤下。请再问一次';

/** Keeps answers that people pass on, and shows them; null where they can't be kept. */
export function createSharing({ site, context, feed, visitors }: Parts) {
  const { shelf, lists } = context;
  if (shelf === undefined) return null;
  return {
    /** Takes the turn's number; only an answer of one's own conversation is kept. */
    async share(request: HttpRequest): Promise<HttpResponse> {
      const id = new URLSearchParams(new TextDecoder().decode(request.body)).get('turn');
      const turn = feed.after(visitors.visitorOf(request).conversation).find((each) => each.id === id);
      const address = turn === undefined ? null : await share(turn.entry.reply, shelf);
      return address === null ? refuse(404, NOT_SHAREABLE) : seeOther(address);
    },
    page: {
      ...{ method: 'GET', path: '/answers/:id', bodyLimit: 0 },
      async handle(request) {
        const answer = await shelf.find(request.path.slice(request.path.lastIndexOf('/') + 1));
        if (answer === null) return refuse(404, NO_ANSWER);
        const sheet = answerPage(answer, lists?.() ?? null, site);
        const body = sheetHtml(site, sheet, request.path, isLarge(request));
        return { status: 200, headers: site.publicHeaders, body };
      },
    } satisfies HttpRoute,
  };
}
