/** `sigs.k8s.io/yaml` and the walk through what it gives. */

import { readYaml } from '../build-tooling/projects/kubernetes-sigs/image-builder/build/tiny/yaml.mjs';
import { jsonKind } from './go-json.ts';
import { GoError } from './go-runtime.ts';

/**
 * An empty document is an empty struct, and only a mapping fits into one. Every scalar stays text, as in the string fields of
 * the Go structs.
 * @param type the Go struct of package v1alpha1 that the error names
 */
export async function decodeYaml(text: string, type: string): Promise<unknown> {
  if (text.trim() === '') return {};
  // A manifest as AWS writes it; the full parser takes thirty times as long and is kept for what somebody broke.
  if (/^apiVersion: \S+\nkind: \S+\nmetadata:\n/.test(text)) return readYaml(text);
  const { parse, YAMLParseError } = await import('yaml');
  let parsed: unknown;
  try {
    // Of two equal keys the last one wins.
    parsed = parse(text, { schema: 'failsafe', uniqueKeys: false });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const reason = `yaml: line ${error.linePos?.[0].line ?? 1}: ${error.code}`;
    throw new GoError(`error converting YAML to JSON: ${reason}`);
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw new GoError(
    `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${jsonKind(parsed)} into Go value of type v1alpha1.${type}`,
  );
}

export function child(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  return new Map<string, unknown>(Object.entries(node)).get(key);
}

export function scalar(node: unknown, key: string): string {
  const value = child(node, key);
  return typeof value === 'string' ? value : '';
}

export function sequence(node: unknown, key: string): readonly unknown[] {
  const value = child(node, key);
  return Array.isArray(value) ? value : [];
}
