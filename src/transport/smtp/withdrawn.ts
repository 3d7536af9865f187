/** An email that waited for a connection does not get one any more: no server heard of it. */
export class Withdrawn extends Error {
  constructor() {
    super('Withdrawn before a connection was chosen');
  }
}
