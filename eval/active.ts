import { parseArgs } from "node:util";
import { castOf, LIGHTS, type NamedLight, type Player } from "@/eval/liveness-active/cast";
import { rightReason } from "@/eval/liveness-active/expected-reasons";
import { type FilmedCase, judgeFilm } from "@/eval/liveness-active/judge-film";
import { showProgress } from "@/eval/show-progress";
import { percentile } from "@/eval/statistics/error-rates";
import { attacks } from "@/scripts/specimens/videos/attacks";
import type { Attack } from "@/scripts/specimens/videos/attacks/attack";
import { createOnnxNodeRuntime, type OnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";

/**
 * `npm run eval -- active [--people 30] [--lights 3] [--attackers 6] [--json]`: drawn people answer drawn challenges, and every
 * filmed attack is tried by some of them; rendered in memory, judged as the server does. A genuine person may try once more.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: "string", default: "30" },
      lights: { type: "string", default: "3" },
      attackers: { type: "string", default: "6" },
      json: { type: "boolean" },
    },
  });
  const cast = castOf(Number(values.people));
  const lights = LIGHTS.slice(0, Number(values.lights));
  const attackers = Math.min(cast.length, Number(values.attackers));
  const total = cast.length * lights.length + attacks.length * attackers;
  const runtime = createOnnxNodeRuntime();
  const times: number[] = [];
  let done = 0;
  const tick = (film: FilmedCase) => {
    times.push(film.cpuMs);
    return film;
  };
  const genuine: GenuineCase[] = [];
  for (const [i, player] of cast.entries()) {
    for (const [k, light] of lights.entries()) {
      genuine.push(await tryTwice(player, light, i * 10 + k, runtime, tick));
      showProgress(++done, total);
    }
  }
  const refused: Record<string, AttackTally> = {};
  for (const attack of attacks) {
    const tally: AttackTally = { filmed: 0, refused: 0, right_reason: 0, taken_for_live: [], reasons: {} };
    for (const [i, player] of cast.slice(0, attackers).entries()) {
      const seed = 5000 + i * 10 + attacks.indexOf(attack) * 100;
      const { light } = lights[i % lights.length];
      const film = tick(await judgeFilm({ ...player, light, seed, attack }, runtime));
      count(tally, film, attack.expected, player.id);
      showProgress(++done, total);
    }
    refused[attack.id] = tally;
  }
  await runtime.close();
  const report = summarise(genuine, refused, times);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report);
}

interface GenuineCase {
  readonly who: string;
  readonly light: string;
  /** 1 or 2; 0 where both were refused. */
  readonly accepted: 0 | 1 | 2;
  readonly colours: "seen" | "not seen";
  readonly refusals: readonly string[];
}

async function tryTwice(
  player: Player,
  { id, light }: NamedLight,
  seed: number,
  runtime: OnnxNodeRuntime,
  tick: (film: FilmedCase) => FilmedCase,
): Promise<GenuineCase> {
  const refusals: string[] = [];
  for (const attempt of [1, 2] as const) {
    const film = tick(await judgeFilm({ ...player, light, seed: seed * 2 + attempt }, runtime));
    const codes = film.verdict.reasons.map(({ code }) => code);
    const colours = codes.includes("reflection_seen") ? ("seen" as const) : ("not seen" as const);
    if (film.verdict.is_live) return { who: player.id, light: id, accepted: attempt, colours, refusals };
    refusals.push(`${film.actions.join("+")}: ${codes.join(", ")}`);
  }
  return { who: player.id, light: id, accepted: 0, colours: "not seen", refusals };
}

interface AttackTally {
  filmed: number;
  refused: number;
  /** Refused for what they are, and called nothing else. */
  right_reason: number;
  taken_for_live: string[];
  reasons: Record<string, number>;
}

function count(tally: AttackTally, { verdict }: FilmedCase, expected: Attack["expected"], who: string): void {
  const codes = [...new Set(verdict.reasons.map(({ code }) => code))];
  tally.filmed++;
  if (verdict.is_live) tally.taken_for_live.push(who);
  else tally.refused++;
  if (!verdict.is_live && rightReason(expected, codes)) tally.right_reason++;
  for (const code of codes) tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
}

function summarise(genuine: readonly GenuineCase[], by_attack: Record<string, AttackTally>, times: readonly number[]) {
  return {
    genuine: genuine.length,
    accepted_at_once: genuine.filter((g) => g.accepted === 1).length,
    accepted_within_one_retry: genuine.filter((g) => g.accepted > 0).length,
    reflection_seen: genuine.filter((g) => g.colours === "seen").length,
    refusals: genuine.filter((g) => g.refusals.length > 0),
    attacks: Object.values(by_attack).reduce((sum, t) => sum + t.filmed, 0),
    attacks_refused: Object.values(by_attack).reduce((sum, t) => sum + t.refused, 0),
    refused_for_what_they_are: Object.values(by_attack).reduce((sum, t) => sum + t.right_reason, 0),
    by_attack,
    judge_cpu_ms_p50: Math.round(percentile(times, 0.5)),
    judge_cpu_ms_p95: Math.round(percentile(times, 0.95)),
  };
}

function print({ refusals, by_attack, ...totals }: ReturnType<typeof summarise>): void {
  for (const [name, value] of Object.entries(totals)) console.log(`${name.padEnd(26)} ${value}`);
  console.log("\nfilmed  refused  for what it is  attack: reasons");
  for (const [name, t] of Object.entries(by_attack)) {
    const reasons = Object.entries(t.reasons).sort((a, b) => b[1] - a[1]);
    const row = [String(t.filmed).padStart(6), String(t.refused).padStart(7), String(t.right_reason).padStart(14)];
    console.log(`${row.join("  ")}  ${name}: ${reasons.map(([code, n]) => `${code} ${n}`).join(", ")}`);
  }
  for (const { who, light, accepted, refusals: why } of refusals) {
    console.log(`genuine ${who} in ${light} light, accepted at try ${accepted || "none"}: ${why.join(" | ")}`);
  }
}
