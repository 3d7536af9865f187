import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Api } from './api.js';

/** What tests look at in an email. */
export interface WatchedEmail {
  readonly id: string;
  readonly status: string;
  readonly parkedReason: string | null;
  readonly diagnosisId: string | null;
  readonly messageId: string;
  readonly recipients: readonly { address: string; kind: string; status: string; code: number | null; enhancedCode: string | null; reply: string | null }[];
  readonly attempts: readonly {
    number: number; outcome: string; stage: string; code: number | null; enhancedCode: string | null; reply: string | null;
    diagnosis: { id: string; verdict: string; scope: string } | null; account: { id: string } | null;
  }[];
}

export const WATCHED = `{
  id status parkedReason diagnosisId messageId recipients { address kind status code enhancedCode reply }
  attempts { number outcome stage code enhancedCode reply diagnosis { id verdict scope } account { id } }
}`;

/** Follows all emails over one socket, so that a test can wait for what becomes of one. */
export interface EmailWatch extends AsyncDisposable {
  /** The email once it is at one of these statuses, which it may be already. */
  until(id: string, ...statuses: readonly string[]): Promise<WatchedEmail>;
}

/** Resolves when it listens: a question that is asked later over the same socket has then been answered. */
export const watchEmails = async (api: Api): Promise<EmailWatch> => {
  const client = createClient({
    url: `${api.url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, lazy: true,
    connectionParams: { authorization: `Bearer ${api.token}` },
  });
  const changes = client.iterate({ query: 'subscription { emailChanged { id } }' });
  const wakeUps = new Set<() => void>();
  const listening = (async () => {
    for await (const { errors } of changes) {
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      for (const wakeUp of wakeUps) wakeUp();
    }
  })();
  const ask = async (id: string): Promise<WatchedEmail | null> => {
    const answers = client.iterate<{ email: WatchedEmail | null }>({ query: `query($id: ID!) { email(id: $id) ${WATCHED} }`, variables: { id } });
    for await (const { data, errors } of answers) {
      if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
      return data.email;
    }
    throw new Error('No answer');
  };
  await ask('none');
  return {
    until: async (id, ...statuses) => {
      for (;;) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wakeUps.add(resolve);
        const email = await ask(id);
        if (email === null) throw new Error(`No email ${id}`);
        if (statuses.includes(email.status)) {
          wakeUps.delete(resolve);
          return email;
        }
        await Promise.race([promise, listening]);
        wakeUps.delete(resolve);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await changes.return?.();
      await client.dispose();
      await listening;
    },
  };
};
