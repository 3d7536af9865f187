import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server's key and certificate, PEM. */
export interface KeyPair { readonly key: string; readonly cert: string }

/** What the tests need: a CA nobody trusts until a test says so, and what a server may show. */
export interface Certificates {
  /** The CA's own certificate, PEM: what `NODE_EXTRA_CA_CERTS` is to point at. */
  readonly authority: string;
  /** For localhost and 127.0.0.1. */
  readonly sound: KeyPair;
  readonly expired: KeyPair;
  readonly otherName: KeyPair;
  readonly selfSigned: KeyPair;
  /** For localhost, by another authority that nobody trusts and whose certificate does not come along. */
  readonly stranger: KeyPair;
  /** The same with that authority's certificate in the chain, as many private authorities are set up. */
  readonly strangerChain: KeyPair;
}

const CONFIG = `
[ca]
default_ca = test
[test]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
`;

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-config', 'openssl.cnf'];

/** Makes them with openssl, in a folder that is gone when this returns. */
export const makeCertificates = (): Certificates => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' }); };
  const read = (name: string): KeyPair => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'), cert: readFileSync(join(folder, `${name}.crt`), 'utf8'),
  });
  const selfSign = (name: string, subject: string, extension: string): void =>
    openssl('req', '-x509', ...EC, '-keyout', `${name}.key`, '-out', `${name}.crt`, '-subj', `/CN=${subject}`, '-days', '2',
      '-addext', extension);
  const issue = (name: string, subject: string, startDate: string, endDate: string, more = '', by = 'authority'): KeyPair => {
    openssl('req', ...EC, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${subject}`,
      '-addext', `subjectAltName=DNS:${subject}${more}`);
    openssl('ca', '-batch', '-notext', '-config', 'openssl.cnf', '-in', `${name}.csr`, '-out', `${name}.crt`,
      '-startdate', startDate, '-enddate', endDate, '-cert', `${by}.crt`, '-keyfile', `${by}.key`);
    return read(name);
  };
  try {
    writeFileSync(join(folder, 'openssl.cnf'), CONFIG);
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'serial'), '01\n');
    selfSign('authority', 'Test Authority', 'basicConstraints=critical,CA:TRUE');
    selfSign('strangerAuthority', 'Strange Authority', 'basicConstraints=critical,CA:TRUE');
    selfSign('selfSigned', 'localhost', 'subjectAltName=DNS:localhost');
    const stranger = issue('stranger', 'localhost', '20200101000000Z', '20990101000000Z', '', 'strangerAuthority');
    return {
      authority: read('authority').cert,
      sound: issue('sound', 'localhost', '20200101000000Z', '20990101000000Z', ',IP:127.0.0.1'),
      expired: issue('expired', 'localhost', '20200101000000Z', '20210101000000Z'),
      otherName: issue('otherName', 'mail.example', '20200101000000Z', '20990101000000Z'),
      selfSigned: read('selfSigned'),
      stranger,
      strangerChain: { ...stranger, cert: stranger.cert + read('strangerAuthority').cert },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
