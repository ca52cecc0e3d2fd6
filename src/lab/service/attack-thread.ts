/** A thread that attacks: what the attackers send is made beside the honest clients, whose times it would lengthen. */
import { parentPort, workerData } from 'node:worker_threads';
import { ATTACKERS, attackUntil } from './attackers.js';

/** What the thread is given. */
export interface AttackData {
  url: string;
  /** Which of the attackers, by what they do. */
  whats: readonly string[];
}

const { url, whats } = workerData as AttackData;
const ending = new AbortController();
parentPort?.once('message', () => ending.abort());
const attacks = ATTACKERS.filter(({ what }) => whats.includes(what));
await Promise.all(attacks.map((attacker) => attackUntil(ending.signal, url, attacker)));
