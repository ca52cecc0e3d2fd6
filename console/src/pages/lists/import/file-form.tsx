import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Upload } from 'antd';
import { useState } from 'react';
import { callForFile } from '../../../api/call.js';
import { Failure } from '../../../parts/failure.js';
import { RegionInput } from '../../../parts/region-input.js';
import { save } from '../../../parts/save.js';
import { PATH } from './asked.js';

/** What the service reads; it says itself what is wrong with a file. */
const TAKEN = '.xlsx,.xls,.et,.ods,.docx,.doc,.wps,.rtf,.odt,.pdf,.ofd,.csv,.tsv,.txt';

interface FileFormProps {
  busy: boolean;
  region: string;
  onFile(file: File, region: string): void;
}

/** An office's file as it is, and whose list it is. */
export function FileForm({ busy, region, onFile }: FileFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const template = useMutation({
    mutationFn: () => callForFile(`${PATH}/template`),
    onSuccess: ({ name, file: bytes }) => save(name, bytes),
  });
  const send = ({ region: of = '' }: { region?: string }) => {
    setMissing(file === null);
    if (file !== null) onFile(file, of.trim());
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ region }}
      onFinish={send}
      style={{ maxWidth: 760 }}
    >
      <Form.Item
        label="清单文件"
        extra="下发的是什么文件就用什么：Excel、Word、WPS、PDF（文字版）、OFD、CSV，不用先改格式；最多 20 MB、两万行"
        {...(missing ? { validateStatus: 'error' as const, help: '请选一个文件' } : {})}
      >
        <Upload
          accept={TAKEN}
          maxCount={1}
          beforeUpload={(chosen) => {
            setFile(chosen);
            setMissing(false);
            // It goes along with the form, not by itself.
            return false;
          }}
          onRemove={() => setFile(null)}
        >
          <Button>选文件</Button>
        </Upload>
      </Form.Item>
      <Form.Item name="region" label="是哪个地区的清单" extra="不写时从标题里找">
        <RegionInput />
      </Form.Item>
      <Failure error={template.error} />
      <Flex align="center" gap={12} wrap>
        <Button type="primary" htmlType="submit" loading={busy}>
          看看认成什么
        </Button>
        <Button loading={template.isPending} onClick={() => template.mutate()}>
          下载空白表
        </Button>
        <span className="soft" role="status">
          {busy ? '正在读文件、逐行比对事项，几百行要几秒' : '只是看一看，什么都不会改动'}
        </span>
      </Flex>
    </Form>
  );
}
