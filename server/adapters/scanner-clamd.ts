import { connect } from "node:net";
import { AppError } from "@/server/contract/errors";
import type { VirusScanner } from "@/server/services/ports";

export interface ClamdOptions {
  readonly host: string;
  readonly port: number;
  /** Whether a file that could not be scanned is refused for everybody. */
  readonly required: boolean;
  /** Told why a file went unscanned, where that is allowed. */
  readonly onSkipped: (reason: string) => void;
  /** For the whole exchange. */
  readonly timeoutMs?: number;
}

const CHUNK_BYTES = 64 * 1024;

/**
 * ClamAV's daemon over TCP (clamd(8), INSTREAM: chunks with their length before them, an empty one at the end).
 * AppError `malware_found`, or `scanner_unavailable` for anything that is not a clear answer where scanning is
 * required.
 */
export function clamdScanner(options: ClamdOptions): VirusScanner {
  return {
    async scan(bytes, demanded) {
      const answer = await ask(options, bytes);
      if (answer === "stream: OK") return;
      // The signature's name is for the log of the daemon; a caller learns no more than that the file was refused.
      if (/^stream: .+ FOUND$/.test(answer)) throw new AppError("malware_found");
      if (options.required || (await demanded?.())) throw new AppError("scanner_unavailable", {}, 10);
      options.onSkipped(answer.slice(0, 200));
    },
  };
}

/** Nothing is configured and nothing is required. */
export const noScanner: VirusScanner = { scan: () => Promise.resolve() };

/** The daemon's answer; where there is none, why. */
function ask({ host, port, timeoutMs = 15_000 }: ClamdOptions, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ host, port });
    const end = (told: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(told);
    };
    const timer = setTimeout(() => end("timed out"), timeoutMs);
    socket.setEncoding("utf8");
    socket.on("error", (error) => end(error.message));
    socket.on("data", (text) => {
      answer += text;
    });
    socket.on("close", () => end(answer.endsWith("\0") ? answer.slice(0, -1) : "closed without a whole answer"));
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const chunk = bytes.subarray(at, at + CHUNK_BYTES);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
