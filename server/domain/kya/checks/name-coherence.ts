import type { ProfileCheck, ProfileEvidence } from "@/server/domain/kya/profile-evidence";
import { compareNames, type NameComparison } from "@/server/domain/names/compare-names";

/** Whether the stated name is the document's, in any order of names and any legal transliteration. */
export const nameCoherence: ProfileCheck = {
  name: "name_coherence",
  run: (evidence) => {
    const stated = evidence.profile.full_name;
    if (stated === undefined || stated.trim() === "") return { status: "skipped", message: "No name was given." };
    const forms = documentForms(evidence);
    if (forms.length === 0) return { status: "skipped", message: "There is no document's name to compare with." };
    const best = forms.map((form) => compareNames(stated, form)).reduce(better);
    switch (best.result) {
      case "same":
      case "prefix":
        return { status: "pass", message: "The stated name is the document's." };
      case "close":
        return {
          status: "warn",
          reason: "name_close",
          message: "The stated name differs from the document's by a letter or two.",
        };
      case "different":
        return { status: "fail", reason: "name_differs", message: "The stated name is not the document's." };
      default:
        return best.result satisfies never;
    }
  },
};

/** The ways in which people write the name of a document: all given names or the first, before or after the surname. */
function documentForms({ document }: ProfileEvidence): string[] {
  const surname = document?.surname?.trim() ?? "";
  const given = document?.givenNames?.trim() ?? "";
  if (surname === "" && given === "") return [];
  const firsts = [given, given.split(/\s+/)[0]];
  return [...new Set(firsts.flatMap((first) => [`${first} ${surname}`.trim(), `${surname} ${first}`.trim()]))];
}

const RANK = { same: 0, prefix: 1, close: 2, different: 3 } as const;

function better(a: NameComparison, b: NameComparison): NameComparison {
  return RANK[b.result] < RANK[a.result] ? b : a;
}
