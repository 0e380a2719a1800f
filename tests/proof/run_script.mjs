// Runs `main` of a script, with every request sent to the vendors of the test: FILE.
// PORTS holds their ports by host. Prints the text that came back, or the error with a `!` before it.
import { pathToFileURL } from "node:url";

const ports = JSON.parse(process.env.PORTS);
const plain = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const port = ports[url.hostname];
  if (port === undefined) throw new TypeError(`no way to ${url.hostname}`);
  const here = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
  return plain(input instanceof Request ? new Request(here, input) : here, init);
};

const app = await import(pathToFileURL(process.argv[2]).href);
let said;
try {
  said = await (app.main ?? app.default.main)("?");
} catch (error) {
  said = `! ${error.name}`;
}
process.stdout.write(`\n${JSON.stringify(said)}\n`, () => process.exit(0));
