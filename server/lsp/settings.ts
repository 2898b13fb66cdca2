// Settings as a client sends them, which a person wrote: what has the wrong type counts as not set.

import type { ServerSettings } from "./protocol.ts";

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The part named `asmoscope` of what a change of settings brings; undefined when it has none. */
export const settingsIn = (given: unknown): unknown => (isObject(given) ? given.asmoscope : undefined);

/** Takes anything. */
export function readSettings(given: unknown): ServerSettings {
  if (!isObject(given)) return {};
  const { mode, inlayHints, findingPages, baseline } = given;
  return {
    includePath: texts(given.includePath),
    defines: texts(given.defines),
    mode: String(mode) === "32" ? "32" : String(mode) === "64" ? "64" : "auto",
    ...(Array.isArray(inlayHints) ? { inlayHints: texts(inlayHints) } : {}),
    codeLens: given.codeLens !== false,
    diagnostics: given.diagnostics !== false,
    ignoreFindings: texts(given.ignoreFindings),
    lensCommands: given.lensCommands === true,
    ...(typeof baseline === "string" ? { baseline } : {}),
    ...(typeof findingPages === "string" ? { findingPages } : {}),
  };
}
