/** What goes wrong with an answer. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is reset before the first byte of the answer. */
  | { readonly kind: 'reset' }
  /** All headers, then so many bytes of the body, then the connection closes. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** All headers, then so many bytes of the body, then silence on an open connection. */
  | { readonly kind: 'hang'; readonly bytes: number }
  /** A request for a range is answered with all of it. */
  | { readonly kind: 'no-range' }
  /** A range begins so many bytes behind the one that was asked for; the header says so, or (`lie`) does not. */
  | { readonly kind: 'wrong-range'; readonly shift: number; readonly lie?: boolean }
  /** The request is taken and never answered. */
  | { readonly kind: 'stall' }
  /** One byte in the middle of the body is another; length and headers stay. */
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | { readonly kind: 'replace'; readonly body: string | Buffer }
  /** One text of the body is another, as a forger would have it. */
  | { readonly kind: 'rewrite'; readonly from: string; readonly to: string }
  /** The host answers with what it has at another path, an older bundle for example. */
  | { readonly kind: 'serve'; readonly path: string };

export interface FaultMatch {
  readonly host?: string;
  readonly method?: string;
  /** Tested against path and query. */
  readonly path: RegExp;
  /** How often the fault strikes; without it, until it is removed. */
  readonly times?: number;
}

export class FaultBoard {
  readonly #entries: { readonly match: FaultMatch; readonly fault: Fault; left: number }[] = [];

  /** Adds a fault and returns what removes it. Of several that match, the one added first strikes. */
  add(match: FaultMatch, fault: Fault): () => void {
    const entry = { match, fault, left: match.times ?? Number.POSITIVE_INFINITY };
    this.#entries.push(entry);
    return () => {
      entry.left = 0;
    };
  }

  take(host: string, method: string, path: string): Fault | undefined {
    const entry = this.#entries.find(
      ({ match, left }) =>
        left > 0 &&
        (match.host ?? host) === host &&
        (match.method ?? method) === method &&
        path.search(match.path) >= 0,
    );
    if (entry) entry.left -= 1;
    return entry?.fault;
  }
}
