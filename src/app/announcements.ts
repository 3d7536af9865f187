import { EventEmitter } from 'node:events';

/** What one part of Postroom tells others after a commit. */
interface Topics {
  /** An email changed: its id. */
  emailChanged: [id: string];
  /** What somebody may do changed, or a session ended: whoever holds a subscription open must be checked anew. */
  rightsChanged: [];
}

/** Says to other processes what was announced in this one. */
export type SayElsewhere = (topic: keyof Topics, id?: string) => void;

/**
 * Announcements inside one process, and between processes where they were joined. Nobody may rely on hearing one: each only
 * makes something happen sooner.
 */
export class Announcements extends EventEmitter<Topics> {
  #fromElsewhere = false;

  constructor() {
    super();
    // One listener per open subscription.
    this.setMaxListeners(0);
  }

  /** From now on what is announced here is said elsewhere too, but for what was heard from there. */
  join(say: SayElsewhere): void {
    this.on('emailChanged', (id) => { if (!this.#fromElsewhere) say('emailChanged', id); });
    this.on('rightsChanged', () => { if (!this.#fromElsewhere) say('rightsChanged'); });
  }

  /** Announces here what another process said. `ids` are of emails; none where a topic is about none. */
  hear(topic: keyof Topics, ids: readonly string[]): void {
    // Listeners are called before `emit` returns, so nothing else is announced meanwhile.
    this.#fromElsewhere = true;
    try {
      if (topic === 'rightsChanged') this.emit(topic);
      else for (const id of ids) this.emit(topic, id);
    } finally {
      this.#fromElsewhere = false;
    }
  }
}
