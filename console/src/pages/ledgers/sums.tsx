import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import { call } from '../../api/call.js';
import { type Kind, PATH, type Summary } from './register.js';

/** What a register adds up to, and where a limit of the region is exceeded. */
export function Sums({ kind }: { kind: Kind }) {
  const { data } = useQuery({
    queryKey: [PATH, kind.id, 'summary'],
    queryFn: ({ signal }) => call<Summary>(`${PATH}/${kind.id}/summary`, { signal }),
  });
  if (data === undefined) return null;
  return (
    <Flex vertical gap={8} role="status">
      <p>{data.line}</p>
      {data.limits.map((line) => (
        <Alert key={line} type="warning" title={line} />
      ))}
    </Flex>
  );
}
