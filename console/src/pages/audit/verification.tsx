import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';

interface Verified {
  rows: number;
  head: { seq: number; hash: string };
  findings: readonly { seq: number; fault: string; message: string }[];
}

/** Reads the whole log, and every answer that is kept, and says whether they are what was written. */
export function Verification() {
  const verify = useMutation({
    mutationFn: () => call<Verified>('/api/v1/audit/verification', { method: 'POST', body: {} }),
  });
  const { data } = verify;
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          核对整本记录
        </Button>
        <span className="soft">看有没有一条被改过、删过、插进来过。</span>
      </Flex>
      <Failure error={verify.error} />
      {data !== undefined && data.findings.length === 0 && (
        <Alert
          type="success"
          showIcon
          title={`${data.rows} 条都对得上`}
          description={`最后一条是第 ${data.head.seq} 条，校验值 ${data.head.hash}。抄下来另存，以后可以核对。`}
        />
      )}
      {data?.findings.map(({ seq, message }) => (
        <Alert key={`${seq} ${message}`} type="error" showIcon title={message} />
      ))}
    </Flex>
  );
}
