/** A person as a channel knows them. Stored only as a keyed hash. */
export interface Person {
  channel: string;
  userId: string;
}
