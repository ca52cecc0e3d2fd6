import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import type { ImportSeen, RowPlanned } from '#importing/seen.js';
import { call } from '../../../api/call.js';
import { useSigned } from '../../../api/session.js';
import { Failure } from '../../../parts/failure.js';
import { type Asked, type Chosen, formOf, keyOf, type MatterChosen, NOTHING_SAID, PATH } from './asked.js';
import { Against } from './differences.js';
import { DocumentForm } from './document-form.js';
import { FileForm } from './file-form.js';
import { Findings } from './findings.js';
import { PlannedLists } from './planned-lists.js';
import { Publish, Published, type Version } from './publish.js';
import { Rows } from './rows.js';

/** A file under way: what is said of it, what was looked at, and which matters were chosen. */
function useImport() {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState<Asked>(NOTHING_SAID);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  // It stays while the next is made: whoever changed one thing goes on where they are.
  const [plan, setPlan] = useState<ImportSeen | null>(null);
  const trial = useMutation({
    mutationFn: (of: { file: File; asked: Asked }) =>
      call<ImportSeen>(`${PATH}/trial`, { method: 'POST', body: formOf(of.file, of.asked) }),
    onSuccess: setPlan,
  });
  const publish = useMutation({
    mutationFn: (of: { file: File; plan: ImportSeen }) =>
      call<{ versions: Version[] }>(PATH, {
        method: 'POST',
        body: formOf(of.file, asked, { plan: of.plan, chosen }),
      }),
    // Lists, documents and answers are all others now.
    onSuccess: () => client.invalidateQueries(),
  });
  return {
    file,
    asked,
    chosen,
    plan,
    trial,
    publish,
    look(of: File, said: Asked) {
      setFile(of);
      setAsked(said);
      publish.reset();
      trial.mutate({ file: of, asked: said });
    },
    begin() {
      setFile(null);
      setPlan(null);
      setAsked(NOTHING_SAID);
      setChosen(new Map());
      trial.reset();
      publish.reset();
    },
    choose(row: RowPlanned, choice: MatterChosen | null) {
      const next = new Map(chosen);
      if (choice === null) next.delete(keyOf(row));
      else next.set(keyOf(row), choice);
      setChosen(next);
    },
  };
}
type Importing = ReturnType<typeof useImport>;

/** An office's file becomes lists: looked at, put right, published. */
export function Import() {
  const { placed } = useSigned();
  const importing = useImport();
  const { file, trial, publish, look, begin } = importing;
  if (publish.data !== undefined) return <Published versions={publish.data.versions} onNext={begin} />;
  if (file !== null) return <Looking file={file} importing={importing} />;
  return (
    <Card>
      <FileForm
        busy={trial.isPending}
        region={placed}
        onFile={(one, region) => look(one, region === '' ? NOTHING_SAID : { ...NOTHING_SAID, region })}
      />
    </Card>
  );
}

/** What the file was taken for, from top to bottom, and the button at the end. */
function Looking({ file, importing }: { file: File; importing: Importing }) {
  const { asked, chosen, plan, trial, publish, look, begin, choose } = importing;
  const busy = trial.isPending || publish.isPending;
  const say = (said: Partial<Asked>) => look(file, { ...asked, ...said });
  return (
    <Flex vertical gap={20}>
      <Flex gap={12} align="center" wrap>
        <strong>{file.name}</strong>
        <Button onClick={begin}>换一份文件</Button>
        <span className="soft" role="status">
          {trial.isPending ? '正在读文件、逐行比对事项，几百行要几秒' : ''}
        </span>
      </Flex>
      <Failure error={trial.error} />
      {plan !== null && (
        <>
          {plan.canLoad && (
            <Alert type="info" showIcon title="还没有改动任何东西：从上到下核对，最后发布。" />
          )}
          <DocumentForm
            asked={asked}
            documents={plan.documents}
            busy={busy}
            onChange={(said) => {
              const { kinds, columns, skipBadRows = false } = asked;
              look(file, { kinds, columns, skipBadRows, ...said });
            }}
          />
          <PlannedLists plan={plan} asked={asked} busy={busy} onChange={say} />
          <Findings
            findings={plan.findings}
            skip={asked.skipBadRows ?? false}
            busy={busy}
            onSkip={(skipBadRows) => say({ skipBadRows })}
          />
          {plan.rows.length > 0 && <Rows rows={plan.rows} chosen={chosen} onChoose={choose} />}
          <Against documents={plan.documents} />
          <Failure error={publish.error} />
          <Publish plan={plan} chosen={chosen} busy={busy} onPublish={() => publish.mutate({ file, plan })} />
        </>
      )}
    </Flex>
  );
}
