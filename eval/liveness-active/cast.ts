import type { Face, Lighting } from "@/scripts/specimens/face/person";
import { randomFace } from "@/scripts/specimens/face/random-face";
import { people, unlikePerson } from "@/scripts/specimens/people";

export interface Player {
  readonly id: string;
  readonly face: Face;
  /** Somebody of clearly another face. */
  readonly other: Face;
}

/** The drawn cast, and further faces where more are asked for. */
export function castOf(count: number): Player[] {
  const known = people.map((person) => ({ id: person.id, face: person.face, other: unlikePerson(person).face }));
  const further = Array.from({ length: Math.max(0, count - known.length) }, (_, i) => ({
    id: `face-${i + 1}`,
    face: randomFace(301 + i, i % 2 === 0 ? "F" : "M", 1.7),
    other: known[i % known.length].face,
  }));
  return [...known, ...further].slice(0, count);
}

export interface NamedLight {
  readonly id: string;
  readonly light: Partial<Lighting>;
}

export const LIGHTS: readonly NamedLight[] = [
  { id: "window", light: {} },
  { id: "lamp", light: { azimuth: 0.6, elevation: 0.3, strength: 0.55, ambient: 0.45, colour: "#ffdcb0" } },
  { id: "overcast", light: { azimuth: 0.1, elevation: 0.7, strength: 0.6, ambient: 0.78, colour: "#eaf1ff" } },
];
