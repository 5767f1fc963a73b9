/**
 * Loaded before Next (`node --import`): what it and Node write to the console becomes a JSON object a line, as the rest
 * of the log is. Errors keep their kind and their frames; their text may quote what a person sent.
 */
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
const MOST = 500;

for (const [method, level] of Object.entries({
  debug: "debug",
  log: "info",
  info: "info",
  warn: "warn",
  error: "error",
})) {
  console[method] = (...given) => write(level, given);
}
process.removeAllListeners("warning");
process.on("warning", ({ name, message }) => write("warn", [`${name}: ${message}`]));

function write(level, given) {
  const error = given.find((one) => one instanceof Error);
  const message = given
    .filter((one) => typeof one === "string" || typeof one === "number")
    .join(" ")
    .replace(ESCAPES, "")
    .trim()
    .slice(0, MOST);
  if (message === "" && !error) return;
  const line = { level, time: new Date().toISOString(), service: "next", pid: process.pid, message, ...facts(error) };
  (level === "error" || level === "warn" ? process.stderr : process.stdout).write(`${JSON.stringify(line)}\n`);
}

function facts(error) {
  if (!error) return {};
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, digest: error.digest, stack: frames.slice(0, 12).join("\n") };
}
