import { AppError } from "@/server/contract/errors";
import { FACTS } from "@/server/domain/face/face-gallery";
import type { FaceGalleries, GalleryEditor, NamedGallery } from "@/server/services/faces/face-galleries";

export interface GalleryOptions {
  /** What all galleries together may hold. Default 1 GB: seven hundred thousand faces. */
  readonly maxBytes?: number;
  /** A gallery that nobody asked for so long is forgotten. Default ten minutes. */
  readonly idleMs?: number;
}

/**
 * Galleries of this process, in memory that worker threads read without a copy. What a search was given never changes
 * under it: faces are added behind the last one it knows, and removal makes a new gallery. Where memory is short the
 * least used is forgotten.
 */
export function faceGalleries({ maxBytes = 1_000_000_000, idleMs = 600_000 }: GalleryOptions = {}): FaceGalleries {
  const kept = new Map<string, Kept>();
  const forget = (name: string) => {
    clearTimeout(kept.get(name)?.timer);
    kept.delete(name);
  };
  const touch = (name: string, one: Kept) => {
    forget(name);
    one.timer = setTimeout(() => forget(name), idleMs).unref();
    kept.set(name, one);
  };
  const makeRoom = (name: string) => {
    const total = () => [...kept.values()].reduce((sum, { gallery }) => sum + gallery.bytes(), 0);
    for (const other of [...kept.keys()]) if (other !== name && total() > maxBytes) forget(other);
    if (total() <= maxBytes) return;
    forget(name);
    throw new AppError("unavailable", { service: "face_search", reason: "gallery_too_large", max_bytes: maxBytes });
  };
  return {
    async renewed(name, dimension, renew) {
      const one = kept.get(name) ?? { gallery: new Gallery(dimension), renewal: Promise.resolve() };
      touch(name, one);
      one.renewal = one.renewal.catch(() => undefined).then(() => renew(one.gallery));
      await one.renewal.catch((error: unknown) => {
        forget(name);
        throw error;
      });
      makeRoom(name);
      return one.gallery.view();
    },
  };
}

interface Kept {
  readonly gallery: Gallery;
  renewal: Promise<void>;
  timer?: NodeJS.Timeout;
}

class Gallery implements GalleryEditor {
  version = 0n;
  private ids: string[] = [];
  private templates = shared(0);
  private facts = shared(0);

  constructor(private readonly dimension: number) {}

  add(id: string, template: ArrayLike<number>, facts: readonly number[]): void {
    const at = this.ids.length;
    if ((at + 4) * this.dimension > this.templates.length) this.grow(Math.max(256, 2 * at));
    this.templates.set(template, at * this.dimension);
    this.facts.set(facts, at * FACTS);
    this.ids.push(id);
  }

  keep(ids: ReadonlySet<string>): void {
    const { templates, facts, ids: before, dimension } = this;
    const places = before.flatMap((id, i) => (ids.has(id) ? [i] : []));
    if (places.length === before.length) return;
    this.ids = places.map((i) => before[i]);
    this.templates = shared((places.length + 4) * dimension);
    this.facts = shared((places.length + 4) * FACTS);
    places.forEach((from, to) => {
      this.templates.set(templates.subarray(from * dimension, (from + 1) * dimension), to * dimension);
      this.facts.set(facts.subarray(from * FACTS, (from + 1) * FACTS), to * FACTS);
    });
  }

  view(): NamedGallery {
    const { ids, templates, facts, dimension } = this;
    return { ids, count: ids.length, dimension, templates, facts };
  }

  bytes(): number {
    return this.templates.byteLength + this.facts.byteLength;
  }

  private grow(count: number): void {
    const [templates, facts] = [shared((count + 4) * this.dimension), shared((count + 4) * FACTS)];
    templates.set(this.templates);
    facts.set(this.facts);
    this.templates = templates;
    this.facts = facts;
  }
}

function shared(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * 4));
}
