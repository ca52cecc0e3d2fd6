/** A person as a channel knows them. */
export interface Person {
  channel: string;
  userId: string;
}
