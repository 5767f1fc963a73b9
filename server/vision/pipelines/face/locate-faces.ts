import { detectFaces } from "@/server/vision/pipelines/face/detect-faces";
import type { SearchEffort } from "@/server/vision/pipelines/face/detector-views";
import { measureMesh } from "@/server/vision/pipelines/face/measure-mesh";
import { eyeDistance, MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { DetectedFace, FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Box, Image, Runtime } from "@/server/vision/types";

/** The face that a picture is about, with its mesh, and how many faces were seen. */
export interface LocatedFaces {
  readonly count: number;
  readonly best?: { readonly face: DetectedFace; readonly mesh: FaceMesh };
}

/** A detection that ends the search, one that is worth a mesh, and one that is worth a mesh where there is nothing better. */
const SURE = 0.65;
const LEAST = 0.5;
const LIKELY = 0.35;
/** Below this the mesh does not believe that it looks at a face. */
const CONVINCED = 0.8;
/** Faces this much smaller than the largest are bystanders and prints on clothes. */
const BYSTANDER = 0.35;

/**
 * Detection and mesh confirm each other: where the mesh does not believe the first look, the picture is searched
 * harder and the candidate that the mesh believes most is taken. The best of several believed faces is the largest.
 * `quick`: one look, for pictures in which no face is expected; `upright`: for pictures whose print tells which way up
 * they are; `within`: the part of such a picture that shows a document.
 */
export async function locateFaces(
  image: Image,
  runtime: Runtime,
  effort: SearchEffort = "thorough",
  within?: Box,
): Promise<LocatedFaces> {
  const seen = await detectFaces(image, runtime, { sure: SURE, least: LIKELY, effort, within });
  const first = await candidates(
    image,
    runtime,
    seen.filter((face) => face.score >= LEAST),
  );
  if (first.length > 0 && first[0].mesh.presence >= CONVINCED) return pick(believed(first));
  if (effort === "quick") return { count: 0 };
  const stoppedEarly = seen.length > 0 && seen[0].score >= SURE;
  const more = stoppedEarly
    ? await detectFaces(image, runtime, { sure: Infinity, least: LIKELY, effort, within })
    : seen;
  const harder = await candidates(image, runtime, more);
  return pick([...first, ...harder].sort((a, b) => b.mesh.presence - a.mesh.presence).slice(0, 1));
}

type Candidate = NonNullable<LocatedFaces["best"]>;

/** The largest faces, best first, each with its mesh. */
async function candidates(image: Image, runtime: Runtime, faces: readonly DetectedFace[]): Promise<Candidate[]> {
  const largest = Math.max(0, ...faces.map((f) => f.box.width));
  const worth = faces.filter((f) => f.box.width >= BYSTANDER * largest).sort((a, b) => rank(b) - rank(a));
  const out: Candidate[] = [];
  for (const face of worth.slice(0, 4)) out.push({ face, mesh: await measureMesh(image, face, runtime) });
  return out;
}

/** Those that the mesh takes for faces; several looks at one face are one. */
function believed(found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const candidate of found) {
    const isNew = out.every(({ mesh }) => noseGap(mesh, candidate.mesh) > eyeDistance(mesh));
    if (candidate.mesh.presence >= CONVINCED && isNew) out.push(candidate);
  }
  return out;
}

/** How far the nose tips of two meshes lie apart, source pixels. */
function noseGap(a: FaceMesh, b: FaceMesh): number {
  const [p, q] = [meshPoint(a, MESH.noseTip), meshPoint(b, MESH.noseTip)];
  return Math.hypot(p.x - q.x, p.y - q.y);
}

function rank(face: DetectedFace): number {
  return face.box.width * face.score ** 2;
}

function pick(found: readonly Candidate[]): LocatedFaces {
  return { count: found.length, best: found[0] };
}
