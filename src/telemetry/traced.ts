import type { Bot } from '#conversation/channel.js';
import type { ServerDesk } from '#server/desk.js';
import type { Tracing } from '#server/tracing.js';

/** A bot whose turns are spans: by channel, with the verdict where there is one. Nothing that was said goes along. */
export const tracedBot = (bot: Bot, tracing: Tracing): Bot => ({
  handle: (message) =>
    tracing.during('turn', { 'qingdan.channel': message.channel }, async (span) => {
      const reply = await bot.handle(message);
      const verdict = reply.standing?.answer?.verdict;
      if (verdict !== undefined) span.set({ 'qingdan.verdict': verdict });
      span.set({ 'qingdan.blocks': reply.blocks.length });
      return reply;
    }),
});

/** A desk whose answers and screenings are spans. */
export const tracedDesk = (desk: ServerDesk, tracing: Tracing): ServerDesk => ({
  ...desk,
  answer: (question) =>
    tracing.during('answer', {}, async (span) => {
      const given = await desk.answer(question);
      span.set({ 'qingdan.verdict': given.answer.verdict });
      return given;
    }),
  screen: (request) => tracing.during('screening', {}, () => desk.screen(request)),
});
