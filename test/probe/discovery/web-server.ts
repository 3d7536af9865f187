import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** A key, and a certificate that is its own authority. */
export interface WebCertificate { readonly key: string; readonly cert: string }

/** Makes a certificate for these names. */
export const certificateFor = (...names: readonly string[]): WebCertificate => {
  const folder = mkdtempSync(join(tmpdir(), 'web-certificate-'));
  try {
    execFileSync('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=web',
      '-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`,
    ], { cwd: folder, stdio: 'pipe' });
    return { key: readFileSync(join(folder, 'key.pem'), 'utf8'), cert: readFileSync(join(folder, 'cert.pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How a URL without its scheme, such as `autoconfig.example.com/mail/config-v1.1.xml`, is answered. */
export type Pages = Readonly<Record<string, (response: ServerResponse) => void>>;

/** A page that is this text. */
export const page = (text: string) => (response: ServerResponse): void => { response.writeHead(200, { 'content-type': 'text/xml' }).end(text); };

/** A web server of the test's own on loopback, by HTTPS. What is not among its pages is not found. */
export class WebServer implements AsyncDisposable {
  /** What was asked for, as `host/path?query`, in order. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('tlsClientError', () => {});
  }

  static async start(certificate: WebCertificate, pages: Pages): Promise<WebServer> {
    const server = createServer({ ...certificate });
    const web = new WebServer(server);
    server.on('request', (request, response) => {
      const url = `${String(request.headers.host).replace(/:\d+$/, '')}${request.url}`;
      web.asked.push(url);
      const answer = pages[url.replace(/\?.*$/, '')];
      if (answer === undefined) response.writeHead(404).end();
      else answer(response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return web;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }
}
