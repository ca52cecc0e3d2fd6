import type { Person } from './person.js';

/** Something to be told of on a day. */
export interface WaitingReminder {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
}

/** What people want to be told of, as a conversation and a command reach it. */
export interface ReminderDesk {
  /** @throws QingdanError QD-BUSY where the person has too many */
  remind(person: Person, reminder: WaitingReminder): Promise<void>;
  /** What the person wanted to be told of by today, once. */
  remindersDue(person: Person): Promise<readonly string[]>;
  /** Those still to be told, the earliest first. */
  reminders(person: Person): Promise<readonly WaitingReminder[]>;
  /** Takes one back; whether there was such a one. */
  cancelReminder(person: Person, id: string): Promise<boolean>;
}
