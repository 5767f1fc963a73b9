import type { CheckResult } from "@/server/contract/fields";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";

/** One judged picture, as far as signs of forgery go. */
export interface SignalledPicture {
  readonly file: string;
  readonly forged: boolean;
  /** How it was forged, where that is known. */
  readonly forgery?: string;
  /** Counted for false alarms: a genuine document, scanned or photographed. */
  readonly genuine: boolean;
  readonly evidence: DocumentEvidence;
  readonly checks: readonly CheckResult[];
}

export interface SignalRate {
  readonly signal: string;
  /** Genuine pictures on which it could be measured; on the others it can raise no alarm. */
  readonly measured: number;
  /** How many it warned of. */
  readonly alarms: number;
  /** 95 % interval of the share of genuine pictures that it warns of (Wilson 1927). */
  readonly interval: readonly [low: number, high: number];
  /** Forged pictures on which it could be measured, and how many it warned of. */
  readonly forged: number;
  readonly raised: number;
}

export interface ForgeryRate {
  readonly forgery: string;
  readonly pictures: number;
  readonly raised: number;
  readonly signals: Readonly<Record<string, number>>;
}

export interface SignalRates {
  readonly genuine: number;
  readonly signals: readonly SignalRate[];
  readonly forged: readonly { readonly file: string; readonly raised: readonly string[] }[];
  /** By how they were forged: pictures, those with any sign, and how many raised each. */
  readonly forgeries: readonly ForgeryRate[];
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
    const interval = wilson(alarms, genuine.length);
    return { signal, measured, alarms, interval, forged: seen(forged).length, raised: raised(forged) };
  });
  return {
    genuine: genuine.length,
    signals,
    forged: forged.map((one) => ({ file: one.file, raised: raisedSignals(one) })),
    forgeries: ratesByForgery(forged),
    any: genuine.filter((one) => raisedSignals(one).length > 0).length,
  };
}

function ratesByForgery(forged: readonly SignalledPicture[]): ForgeryRate[] {
  const kinds = [...new Set(forged.flatMap(({ forgery }) => forgery ?? []))];
  return kinds.map((forgery) => {
    const raised = forged.filter((one) => one.forgery === forgery).map(raisedSignals);
    const signals: Record<string, number> = {};
    for (const signal of raised.flat()) signals[signal] = (signals[signal] ?? 0) + 1;
    return { forgery, pictures: raised.length, raised: raised.filter((one) => one.length > 0).length, signals };
  });
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
export function signalLines({ genuine, signals, forged, forgeries, any }: SignalRates): string[] {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return [
    `signs of forgery, ${genuine} genuine pictures (${any} with any sign), ${forged.length} forged:`,
    `  ${"signal".padEnd(24)} ${"false alarms".padEnd(14)} ${"95 % interval".padEnd(18)} ${"measurable".padEnd(12)} forged raised`,
    ...signals.map(
      ({ signal, measured, alarms, interval: [low, high], forged: all, raised }) =>
        `  ${signal.padEnd(24)} ${`${alarms} of ${genuine}`.padEnd(14)} ${`${percent(low)} to ${percent(high)}`.padEnd(18)} ${`${measured}`.padEnd(12)} ${raised} of ${all}`,
    ),
    ...forgeries.map(({ forgery, pictures, raised, signals: by }) => {
      const each = Object.entries(by).map(([signal, count]) => `${signal} ${count}`);
      return `  ${forgery.padEnd(24)} ${raised} of ${pictures}: ${each.join(", ") || "nothing raised"}`;
    }),
    ...forged.map(({ file, raised }) => `  ${file}: ${raised.join(", ") || "nothing raised"}`),
  ];
}
