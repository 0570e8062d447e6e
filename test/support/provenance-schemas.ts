import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const folder = resolve(import.meta.dirname, '../fixtures/provenance');
const schema = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, schemas: [schema('statement-v1'), schema('slsa-provenance-v1')] });

/** What is wrong with a statement by the specifications of in-toto and SLSA; empty for a right one. */
export function statementProblems(statement: { readonly predicate?: unknown }): readonly string[] {
  return [
    ...problemsBy('statement-v1', statement),
    ...problemsBy('slsa-provenance-v1', statement.predicate ?? {}),
  ];
}

function problemsBy(id: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`no schema ${id}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${id}${instancePath}: ${message}`);
}
