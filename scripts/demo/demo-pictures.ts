/** What one demo verification is made with. */
export interface DemoPictures {
  readonly selfie: Uint8Array;
  readonly front: Uint8Array;
  readonly back?: Uint8Array;
  readonly fullName?: string;
  /** One line about where they come from. */
  readonly about: string;
}
