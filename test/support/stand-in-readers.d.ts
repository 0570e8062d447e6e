declare module '*/build/readers.mjs' {
  export function sedReplacement(replacement: string, matched: string): string;
  export function packerVariables(...texts: readonly string[]): Record<string, string>;
  export function packerPath(address: string): string;
  export function ansibleWords(text: string): Record<string, string>;
  export function shellWords(text: string): string[];
  export function sshOptions(words: readonly string[]): Record<string, string>;
  export function singleQuoted(text: string): string | undefined;
}
