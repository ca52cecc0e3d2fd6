import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, callForRecord } from '../../api/call.js';
import { type Correction, forgetting, saying } from './corrections.js';
import { formOf, type Notice, type Screened } from './screening.js';

const PATH = '/api/v1/screenings';

/** A notice as the program judged it, and as a person has put it right since. */
export function useScreening() {
  const [notice, setNotice] = useState<Notice | null>(null);
  /** By the program alone, with the id that it is kept under. */
  const [machine, setMachine] = useState<{ reply: Screened; record: string } | null>(null);
  const [screened, setScreened] = useState<Screened | null>(null);
  const [corrections, setCorrections] = useState<readonly Correction[]>([]);
  const [stored, setStored] = useState(true);
  const screening = useMutation({
    mutationFn: (sent: Notice) => callForRecord<Screened>(PATH, { method: 'POST', body: formOf(sent) }),
    onSuccess: (made) => {
      setMachine(made);
      setScreened(made.reply);
    },
  });
  const correcting = useMutation({
    mutationFn: ({
      notice: sent,
      ...wanted
    }: {
      notice: Notice;
      corrections: readonly Correction[];
      earlier: string;
    }) => call<Screened>(PATH, { method: 'POST', body: formOf(sent, wanted) }),
  });

  /** Judges anew with what is said; only what the server takes counts. @throws Refused */
  async function correct(next: readonly Correction[]): Promise<void> {
    if (notice === null || machine === null) return;
    const made = await correcting.mutateAsync({ notice, corrections: next, earlier: machine.record });
    setScreened(made);
    setCorrections(next);
    const { text } = machine.reply;
    const sent = next.map((one) => ({ ...one, phrase: text.slice(one.start, one.end) }));
    // Material for others: whoever works on the notice goes on without it.
    setStored(
      await call(`${PATH}/${encodeURIComponent(machine.record)}/corrections`, {
        method: 'PUT',
        body: { corrections: sent },
      }).then(
        () => true,
        () => false,
      ),
    );
  }

  return {
    notice,
    screened,
    corrections,
    record: machine?.record,
    stored,
    busy: screening.isPending || correcting.isPending,
    error: screening.error,
    send(sent: Notice) {
      setNotice(sent);
      setCorrections([]);
      screening.mutate(sent);
    },
    say: (said: readonly Correction[]) =>
      correct(
        said.reduce<readonly Correction[]>(
          (all, one) => saying(all, machine?.reply.tasks ?? [], one),
          corrections,
        ),
      ),
    forget: (span: Pick<Correction, 'start' | 'end'>) => correct(forgetting(corrections, span)),
    reset() {
      setNotice(null);
      setMachine(null);
      setScreened(null);
      setCorrections([]);
      screening.reset();
    },
  };
}
