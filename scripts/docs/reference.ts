import { modelInventory } from "@/server/adapters/model-inventory";
import { ERRORS } from "@/server/contract/errors";
import { EVENTS } from "@/server/contract/events";
import { endpointList } from "@/server/contract/v1/index";
import { checks as documentChecks } from "@/server/domain/documents/checks/index";
import { OPERATOR_PERMISSIONS, PERMISSIONS } from "@/server/domain/people/permissions";
import { SCENARIOS } from "@/server/domain/sandbox/scenarios";
import { VARIABLES } from "@/server/env";

/**
 * Everything in docs/reference.md is read off the declarations that the code runs on; `npm run docs` writes it anew.
 */
export function reference(): string {
  return [
    "# Reference\n\nWritten by `npm run docs` from the code's own declarations; a test holds the two equal.",
    section("Endpoints", ["method and path", "scope", "metered as", "what it does"], endpoints()),
    section("Errors", ["code", "status", "try again", "meaning"], errors()),
    section(
      "Webhook events",
      ["type", "version", "when", "`data`"],
      Object.entries(EVENTS).map(([type, event]) => [
        code(type),
        String(event.version),
        event.summary,
        Object.keys(event.data.shape).map(code).join(", "),
      ]),
    ),
    section("Sandbox", ["scenario", "what", "decision", "reasons, or events", "send with it"], scenarios()),
    section("Document checks", ["name", "severity", "what", "source"], checks()),
    section("Permissions of a tenant's roles", ["permission", "roles"], table(PERMISSIONS)),
    section("Permissions of the operator's roles", ["permission", "roles"], table(OPERATOR_PERMISSIONS)),
    section(
      "Configuration",
      ["variable", "must be"],
      Object.entries(VARIABLES).map(([name, [, meaning]]) => [code(name), meaning]),
    ),
    section("Models", ["id", "what", "version", "licence", "SHA-256"], models()),
  ].join("\n\n");
}

function endpoints(): string[][] {
  return endpointList.map(({ method, path, scope, billed, summary }) => [
    code(`${method} ${path}`),
    code(scope),
    billed ?? "–",
    summary,
  ]);
}

function errors(): string[][] {
  return Object.entries(ERRORS).map(([name, { status, retryable, message }]) => [
    code(name),
    String(status),
    retryable ? "yes" : "no",
    message,
  ]);
}

function scenarios(): string[][] {
  return Object.entries(SCENARIOS).map(([id, scenario]) => [
    code(id),
    scenario.title,
    scenario.expect.decision ?? "–",
    (scenario.kind === "seen" ? scenario.expect.reasons : scenario.events).map(code).join(", "),
    scenario.kind === "seen" && scenario.send ? code(JSON.stringify(scenario.send)) : "",
  ]);
}

function checks(): string[][] {
  return documentChecks.map(({ id, severity, title, source }) => [code(id), severity, title, source]);
}

function models(): string[][] {
  return modelInventory().map(({ id, title, version, licence, sha256 }) => [
    code(id),
    title,
    version,
    licence,
    code(sha256.slice(0, 16)),
  ]);
}

function table(permissions: Readonly<Record<string, readonly string[]>>): string[][] {
  return Object.entries(permissions).map(([permission, roles]) => [code(permission), roles.join(", ")]);
}

const code = (text: string) => `\`${text}\``;

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [`## ${title}`, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
