import pino, { type DestinationStream } from "pino";
import type { Log } from "@/server/services/ports";

/**
 * One JSON object a line. Fields that could hold a person's data or a secret are struck out by their names, at any
 * depth, whoever logs them: a log is kept longer and read by more people than the database.
 */
const PERSONAL =
  /name|email|phone|birth|address|document|image|picture|photo|selfie|mrz|profile|metadata|body|secret|password|token|cookie|authorization|signature|embedding|template|^ip$|^reference$|^fields$/i;
/** Names of things of ours that the pattern would catch. */
const HARMLESS = new Set([
  "hostname",
  "function_name",
  "event_name",
  "step_name",
  "document_type",
  "body_bytes",
  "name",
]);

export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: { service: "veriflow", pid: process.pid },
    messageKey: "message",
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, message) => logger.info(withoutPersonal(fields, 0), message),
    warn: (fields, message) => logger.warn(withoutPersonal(fields, 0), message),
    error: (fields, message) => logger.error(withoutPersonal(fields, 0), message),
  };
}

function withoutPersonal(value: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(value).map(([name, field]) => [name, cleaned(name, field, depth)]);
  return Object.fromEntries(entries);
}

function cleaned(name: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined) return value;
  if (PERSONAL.test(name) && !HARMLESS.has(name)) return "[struck out]";
  if (value instanceof Error) return described(value);
  if (name === "stack" && typeof value === "string") return framesOf(value);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object") return value;
  if (depth === 4) return "[deep]";
  if (Array.isArray(value)) return value.map((item) => cleaned("", item, depth + 1));
  return withoutPersonal(value, depth + 1);
}

/** Type, code and frames. A database's message may quote the values it was given, so that only its code is kept. */
function described(error: Error): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  const quotes = /^(Prisma|DriverAdapter|error$|DatabaseError)/.test(error.name) || error.message.includes("prisma.");
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(quotes ? {} : { message: error.message.slice(0, 300) }),
    stack: framesOf(error.stack ?? ""),
    ...(error.cause instanceof Error ? { cause: described(error.cause) } : {}),
  };
}

/** A stack without the message at its head. */
function framesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
