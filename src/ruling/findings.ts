import type { CatalogueItem } from '#catalogue/catalogue.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { holdsHere } from '#catalogue/matters/articles.js';
import { effective, kindOf, type ProvisionRow, type Row, rowId } from '#catalogue/rows.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Frame } from '#language/index.js';
import { gapsOf } from './gaps.js';
import type { Hit } from './hit.js';
import { type Matter, PAPER_KINDS, TASK_KINDS } from './matters.js';
import { precedenceHere } from './outcomes.js';
import { type Precedence, rulesFor } from './precedence.js';
import type { Browsed, Directed, Fact, Listed, Situation, Together, Triaged, Unlisted } from './ruling.js';

/** Nearest rows shown where no matter was recognised. */
const NEAR = 3;

/** The matter is on a list in force. */
export function listed(
  situation: Situation,
  matter: Matter,
  { row, agreeing, opposing, elsewhere }: Precedence & { row: NonNullable<Precedence['row']> },
): Listed {
  const { kb, catalogue, scope } = situation;
  const kind = kindOf(row);
  const means = rulesFor(catalogue, 'unlisted-task', scope.settlement).find(
    ({ region }) => region.level === 'country',
  );
  // Only a list nearer than the one that decided could change the answer.
  const nearer = catalogue.levels.slice(0, row.depth);
  return {
    is: 'listed',
    row,
    agreeing,
    opposing,
    elsewhere: elsewhere.filter((other) => kindOf(other) !== kind),
    means: kind === 'assist' ? means : undefined,
    routeRow: row.item.routeSource === undefined ? undefined : rowById(kb, row.item.routeSource),
    instead: insteadOf(matter, row, situation),
    gaps: gapsOf(kb, nearer, PAPER_KINDS.includes(kind) ? PAPER_KINDS : TASK_KINDS),
  };
}

/** The matter is on no list in force; `matter` undefined where none was recognised. */
export function unlisted(
  situation: Situation,
  {
    frame,
    paper,
    matter,
    near,
  }: { frame: Frame; paper: boolean; matter: Matter | undefined; near: readonly Hit[] },
): Unlisted {
  const { kb, catalogue, scope } = situation;
  const rules = rulesFor(catalogue, paper ? 'unlisted-certificate' : 'unlisted-task', scope.settlement);
  const [rule] = rules;
  return {
    is: 'unlisted',
    paper,
    name: matter?.subject ?? (paper ? paperNamed(frame) : null),
    rule,
    further: rules.find((other) => other.depth !== rule?.depth),
    elsewhere: (matter?.rows ?? []).filter((row) => row.type === 'item'),
    near: near.slice(0, NEAR),
    triaged: matter === undefined ? undefined : triagedOf(matter),
    instead: matter === undefined ? undefined : directedOf(matter, situation),
    gaps: gapsOf(kb, catalogue.levels, paper ? PAPER_KINDS : TASK_KINDS),
  };
}

/** What 三事分流 says of a matter; undefined of what is no demand. */
export function triagedOf({ label, subject, triage }: Matter): Triaged | undefined {
  return triage && { is: 'triage', name: subject, matter: label, triage };
}

/** Where a matter says that a paper is had; undefined where it says nothing, or not yet on the day that is asked about. */
function directedOf({ label, instead }: Matter, { catalogue }: Situation): Directed | undefined {
  const held = instead?.basis.every((article) => holdsHere(article, catalogue));
  return instead !== undefined && held ? { matter: label, ...instead } : undefined;
}

/** The same, for a paper that a row bars and gives no route of its own for. */
function insteadOf(matter: Matter, row: CatalogueItem, situation: Situation): Directed | undefined {
  const left = kindOf(row) === 'must-not-certify' && row.item.route === undefined;
  return left ? directedOf(matter, situation) : undefined;
}

/** Several matters that come to one verdict, with the row that decides each. */
export function together(situation: Situation, hits: readonly Hit[]): Together {
  const decided = hits.flatMap((hit) => {
    const { row } = precedenceHere(hit, situation.inForce);
    return row === null ? [] : [{ row, instead: insteadOf(hit.matter, row, situation) }];
  });
  return { is: 'together', hits, decided };
}

/** A paper's full name as it was typed (狗咬伤证明); null where only a part of one stands there. */
function paperNamed({ tokens }: Frame): string | null {
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (token.is !== 'paper' || token.text !== '证明' || before?.is !== 'content') continue;
    if (before.end === token.start && [...before.text].length >= 2) return `${before.text}${token.text}`;
  }
  return null;
}

/** What informs about a matter that some document speaks of: the row that tells what was asked. */
export function fact(situation: Situation, matter: Matter, asked: string, also: readonly Hit[] = []): Fact {
  return factOf(situation, situation.inForce.telling(matter, asked) ?? (matter.rows[0] as Row), also);
}

/** One row that informs, with where it holds. */
export function factOf({ catalogue }: Situation, row: Row, also: readonly Hit[] = []): Fact {
  const id = rowId(row);
  const here = [...catalogue.provisions, ...catalogue.items].find((other) => rowId(other) === id);
  const { region } = effective(row);
  return { is: 'fact', row, also, here, outside: !catalogue.levels.some((level) => level.name === region) };
}

/** The rows in force of these kinds, nearest level first. */
export function browsed({ kb, catalogue }: Situation, kinds: readonly ListKind[]): Browsed {
  const gaps = gapsOf(kb, catalogue.levels, kinds);
  // Where rows are missing, the document's own words on how many there are stand in for them.
  const standIns = gaps.flatMap(({ document }): ProvisionRow[] => {
    const [provision] = document.provisions;
    return provision === undefined ? [] : [{ type: 'provision', provision, document }];
  });
  return {
    is: 'browsed',
    kinds,
    items: catalogue.items.filter((row) => kinds.includes(kindOf(row))),
    gaps,
    standIns,
  };
}
