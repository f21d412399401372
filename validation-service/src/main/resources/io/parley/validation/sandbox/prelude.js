// Runs once in a new engine, before its memory is copied; every evaluation starts from that copy.
const host = globalThis.java_invoke;
const Compiled = Function;
const { parse, stringify } = JSON;
const { isArray } = Array;
const text = String;

for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (/java|javy|plugin/i.test(name)) delete globalThis[name];
}
const silent = () => {};
globalThis.console = { log: silent, info: silent, warn: silent, error: silent, debug: silent };

// Where suites are imported, scripts are compiled as the engine's modules are: those are strict.
const STRICT = '"use strict";';
const EXPRESSION = STRICT + "return (";

/**
 * Line and column in the script: the engine puts two lines before it, and the first line of a script has some characters before it. Of
 * a syntax error the engine knows the line only.
 */
const place = (kind, error, offset) => {
  const found = /<input>:(\d+):(\d+)/.exec(text(error.stack));
  const line = found ? found[1] - 2 : 0;
  if (line < 1) return [];
  return kind === "syntax" ? [line] : [line, line === 1 ? found[2] - offset : +found[2]];
};

const failure = (kind, error, offset) => {
  try {
    return { kind, message: text(error).slice(0, 1000), place: error instanceof Error ? place(kind, error, offset) : [] };
  } catch {
    return { kind, message: "something that has no text", place: [] };
  }
};

const compile = (script) => {
  try {
    return { call: new Compiled("output", "json", "turns", EXPRESSION + script + "\n)"), offset: EXPRESSION.length };
  } catch {
    return { call: new Compiled("output", "json", "turns", STRICT + script), offset: STRICT.length };
  }
};

/** A script that does not name it is not given it. */
const parsed = (json) => {
  try {
    return parse(json);
  } catch {
    return null;
  }
};

const returned = (value) => {
  const kind = value === null ? "null" : isArray(value) ? "array" : typeof value;
  if (kind === "boolean" || kind === "number") return { kind, value };
  if (kind !== "object" || typeof value.then === "function") return { kind: "other", message: kind === "object" ? "promise" : kind };
  return { kind, pass: value.pass, score: value.score, reason: value.reason };
};

const evaluate = ({ script, output, json, turns }) => {
  let compiled;
  try {
    compiled = compile(script);
  } catch (error) {
    return failure("syntax", error, 0);
  }
  try {
    return returned(compiled.call(output, parsed(json), turns));
  } catch (error) {
    return failure("thrown", error, compiled.offset);
  }
};

globalThis.run = () => {
  delete globalThis.run;
  host("", "output", stringify(evaluate(parse(host("", "input", "")))));
};
