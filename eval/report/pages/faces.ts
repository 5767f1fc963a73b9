import path from "node:path";
import type { GroupReport } from "@/eval/face-pairs/face-groups";
import { table } from "@/eval/report/table";
import type { AccuracyPage } from "@/eval/report/types";
import { chanceOfRatio } from "@/eval/statistics/rate-ratio";

/** What `npm run eval -- faces --json` prints, as far as the page states it. */
interface MatchFigures {
  readonly pairs: number;
  readonly no_face: number;
  readonly auc: number;
  readonly fnmr_at_fmr_1e2: number;
  readonly fnmr_at_fmr_1e3: number;
  readonly fnmr_at_fmr_1e4: number;
  readonly listed_fnmr_at_fmr_1e2: number;
  readonly threshold: number;
  readonly fmr_at_threshold: number;
  readonly fnmr_at_threshold: number;
  readonly groups: Readonly<Record<string, GroupReport>>;
  readonly similarities: readonly {
    readonly similarity: number;
    readonly calibrated_fmr: number;
    readonly fmr: number;
    readonly fnmr: number;
  }[];
}

interface Figures {
  readonly all: MatchFigures;
  readonly half: MatchFigures;
  readonly match: { readonly rows: readonly { stage: string; p50_cpu_ms: number; p95_cpu_ms: number }[] };
  readonly search: {
    readonly faces: number;
    readonly rows: readonly { what: string; p50_ms: number; p95_ms: number }[];
  };
}

/** Fewer impostors than this say nothing about a rate of one in a thousand. */
const TELLING = 200;
/** The groups' rates should lie within it. */
const FACTOR = 3;
const SIGNIFICANT = 0.05;

/** Faces: one threshold over mixed sources, what a similarity stands for, groups side by side, and what it costs. */
export const facesPage: AccuracyPage<Figures> = {
  id: "faces",
  title: "Accuracy: faces",
  measure: async ({ data, evaluate, bench }) => {
    const pairs = ["faces", "--pairs", path.join(data, "faces", "pairs.csv")];
    return {
      all: kept((await evaluate(pairs)) as MatchFigures),
      half: kept((await evaluate([...pairs, "--half", "report"])) as MatchFigures),
      match: (await bench(["match"])) as Figures["match"],
      search: (await bench(["search"])) as Figures["search"],
    };
  },
  write: ({ all, half, match, search }) =>
    [overview(all, half), scale(half), fairness(all), cost(match, search), LIMITS].join("\n\n"),
};

/** Without the times of the evaluation, which are those of a machine at work. */
function kept(figures: MatchFigures): MatchFigures {
  const { ms_p50, ms_p95, ...rest } = figures as MatchFigures & { ms_p50: number; ms_p95: number };
  return rest;
}

const plain = (value: number) => value.toFixed(3);

function overview(all: MatchFigures, half: MatchFigures): string {
  const row = (title: string, key: keyof MatchFigures) => [
    title,
    plain(half[key] as number),
    plain(all[key] as number),
  ];
  return `## One threshold

${all.pairs} pairs of mixed sources: celebrities over decades, film stills, tight crops, athletes, dim webcams, selfies and documents. Impostors: every pair of two people, unless said otherwise. The mixture of the score normalisation and the table of similarities are statistics over one half of the people (no centre stands for fewer than five, no template is kept); the first column is the other half.

${table(
  ["", "the other half", "all"],
  [
    row("FNMR at FMR 1e-2", "fnmr_at_fmr_1e2"),
    row("FNMR at FMR 1e-3", "fnmr_at_fmr_1e3"),
    row("FNMR at FMR 1e-4", "fnmr_at_fmr_1e4"),
    row("FNMR at FMR 1e-2, listed impostors of the same source only", "listed_fnmr_at_fmr_1e2"),
    row("area under the curve", "auc"),
    ["pictures in which no face was found", half.no_face, all.no_face],
  ],
)}

A template is MobileFaceNet and dlib's network laid end to end, each the mean of a picture and its mirror image. The choice of networks and the strength of the normalisation were made while looking at both halves.`;
}

function scale({ similarities }: MatchFigures): string {
  return `## What a similarity stands for

The scale is calibrated on strangers of one kind, those nearest to the same centre of the mixture, because an impostor is seldom of another sex, age and origin. Among any two strangers a similarity is rarer than it stands for. Measured on the half of the people from whom nothing was derived:

${table(
  ["similarity", "stands for FMR (one kind)", "found FMR (any two)", "found FNMR"],
  similarities.map((s) => [s.similarity.toFixed(2), s.calibrated_fmr, s.fmr, plain(s.fnmr)]),
)}

\`threshold\` asks for a similarity, \`fmr\` for a rate: \`"fmr": 1e-4\` is similarity 0.84. Below 3e-4 the scale is extrapolated.`;
}

