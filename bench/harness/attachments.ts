import { randomFillSync } from 'node:crypto';
import { schemaHas } from './schema.ts';

/** Whether files are uploaded by themselves, and named by id. */
const IS_UPLOADED = schemaHas('input', 'EmailAttachmentInput', 'id');

/** The largest that is taken: uploaded by itself, or else within the call, where 10 MiB in all is the limit. */
export const ATTACHMENT_MEBIBYTES = IS_UPLOADED ? 25 : 7;

const FILE = randomFillSync(Buffer.alloc(ATTACHMENT_MEBIBYTES * 2 ** 20));

/** A file like no other, since equal ones are kept once. */
const fileOf = (number: number): Buffer => {
  const file = Buffer.from(FILE);
  file.writeUInt32LE(number);
  return file;
};

const upload = async (url: string, token: string, number: number): Promise<object> => {
  const response = await fetch(`${url}/attachments?fileName=${number}.pdf&contentType=application/pdf`, {
    method: 'POST', body: new Uint8Array(fileOf(number)), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' },
  });
  if (response.status !== 201) throw new Error(`Not taken: ${await response.text()}`);
  const { id } = await response.json() as { id: string };
  return { id };
};

/** A file of an email, as `sendEmail` takes it. */
export const attach = async (url: string, token: string, number: number): Promise<object> => {
  if (IS_UPLOADED) return await upload(url, token, number);
  return { fileName: `${number}.pdf`, contentType: 'application/pdf', content: fileOf(number).toString('base64') };
};
