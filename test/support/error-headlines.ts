import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text in the sources, as a person would see it: without marks of code, with `…` for what is filled in. */
export interface SourceText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What is thrown, and every text that could be part of a message, in the TypeScript below a folder. */
export function readMessages(root: string): {
  readonly headlines: readonly SourceText[];
  readonly warnings: readonly SourceText[];
  readonly texts: readonly SourceText[];
} {
  const headlines: SourceText[] = [];
  const warnings: SourceText[] = [];
  const texts: SourceText[] = [];
  const files = globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('help-entries.ts'))
    .map((file) =>
      ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true),
    );
  const errorClasses = classesOf('ActionError', files);
  for (const file of files) {
    const at = (node: ts.Node, text: string): SourceText => ({
      file: file.fileName,
      line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      text,
    });
    const visit = (node: ts.Node): void => {
      const headline = headlineOf(node, errorClasses);
      if (headline !== undefined)
        for (const text of textsOf(headline, node, file)) headlines.push(at(node, text));
      const warning = warningOf(node);
      if (warning !== undefined)
        for (const text of textsOf(warning, node, file)) warnings.push(at(node, text));
      if (isText(node)) texts.push(at(node, textOf(node)));
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { headlines, warnings, texts };
}

/** A class and all that extend it and take the headline first, which one that makes its own headline does not. */
function classesOf(base: string, files: readonly ts.SourceFile[]): ReadonlySet<string> {
  const found = new Set([base]);
  const declared = files.flatMap((file) => file.statements.filter(ts.isClassDeclaration));
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { name, heritageClauses, members } of declared) {
      const parent = heritageClauses?.[0]?.types[0]?.expression.getText();
      const isOne = name !== undefined && parent !== undefined && found.has(parent);
      if (isOne && !makesHeadline(members)) found.add(name.text);
    }
  }
  return found;
}

function makesHeadline(members: ts.NodeArray<ts.ClassElement>): boolean {
  const statements = members.find(ts.isConstructorDeclaration)?.body?.statements ?? [];
  return statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isCallExpression(statement.expression) &&
      statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword &&
      statement.expression.arguments[0] !== undefined &&
      isText(statement.expression.arguments[0]),
  );
}

/** The first argument of `new SomeError(…)`, or of `super(…)` in such a class. */
function headlineOf(node: ts.Node, errorClasses: ReadonlySet<string>): ts.Expression | undefined {
  if (ts.isNewExpression(node) && errorClasses.has(node.expression.getText())) return node.arguments?.[0];
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return undefined;
  const parent = ts.findAncestor(node, ts.isClassDeclaration)?.heritageClauses?.[0]?.types[0]?.expression;
  const isOne = parent !== undefined && errorClasses.has(parent.getText());
  return isOne ? node.arguments[0] : undefined;
}

function warningOf(node: ts.Node): ts.Expression | undefined {
  const isOne = ts.isCallExpression(node) && /\blog\.warning$/.test(node.expression.getText());
  return isOne ? node.arguments[0] : undefined;
}

/** All that an expression can be; nothing where that depends on the caller. */
function textsOf(expression: ts.Expression, user: ts.Node, file: ts.SourceFile): readonly string[] {
  if (isText(expression))
    return [textOf(expression)].filter((text) => /\w/.test(text.split('\n', 1)[0] ?? ''));
  if (ts.isConditionalExpression(expression))
    return [expression.whenTrue, expression.whenFalse].flatMap((branch) => textsOf(branch, user, file));
  const name = ts.isCallExpression(expression) ? expression.expression : expression;
  if (!ts.isIdentifier(name)) return [];
  return valuesOf(name.text, file).flatMap((value) => textsOf(value, user, file));
}

/** What the constants of a name in a file hold, or return. */
function valuesOf(name: string, file: ts.SourceFile): readonly ts.Expression[] {
  const values: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer !== undefined) {
      const { initializer } = node;
      const value = ts.isArrowFunction(initializer) ? initializer.body : initializer;
      if (!ts.isBlock(value)) values.push(value);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return values;
}

function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteral {
  return (
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
  );
}

function textOf(node: ts.StringLiteral | ts.TemplateLiteral): string {
  const text = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    : node.text;
  return text.replaceAll('`', '');
}
