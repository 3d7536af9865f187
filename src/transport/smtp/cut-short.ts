import type { Stage } from '../../domain/stage.js';

/** We closed the connection ourselves, at a stage, for what the server did with it. */
export class CutShort extends Error {
  override readonly name = 'CutShort';
  readonly stage: Stage;
  readonly code: string;

  constructor(stage: Stage, code: string, words: string) {
    super(words);
    this.stage = stage;
    this.code = code;
  }
}
