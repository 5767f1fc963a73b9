import type { DemoPictures } from "@/scripts/demo/demo-pictures";
import { people } from "@/scripts/specimens/people";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";

/** A drawn person with a drawn passport, photographed with a phone; one of the cast, by the minute. */
export async function drawPerson(): Promise<DemoPictures> {
  const person = people[Math.floor(Date.now() / 60_000) % people.length];
  const { selfie, front, back } = await specimenVerification({ person, kind: "passport" });
  const fullName = `${person.givenNames} ${person.surname}`;
  return {
    selfie,
    front,
    back,
    fullName,
    about: `${fullName}, who is drawn, with a passport of ${person.nationality}`,
  };
}
