import path from "node:path";
import { table } from "@/eval/report/table";
import type { AccuracyPage } from "@/eval/report/types";

interface TypeFigures {
  readonly pictures: number;
  readonly subjects: number;
  readonly taken_for_live: number;
  readonly apcer_interval: readonly [number, number];
  readonly auc: number;
  readonly auc_interval: readonly [number, number] | null;
}

/** What `npm run eval -- liveness --json` prints, as far as the page states it. */
interface PassiveFigures {
  readonly pictures: number;
  readonly subjects: number;
  readonly genuine: number;
  readonly genuine_refused: number;
  readonly bpcer_interval: readonly [number, number];
  readonly apcer: number;
  readonly acer: number;
  readonly auc: number;
  readonly by_type: Readonly<Record<string, TypeFigures>>;
}

/** What `npm run eval -- active --json` prints, as far as the page states it. */
interface ActiveFigures {
  readonly genuine: number;
  readonly accepted_at_once: number;
  readonly accepted_within_one_retry: number;
  readonly reflection_seen: number;
  readonly attacks: number;
  readonly attacks_refused: number;
  readonly by_attack: Readonly<
    Record<string, { readonly filmed: number; readonly refused: number; readonly right_reason: number }>
  >;
}

interface Stage {
  readonly p50_ms: number;
  readonly p95_ms: number;
}

interface Figures {
  readonly half: PassiveFigures;
  readonly all: PassiveFigures;
  readonly active: ActiveFigures;
  readonly times: {
    readonly frames: number;
    readonly picture: Readonly<Record<string, Stage>>;
    readonly sequence: Readonly<Record<string, Stage>>;
  };
}

const percent = (value: number) => `${Math.round(value * 100)} %`;
const between = ([low, high]: readonly [number, number]) => `${percent(low)} to ${percent(high)}`;
const plain = (value: number) => value.toFixed(3);

/** Liveness: single pictures of real attacks, filmed challenges of drawn people, and what it costs. */
export const livenessPage: AccuracyPage<Figures> = {
  id: "liveness",
  title: "Accuracy: liveness",
  measure: async ({ data, evaluate, bench }) => {
    const labels = path.join(data, "antispoof", "labels.json");
    return {
      half: (await evaluate(["liveness", "--labels", labels, "--half", "report"])) as PassiveFigures,
      all: (await evaluate(["liveness", "--labels", labels])) as PassiveFigures,
      active: (await evaluate(["active"])) as ActiveFigures,
      times: (await bench(["liveness"])) as Figures["times"],
    };
  },
  write: (figures) => [passive(figures), active(figures.active), times(figures.times), LIMITS].join("\n\n"),
};

function passive({ half, all }: Figures): string {
  const totals = (f: PassiveFigures) => [
    `${f.pictures} pictures, ${f.subjects} subjects`,
    plain(f.acer),
    plain(f.apcer),
    `${f.genuine_refused} of ${f.genuine} (${between(f.bpcer_interval)})`,
    plain(f.auc),
  ];
  const types = Object.entries(all.by_type).map(([name, t]) => {
    const own = half.by_type[name];
    return [
      name,
      `${t.taken_for_live} of ${t.pictures}, ${t.subjects} ${t.subjects === 1 ? "subject" : "subjects"}`,
      between(t.apcer_interval),
      t.auc_interval ? `${plain(t.auc)} (${t.auc_interval.map(plain).join(" to ")})` : `${plain(t.auc)} (no interval)`,
      own ? `${own.taken_for_live} of ${own.pictures}` : "none in it",
    ];
  });
  return [
    "## One picture",
    "Real photographs that are no part of the project. The weights of the signals come from half of the subjects and from drawn recaptures; the first row is the other half, on which nothing was tuned. Intervals (95 %, Wilson) take pictures for independent, which those of one subject are not: they are rather wider.",
    table(
      ["", "ACER", "APCER, worst type of three or more", "genuine refused", "AUC"],
      [
        ["the other half", ...totals(half)],
        ["all", ...totals(all)],
      ].map(([name, size, ...rest]) => [`${name}: ${size}`, ...rest]),
    ),
    table(["attack", "taken for live", "95 %", "AUC (95 %)", "of these in the other half"], types),
    "AUC is how often a genuine picture looks more live than one of the attack; 0.5 is chance. Its intervals (Hanley and McNeil) are rather wider too.",
    unproven(Object.entries(all.by_type)),
  ].join("\n\n");
}

/** What cannot be claimed: types of too few pictures, or whose AUC may be chance. */
function unproven(types: readonly (readonly [string, TypeFigures])[]): string {
  const open = types.filter(([, { auc_interval }]) => !auc_interval || auc_interval[0] <= 0.5);
  if (open.length === 0) return "Every type is told better than chance.";
  const names = open.map(([name, { pictures }]) => `${name} (${pictures} ${pictures === 1 ? "picture" : "pictures"})`);
  return `Whether these are told better than chance is not shown, either way, by so few pictures: ${names.join("; ")}. No claim is made for them on one picture.`;
}

function active(f: ActiveFigures): string {
  const rows = Object.entries(f.by_attack).map(([name, t]) => [
    name,
    `${t.refused} of ${t.filmed}`,
    `${t.right_reason} of ${t.filmed}`,
  ]);
  return [
    "## A drawn challenge",
    `Films that we draw, rendered in memory and judged as the service does (\`npm run eval -- active\`): ${f.genuine} genuine ones (people in three lights), ${f.attacks} attacks. Accepted at once: ${f.accepted_at_once} of ${f.genuine}; within one retry: ${f.accepted_within_one_retry} of ${f.genuine}; the colours were seen on ${f.reflection_seen} faces. Attacks refused: ${f.attacks_refused} of ${f.attacks}.`,
    table(["attack", "refused", "for what it is"], rows),
  ].join("\n\n");
}

function times({ frames, picture, sequence }: Figures["times"]): string {
  const rows = (what: string, stages: Readonly<Record<string, Stage>>) =>
    Object.entries(stages).map(([stage, t]) => [what, stage, t.p50_ms, t.p95_ms]);
  return [
    "## Time",
    "Milliseconds of one core (`npm run bench -- liveness`), so that other work on the machine counts little.",
    table(
      ["what", "stage", "median", "p95"],
      [...rows("one picture of 12 megapixels", picture), ...rows(`a still and ${frames} frames, 3 seconds`, sequence)],
    ),
  ].join("\n\n");
}

const LIMITS = `## Limits

- One picture is weak evidence. A good reproduction in good light passes, and so may a mask: the one at hand did. Where it matters, ask for a drawn challenge.
- Few real people and two cameras stand behind the first table; screens were seen with one subject. Another camera, another light or another skin may do worse.
- Coming nearer is judged by the face's size alone. A head also changes its perspective, a picture does not; but the mesh follows the shape that a face usually has, and on drawn heads the width of the outline against the eyes changed by −3 to 3 % where 5 % were drawn, on pictures by 0 to 3 %: no verdict can rest on that. The turn that every challenge asks for is what tells a flat picture.
- The films are drawn. That they are told apart shows that the judgement works as it is meant to, not how often it is right with people.
- A mask that is worn and moves, and a face that is exchanged in real time by a program, can answer a challenge. Only the colours on the face, the noise and what the client tells of its camera speak against them, and strong light hides the colours.
- Two people who look alike to the network that compares frames may change places within a capture unseen: of all pairs of thirty drawn people about one in ten lie that near.
- What a client tells of itself can be forged. It is held against the frames, and none of it alone makes anybody live.
- None of this is a certified detection of presentation attacks.`;
