import type { Answer, Screening } from '#answer/index.js';
import type { Question } from '#ruling/index.js';
import type { MaskedJson } from '#text/masked.js';
import type { Person, ScreeningEntry, Storage } from './ports.js';
import { questionEntry } from './question-log.js';

export interface BotMemoryOptions {
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds without a message after which a conversation is forgotten. */
  idle: number;
  /** Id of the edition that has this catalogue version; null where it wasn't kept. */
  editionOf: (catalogueVersion: string) => string | null;
}

/** An answer with the question as it was put; `today` is what 今天 was. */
interface KeptAnswer {
  type: 'answer';
  answer: Answer;
  question: Question & { today: string };
}

interface KeptScreening {
  type: 'screening';
  notice: { screening: Screening; tasks: number; masked: MaskedJson };
  earlier?: string | undefined;
}

/**
 * The store as the bot's memory: what it asks of its events, conversations, records and feedback, with the same names as
 * its memory of its own, under ids that already name their channel.
 */
export function createBotMemory<Saved>(
  {
    events,
    conversations,
    questions,
    feedback,
    screenings,
  }: Pick<Storage, 'events' | 'conversations' | 'questions' | 'feedback' | 'screenings'>,
  { clock, idle, editionOf }: BotMemoryOptions,
) {
  const now = () => new Date(clock()).toISOString();
  const screeningEntry = (
    id: string,
    person: Person,
    { notice: { screening, tasks, masked }, earlier }: KeptScreening,
  ): ScreeningEntry => ({
    id,
    at: now(),
    person,
    region: screening.region,
    title: screening.title ?? '',
    source: screening.source,
    result: masked,
    tasks,
    catalogueVersion: screening.catalogueVersion,
    edition: editionOf(screening.catalogueVersion),
    earlier,
  });
  return {
    events: {
      /**
       * True for the first call with this id, false for every later one, also after a restart; an event whose work was
       * cut off may be claimed again once its claim has lapsed.
       */
      claim: (id: string): Promise<boolean> => events.claim('bot', id, now()),
      settle: (id: string): Promise<void> => events.settle('bot', id, now()),
      release: (id: string): Promise<void> => events.release('bot', id),
    },
    conversations: {
      load: async (id: string): Promise<Saved | undefined> =>
        ((await conversations.load(id, now())) as Saved | null) ?? undefined,
      save: (id: string, conversation: Saved, person: Person): Promise<void> =>
        conversations.save(id, conversation, {
          at: now(),
          expiresAt: new Date(clock() + idle).toISOString(),
          person,
        }),
      forget: (id: string): Promise<void> => conversations.forget(id),
    },
    records: {
      keep: (id: string, person: Person, kept: KeptAnswer | KeptScreening): Promise<void> => {
        if (kept.type === 'screening') return screenings.record(screeningEntry(id, person, kept));
        const { answer, question } = kept;
        const {
          role = null,
          region = null,
          date = null,
          today,
          over,
          as,
          rowId,
          committee,
          about,
          added,
        } = question;
        const held = over ?? as ?? rowId ?? committee ?? about ?? added;
        const how = held === undefined ? null : { over, as, rowId, committee, about, added };
        const edition = editionOf(answer.catalogueVersion);
        const asked = { id, at: now(), person, role, region, date, how, today, edition };
        return questions.record(questionEntry(answer, asked));
      },
    },
    feedback: {
      add: ({
        answerId,
        useful,
        comment,
        person,
      }: {
        answerId: string;
        useful: boolean;
        comment?: string | undefined;
        person: Person;
      }) => feedback.record({ questionId: answerId, person, useful, comment: comment ?? null, at: now() }),
    },
  };
}
