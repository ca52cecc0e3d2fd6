import type { ReminderDesk } from '#conversation/reminder-desk.js';
import type { Storage } from '#storage/ports.js';

export interface ReminderDeskParts {
  reminders: Storage['reminders'];
  /** The time now, ISO 8601, and the day in China. */
  now(): { at: string; day: string };
}

/** Reminders of the store. */
export function createReminderDesk({ reminders, now }: ReminderDeskParts): ReminderDesk {
  return {
    remind: (person, reminder) => reminders.add(person, reminder, now().at),
    async remindersDue(person) {
      const due = await reminders.take(person, now().day);
      return due.map(({ day, text }) => `您让我在 ${day} 提醒：${text}`);
    },
    reminders: (person) => reminders.list(person),
    cancelReminder: (person, id) => reminders.cancel(person, id),
  };
}
