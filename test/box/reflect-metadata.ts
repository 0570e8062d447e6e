/**
 * The two functions that tsyringe, a dependency of @peculiar/x509, calls of the Reflect metadata proposal when it
 * loads. No class of x509 has metadata that anyone reads, so the answer is always "none".
 */
const none = (): undefined => undefined;
Object.assign(Reflect, { getMetadata: none, getOwnMetadata: none, ...Reflect });