function fairness({ groups, threshold }: MatchFigures): string {
  const rate = (value: number | null) => (value === null ? "" : value === 0 ? "0" : value.toFixed(4));
  const rows = Object.entries(groups).map(([name, g]) => [
    name,
    g.same,
    rate(g.fnmr),
    g.different,
    rate(g.fmr),
    g.strangers,
    rate(g.strangers_fmr),
    g.people_pairs,
    g.people_pairs_passed,
    g.strangers_interval ? g.strangers_interval.map((v) => v.toFixed(4)).join(" to ") : "",
  ]);
  return `## Groups

At the default threshold (similarity ${threshold}). "Listed" are the impostors that the set names; "all" is every pair of pictures of two people within the group. The interval (95 %) counts pairs of people, not pictures: many pictures of two people who look alike are one observation.

${table(["group", "same person", "FNMR", "listed", "FMR", "all", "FMR", "pairs of people", "of them passed", "interval"], rows)}

${withinFactor(groups)}

Tried against the highest rate, and left out: evening out brightness, contrast or detail of the aligned face, centring the embeddings, normalising each network apart. None parted look-alikes without refusing more pictures of one person. Nor does quality: the dim webcam pictures are large, frontal and sharp, better than those of most sources.`;
}

/** What the groups say of a factor of three between their rates: counted by pairs of people, and by pictures. */
function withinFactor(groups: MatchFigures["groups"]): string {
  const telling = Object.entries(groups)
    .filter(([, g]) => g.strangers >= TELLING)
    .map(([name, g]) => ({
      name,
      hits: g.people_pairs_passed,
      trials: g.people_pairs,
      interval: g.strangers_interval!,
    }));
  const compared = telling.flatMap((a) =>
    telling.filter((b) => b !== a).map((b) => ({ a, b, chance: chanceOfRatio(a, b, FACTOR) })),
  );
  const worst = compared.reduce((least, one) => (one.chance < least.chance ? one : least));
  const verdict =
    worst.chance < SIGNIFICANT
      ? `differ by more than a factor of ${FACTOR}`
      : `are consistent with a factor of ${FACTOR}, and too few to prove it`;
  const passed = telling.filter((g) => g.hits > 0).map((g) => `${g.name} ${g.hits} of ${g.trials}`);
  const apart = compared.filter(({ a, b }) => a.interval[0] > FACTOR * b.interval[1]);
  const byPictures = apart.map(({ a, b }) => `${a.name} above ${FACTOR} times ${b.name}`).join(", ");
  return `By pairs of people: in groups with ${TELLING} impostors or more, two pictures pass of ${passed.join(", of ") || "no pair"}${passed.length > 0 ? ", and of none in the others" : ""}. Any two groups were tested for a ratio above ${FACTOR} (exact test of two rates): the least p is ${worst.chance.toFixed(2)}, ${worst.a.name} against ${worst.b.name}. Counted so, the groups ${verdict}.

By pictures, as the intervals have it: ${byPictures ? `${byPictures} and no others apart by so much` : "none apart by so much"}. uniform_cross pairs any two people, who mostly differ in sex, age or origin; the other groups pair people of one source, who are more alike.`;
}

function cost(match: Figures["match"], search: Figures["search"]): string {
  return `## Time

A drawn 12-megapixel selfie against a drawn 12-megapixel picture of a document, time of the processor (the service looks at both side by side):

${table(
  ["stage", "p50, ms", "p95, ms"],
  match.rows.map((r) => [r.stage, r.p50_cpu_ms, r.p95_cpu_ms]),
)}

One exact search among ${search.faces.toLocaleString("en")} enrolled faces, time of the processor unless said otherwise:

${table(
  ["", "p50, ms", "p95, ms"],
  search.rows.map((r) => [r.what, r.p50_ms, r.p95_ms]),
)}`;
}

const LIMITS = `## Limits

The people are few and mostly celebrities; their pictures are harder than a selfie against a document, and say nothing about children or about your users. Origin, sex and age are not labelled, so groups are sources of pictures. Twins and close relatives were not measured. Both networks saw other pictures of celebrities in training, perhaps of these people. This is no certification.`;
