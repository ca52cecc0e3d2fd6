import { classWords, DUE_WORDS, LONGEST_DEMAND, statusText } from '#cases/index.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import { QingdanError } from '#errors.js';
import type { NewCase, Storage } from '#storage/ports.js';
import { createReminderDesk } from './reminder-desk.js';
import { chatActor, type Window } from './window.js';

export interface WindowDeskParts {
  storage: Pick<Storage, 'cases' | 'reminders'>;
  window: Window;
  /** Code of the community that what is said here belongs to. */
  region: string;
}

/** The window behind the conversations of a service. */
export function createWindowDesk({ storage, window, region }: WindowDeskParts): WindowDesk {
  const actor = chatActor(region);
  const entryOf = (text: string, more: Partial<Pick<NewCase, 'key' | 'person' | 'contact'>> = {}) => {
    if ([...text].length > LONGEST_DEMAND) {
      throw new QingdanError('QD-TOO-LONG', `一件事请写在 ${LONGEST_DEMAND} 字以内`);
    }
    return window.entryOf({ text, source: 'chat', region, ...more });
  };
  return {
    preview: (text) => ({ lines: linesOf(entryOf(text)) }),
    async register({ key, text, place, person }) {
      const contact = { name: null, phone: null, place };
      const stored = await storage.cases.open(
        entryOf(text, { key, person, ...(place === null ? {} : { contact }) }),
        window.moment(region),
        actor,
      );
      const { number, code, one } = stored;
      const due = one.due === null ? '' : `${one.due.day} 前${DUE_WORDS[one.due.for]}。`;
      return {
        number,
        code,
        lines: [
          `登记好了，件号 ${number}，查询码 ${code}。`,
          due,
          '要看办到哪一步，把件号和查询码一起发来；查询码请不要给别人。',
        ].filter((line) => line !== ''),
      };
    },
    status: async (number, code) =>
      statusText(await storage.cases.status(number, code, window.moment(region).day)),
    ...createReminderDesk({ reminders: storage.reminders, now: () => window.moment(region) }),
  };
}

function linesOf({ kind, sorting, paper }: NewCase): string[] {
  if (kind === 'paper' && paper !== null)
    return [...paper.says, paper.route === null ? '' : `去哪办：${paper.route}`].filter(
      (line) => line !== '',
    );
  const { matter, why, responsible, committee, turnTo } = sorting;
  return [
    sorting.class === null
      ? '我没有把握认出这是哪一类事，登记后由工作人员分流。'
      : `「${matter}」是${classWords(sorting.class)}：${why}`,
    responsible === null ? '' : `谁来办：${responsible}。`,
    committee === null ? '' : `社区能做的：${committee}。`,
    turnTo === null ? '' : `也可以自己找：${turnTo}。`,
  ].filter((line) => line !== '');
}
