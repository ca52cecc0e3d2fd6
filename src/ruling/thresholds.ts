/**
 * The one place where it is set when to answer, when to ask back and when to say that a matter isn't listed.
 * Probabilities, 0 to 1; chosen on the project's questions so that at most 2 % of the answers are wrong.
 */
export const THRESHOLDS = {
  /** Of what is said, summed over all matters that come to it. */
  answer: 0.53,
  /** The same when the question asks neither for a paper nor about a task: it may be mere talk. */
  answerOther: 0.7,
  /** Of all demands together, for 三事分流 to be said of the nearest. */
  triage: 0.6,
  /** The same where it is surely no talk about anything else: what remains is something that somebody wants done. */
  triageSure: 0.5,
  /** Of what has nothing to do with the lists, for it to be surely no such talk. */
  talk: 0.1,
  /** Of the demand that is named with it. */
  leadTriage: 0.3,
  /** Of the matter that is named with it. */
  lead: 0.4,
  /** Of all matters that are named together for the one verdict they come to. */
  together: 0.5,
  /** Of all rules together, for the nearest to be told where nothing says that a rule is asked for. */
  told: 0.6,
  /** Of the rule that is told where several rules come near. */
  leadRule: 0.3,
  /** Of the best choice, for asking back, when a paper is asked for or a task is asked about. */
  confirm: 0.5,
  /** The same when the question names neither: most of these have nothing to do with the lists. */
  confirmOther: 0.3,
  /** Of every choice. */
  offered: 0.08,
  /** Of what is on a list in force and comes near to what is on none. */
  rival: 0.1,
  /** Share of 清单未列 that one matter needs for it to be named. */
  named: 0.5,
} as const;
