/** Bytes that uploads under way in this process may come to, by holder: they lie on the disk before any row counts them. */
export class UploadsUnderWay {
  readonly #bytes = new Map<string, number>();

  /** Counts an upload from here on, until the function answered is called; `total` is of all of this holder's, this one among them. */
  begin(holder: string, sizeBytesAtMost: number): { readonly total: number; end(): void } {
    const total = (this.#bytes.get(holder) ?? 0) + sizeBytesAtMost;
    this.#bytes.set(holder, total);
    const end = (): void => {
      const left = (this.#bytes.get(holder) ?? 0) - sizeBytesAtMost;
      if (left > 0) this.#bytes.set(holder, left);
      else this.#bytes.delete(holder);
    };
    return { total, end };
  }
}
