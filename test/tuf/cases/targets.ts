import { sha256 } from '../../box/tuf-repository.ts';
import { type Cases, image, imageName, type TufCase } from '../case.ts';

const named = (name: string): TufCase => ({
  build: { targets: { [name]: image } },
  wanted: [name],
});
/** As tuftool takes the name apart. */
const servedAs = (name: string): TufCase => ({
  serve: () => ({ [`targets/${sha256(image)}.${name}`]: image }),
});
const flat = "stricter: Bottlerocket's names are flat, and nothing may leave the destination";

/** Names of targets (TUF specification §4.5), and what is asked for. */
export const targetCases: Cases = {
  'a name that nobody signs': { wanted: ['bottlerocket-vmware-k8s-1.33-x86_64-v9.9.9.ova'] },
  'two names, the second is not signed': {
    wanted: [imageName, 'bottlerocket-vmware-k8s-1.33-x86_64-v9.9.9.ova'],
  },
  'two names, both signed': {
    build: { targets: { [imageName]: image, b: image } },
    wanted: [imageName, 'b'],
  },
  'the same bytes under two names': {
    build: { targets: { [imageName]: image, b: image } },
    wanted: ['b'],
  },
  'the name sub/x': { ...named('sub/x'), why: flat },
  'the name ../x': { ...named('../x'), ...servedAs('x'), why: flat },
  'the name a/../b': { ...named('a/../b'), ...servedAs('b'), why: flat },
  'the name /abs/x': named('/abs/x'),
  'the name ..': { build: { targets: { [imageName]: image, '..': image } } },
  'an empty name': { build: { targets: { [imageName]: image, '': image } } },
  'a name with #': named('a#b'),
  'a name with ?': { ...named('a?b'), why: flat },
  'a name with \\': named('a\\b'),
  'a name with a space': { ...named('a b'), why: flat },
  'a name with a colon': { ...named('a:b'), why: flat },
  'a name with %2e%2e%2f': { ...named('%2e%2e%2fx'), why: flat },
  'a name with é': { ...named('é'), why: flat },
  'the name __proto__': {
    build: {
      edit: {
        targets: ({ targets }) => {
          const target = { length: image.length, hashes: { sha256: sha256(image) } };
          Object.defineProperty(targets, '__proto__', { value: target, enumerable: true });
        },
      },
    },
    ...servedAs('__proto__'),
    wanted: ['__proto__'],
    why: 'stricter: such a name is an attack on JavaScript, and Bottlerocket has none',
  },
  'the name constructor': named('constructor'),
  'a name that is not in NFC': named('e\u0301'),
  'a name that begins with a hyphen': { ...named('-x'), why: flat },
};
