import { EventEmitter } from 'node:events';

/** What one part of the process tells others after a commit. */
interface Topics {
  /** An email changed: its id. */
  emailChanged: [id: string];
  /** What somebody may do changed, or a session ended: whoever holds a subscription open must be checked anew. */
  rightsChanged: [];
}

/** Announcements inside one process. Nobody may rely on hearing one: each only makes something happen sooner. */
export class Announcements extends EventEmitter<Topics> {
  constructor() {
    super();
    // One listener per open subscription.
    this.setMaxListeners(0);
  }
}
