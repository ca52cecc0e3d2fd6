import { Button, Flex, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import type { Notice } from './screening.js';

/** What the service reads; it says itself what is wrong with a file. */
const TAKEN = '.docx,.doc,.wps,.pdf,.ofd,.rtf,.odt,.eml,.txt';

interface NoticeFormProps {
  busy: boolean;
  onSend(notice: Notice): void;
}

export function NoticeForm({ busy, onSend }: NoticeFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const send = ({ text = '', region = '' }: { text?: string; region?: string }) =>
    onSend({ text, file, region });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={send} style={{ maxWidth: 760 }}>
      <Form.Item label="通知文件" extra="Word、WPS、PDF、OFD、RTF、ODT、邮件或纯文本">
        <Upload
          accept={TAKEN}
          maxCount={1}
          beforeUpload={(chosen) => {
            setFile(chosen);
            // It goes along with the form, not by itself.
            return false;
          }}
          onRemove={() => setFile(null)}
        >
          <Button>选文件</Button>
        </Upload>
      </Form.Item>
      <Form.Item
        name="text"
        label="或者粘贴通知全文"
        rules={[{ required: file === null, whitespace: true, message: '请选一个文件，或者把通知粘贴在这里' }]}
      >
        <Input.TextArea rows={8} disabled={file !== null} />
      </Form.Item>
      <Form.Item name="region" label="地区" extra="不写时看通知的标题和落款">
        <Input placeholder="如：重庆市南岸区" style={{ maxWidth: 320 }} />
      </Form.Item>
      <Flex align="center" gap={12}>
        <Button type="primary" htmlType="submit" loading={busy}>
          研判
        </Button>
        <span className="soft" role="status">
          {busy ? '正在逐句看，长的通知要十几秒' : ''}
        </span>
      </Flex>
    </Form>
  );
}
