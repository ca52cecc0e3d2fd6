/** A form as a browser encodes it: headers and body for `inject` or `fetch`. */
export async function formOf(
  fields: Readonly<Record<string, string>>,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<{ headers: { 'content-type': string }; payload: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const { name, bytes } of files) form.append('file', new Blob([bytes]), name);
  const encoded = new Response(form);
  return {
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  };
}
