// Runs the corpus through promptfoo and through Parley and prints where their verdicts are different.
//
//   node bench/promptfoo/compare.mjs [--data FOLDER]
//
// promptfoo comes from npm, into a temporary folder. Parley is the platform that ./parley up started, or the one that
// PARLEY_URL names. Ends with 0 if every difference is one of differences.json, which says why each is meant.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "0.121.20";
const here = dirname(fileURLToPath(import.meta.url));
const parley = join(here, "..", "..", "parley");
const corpus = join(here, "corpus");
const options = process.argv.slice(2);

function install(folder) {
  const installed = process.env.PROMPTFOO_FOLDER;
  if (installed) return join(installed, "node_modules", "promptfoo");
  console.error(`installing promptfoo ${VERSION}`);
  const packages = ["install", `promptfoo@${VERSION}`, "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts"];
  execFileSync("npm", packages, { stdio: ["ignore", "ignore", "inherit"] });
  return join(folder, "node_modules", "promptfoo");
}

function verdictsOfPromptfoo(promptfoo, file, folder) {
  const results = join(folder, `promptfoo-${basename(file)}.json`);
  const env = {
    ...process.env,
    PROMPTFOO_CONFIG_DIR: folder,
    PROMPTFOO_DISABLE_TELEMETRY: "1",
    PROMPTFOO_DISABLE_UPDATE: "1",
  };
  const { bin } = JSON.parse(readFileSync(join(promptfoo, "package.json"), "utf8"));
  const command = [join(promptfoo, bin.promptfoo), "eval", "-c", file, "-o", results, "--no-cache", "--no-write", "--no-table"];
  spawnSync(process.execPath, command, { env, cwd: corpus, stdio: "ignore" });
  const read = JSON.parse(readFileSync(results, "utf8")).results.results;
  return read.map((result) => ({
    name: result.testCase.description,
    said: result.prompt.raw,
    verdict: result.success ? "PASS" : result.failureReason === 2 ? "ERROR" : "FAIL",
    types: (result.testCase.assert ?? []).map((assertion) => assertion.type),
    reason: result.error ?? result.gradingResult?.reason,
  }));
}

function verdictsOfParley(file, folder) {
  const results = join(folder, `parley-${basename(file)}.json`);
  const run = spawnSync(parley, ["run", file, "--json", results, ...options], { encoding: "utf8" });
  if (run.status > 1) throw new Error(run.stderr || run.stdout);
  const { runs } = JSON.parse(readFileSync(results, "utf8"));
  return runs.flatMap(({ executions }) => executions).map((execution) => ({
    name: execution.case.split(": said=")[0].replace(/ \(\d+\)$/, ""),
    said: execution.transcript?.exchanges?.[0]?.user ?? execution.vars?.said,
    verdict: execution.verdict,
    reason: (execution.results ?? []).filter((result) => result.verdict !== "PASS").map((result) => result.reason)[0],
  }));
}

/** By their names; cases of the same name are told apart by what was said. */
function keyed(verdicts) {
  const times = (name) => verdicts.filter((verdict) => verdict.name === name).length;
  return new Map(verdicts.map((verdict) => [times(verdict.name) === 1 ? verdict.name : `${verdict.name} | ${verdict.said}`, verdict]));
}

function told(who, verdict) {
  const reason = (verdict?.reason ?? "").replace(/\s+/g, " ").slice(0, 160);
  return `      ${who.padEnd(9)} ${verdict?.verdict ?? "has no such case"} ${reason}`;
}

const folder = mkdtempSync(join(tmpdir(), "parley-promptfoo-"));
try {
  const promptfoo = install(folder);
  const known = JSON.parse(readFileSync(join(here, "differences.json"), "utf8"));
  const met = new Set();
  let cases = 0, assertions = 0, unknown = 0;
  for (const name of readdirSync(corpus).filter((each) => each.endsWith(".yaml"))) {
    const theirs = keyed(verdictsOfPromptfoo(promptfoo, join(corpus, name), folder));
    const ours = keyed(verdictsOfParley(join(corpus, name), folder));
    for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
      const their = theirs.get(key), our = ours.get(key);
      cases += 1;
      assertions += their?.types.length ?? 0;
      if (their?.verdict === our?.verdict) continue;
      const why = known[their?.name ?? our.name];
      if (why) met.add(their?.name ?? our.name);
      else unknown += 1;
      console.log(`${why ? "known" : "NEW  "} ${name} ${key}`);
      console.log(told("promptfoo", their));
      console.log(told("Parley", our));
      if (why) console.log(`      ${why}`);
    }
  }
  const gone = Object.keys(known).filter((each) => !met.has(each));
  gone.forEach((each) => console.log(`GONE  ${each}: no difference any more; take it out of differences.json`));
  console.log(`${cases} cases, ${assertions} assertions: ${met.size} known differences, ${unknown} new ones`);
  process.exitCode = unknown || gone.length ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
