import type { CheckResult } from "@/server/contract/fields";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";

/** One judged picture, as far as signs of forgery go. */
export interface SignalledPicture {
  readonly file: string;
  readonly forged: boolean;
  /** Counted for false alarms: a genuine document, scanned or photographed. */
  readonly genuine: boolean;
  readonly evidence: DocumentEvidence;
  readonly checks: readonly CheckResult[];
}

export interface SignalRate {
  readonly signal: string;
  /** Genuine pictures on which it could be measured. */
  readonly measured: number;
  /** Of those, how many it warned of. */
  readonly alarms: number;
  /** 95 % interval of the false-alarm rate (Wilson 1927). */
  readonly interval: readonly [low: number, high: number];
  /** Forged pictures on which it could be measured, and how many it warned of. */
  readonly forged: number;
  readonly raised: number;
}

export interface SignalRates {
  readonly genuine: number;
  readonly signals: readonly SignalRate[];
  readonly forged: readonly { readonly file: string; readonly raised: readonly string[] }[];
  /** Genuine pictures with at least one warning. */
  readonly any: number;
}

/** False alarms on genuine pictures and what forged ones raise, signal by signal. A signal counts where its check warned or failed. */
export function signalRates(pictures: readonly SignalledPicture[]): SignalRates {
  const genuine = pictures.filter((one) => one.genuine && !one.forged);
  const forged = pictures.filter((one) => one.forged);
  const ids = new Set(pictures.flatMap((one) => measuredSignals(one)));
  const signals = [...ids].sort().map((signal): SignalRate => {
    const seen = (all: readonly SignalledPicture[]) => all.filter((one) => measuredSignals(one).includes(signal));
    const raised = (all: readonly SignalledPicture[]) =>
      all.filter((one) => raisedSignals(one).includes(signal)).length;
    const measured = seen(genuine).length;
    const alarms = raised(genuine);
    const interval = wilson(alarms, measured);
    return { signal, measured, alarms, interval, forged: seen(forged).length, raised: raised(forged) };
  });
  return {
    genuine: genuine.length,
    signals,
    forged: forged.map((one) => ({ file: one.file, raised: raisedSignals(one) })),
    any: genuine.filter((one) => raisedSignals(one).length > 0).length,
  };
}

function measuredSignals({ evidence }: SignalledPicture): string[] {
  return evidence.sides.flatMap(({ forgery }) => (forgery ?? []).map(({ id }) => id));
}

/** Signals are the machine reasons of the checks that speak for them. */
function raisedSignals(one: SignalledPicture): string[] {
  const measured = measuredSignals(one);
  return one.checks
    .filter(({ status }) => status === "warn" || status === "fail")
    .flatMap(({ reason }) => (reason && measured.includes(reason) ? [reason] : []));
}

/** Wilson's 95 % interval of a share; 0 to 1 where nothing was counted. */
export function wilson(hits: number, all: number): readonly [low: number, high: number] {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = hits / all;
  const middle = share + z ** 2 / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  const whole = 1 + z ** 2 / all;
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return [round(Math.max(0, middle - half) / whole), round(Math.min(whole, middle + half) / whole)];
}

/** The table as it is printed. */
export function signalLines({ genuine, signals, forged, any }: SignalRates): string[] {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return [
    `signs of forgery, ${genuine} genuine pictures (${any} with any sign), ${forged.length} forged:`,
    `  ${"signal".padEnd(24)} ${"false alarms".padEnd(14)} ${"95 % interval".padEnd(18)} forged raised`,
    ...signals.map(
      ({ signal, measured, alarms, interval: [low, high], forged: all, raised }) =>
        `  ${signal.padEnd(24)} ${`${alarms} of ${measured}`.padEnd(14)} ${`${percent(low)} to ${percent(high)}`.padEnd(18)} ${raised} of ${all}`,
    ),
    ...forged.map(({ file, raised }) => `  ${file}: ${raised.join(", ") || "nothing raised"}`),
  ];
}
