import { randomFillSync } from 'node:crypto';

/** The largest that is taken. */
export const ATTACHMENT_MEBIBYTES = 25;

const FILE = randomFillSync(Buffer.alloc(ATTACHMENT_MEBIBYTES * 2 ** 20));

/** A file like no other, since equal ones are kept once. */
const fileOf = (number: number): Buffer => {
  const file = Buffer.from(FILE);
  file.writeUInt32LE(number);
  return file;
};

/** Uploads a file and answers it as `sendEmail` takes it: by its id. */
export const attach = async (url: string, token: string, number: number): Promise<object> => {
  const response = await fetch(`${url}/attachments?fileName=${number}.pdf&contentType=application/pdf`, {
    method: 'POST', body: new Uint8Array(fileOf(number)), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' },
  });
  if (response.status !== 201) throw new Error(`Not taken: ${await response.text()}`);
  const { id } = await response.json() as { id: string };
  return { id };
};
