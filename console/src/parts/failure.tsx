import { Alert, Button } from 'antd';
import { toldOf } from '../api/refused.js';

/** What went wrong, in the server's words, with a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error == null) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={toldOf(error)}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            再试一次
          </Button>
        )
      }
    />
  );
}
