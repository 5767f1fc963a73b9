import type { FaceGallery } from "@/server/domain/face/face-gallery";

/** A gallery with the id of each face in it. */
export interface NamedGallery extends FaceGallery {
  readonly ids: readonly string[];
}

export interface GalleryEditor {
  /** Up to which change of the database the gallery goes; 0 for one that is new. */
  version: bigint;
  add(id: string, template: ArrayLike<number>, facts: readonly number[]): void;
  /** Forgets every face but these. */
  keep(ids: ReadonlySet<string>): void;
}

/** Enrolled faces in memory, ready to be searched. AppError `unavailable` where they do not fit. */
export interface FaceGalleries {
  /**
   * The gallery kept under a name, after `renew` brought it up to date; renewals of one gallery wait for each other.
   */
  renewed(name: string, dimension: number, renew: (gallery: GalleryEditor) => Promise<void>): Promise<NamedGallery>;
}
