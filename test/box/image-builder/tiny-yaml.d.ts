declare module '*/tiny/yaml.mjs' {
  export function readYaml(text: string): unknown;
}
