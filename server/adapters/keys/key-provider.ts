/** Holds the master key: locally, or a key management service from which it never comes out. */
export interface KeyProvider {
  /** For messages, e.g. `local` or the key's ARN. Never the key. */
  readonly name: string;
  seal(plain: Uint8Array, context: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws where the value was altered, the context differs, or the key is gone. */
  open(sealed: Uint8Array, context: string): Promise<Uint8Array<ArrayBuffer>>;
}
