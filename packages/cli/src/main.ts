import { processIo } from "./process-io.js";
import { exitCodes } from "./report.js";
import { run } from "./run.js";

// So that what is told of an app names its sources, and not what was built of them.
process.setSourceMapsEnabled(true);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads the result may stop early, as `head` does.
  if (error.code === "EPIPE") return;
  process.stderr.write(`holdfast: The result could not be written: ${error.message}\n`);
  process.exit(exitCodes.failed);
});

const code = await run(process.argv.slice(2), processIo());

// An app may leave timers and connections behind; what was written must still get out.
await Promise.all([process.stdout, process.stderr].map(flushed));
process.exit(code);

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write("", () => resolve());
  });
}
