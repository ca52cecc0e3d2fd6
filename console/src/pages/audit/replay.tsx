import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';

interface Replayed {
  question: string;
  catalogueVersion: string;
  program: string;
  answer: string;
  same: boolean;
}

/** One logged question, answered again by the lists and the program of that time. */
export function Replay({ id, replayable }: { id: string; replayable: boolean }) {
  const replay = useMutation({
    mutationFn: () =>
      call<Replayed>(`/api/v1/audit/answers/${encodeURIComponent(id)}/replay`, { method: 'POST' }),
  });
  const { data } = replay;
  return (
    <Flex vertical gap={12}>
      <div className="soft">答复编号 {id}</div>
      <Flex gap={12} align="center">
        <Button disabled={!replayable} loading={replay.isPending} onClick={() => replay.mutate()}>
          用当时的清单重答
        </Button>
        <span role="status" className="soft">
          {replay.isPending
            ? '正在照当时的清单重装，要几秒'
            : replayable
              ? ''
              : '当时的清单没有留下，不能重答'}
        </span>
      </Flex>
      <Failure error={replay.error} />
      {data !== undefined && (
        <Alert
          type={data.same ? 'success' : 'warning'}
          showIcon
          title={data.same ? '和当时答的一字不差' : '和当时答的不一样'}
          description={
            <>
              <p className="soft">
                清单版本 {data.catalogueVersion}，程序版本 {data.program}
              </p>
              <p className="told">{data.answer}</p>
            </>
          }
        />
      )}
    </Flex>
  );
}
