/** The version of this suite, as package.json has it: another version may build another image. */
export const suiteVersion = '0.1.0';
