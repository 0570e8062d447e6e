/**
 * A guest of a few hundred bytes that does what every guest does before its kernel says a word: it enters long mode
 * on page tables of its own, then runs `lock cmpxchg16b`, SSE2 and the saving of the SSE state, and looks at what
 * they did. There are machines whose KVM opens and runs real mode well, and on which exactly this kills the guest.
 * It stands in for the firmware, so it starts at the reset vector and is done in a moment: where KVM itself emulates
 * the processor, a BIOS alone takes seconds.
 *
 * It leaves through QEMU's `isa-debug-exit` device; the exit status of QEMU is then `(value << 1) | 1`.
 */

/** Of the device that ends QEMU: `-device isa-debug-exit,iobase=0xf4,iosize=0x04`. */
export const exitPort = 0xf4;

const checks = { cmpxchg16b: 0x31, sse2: 0x32, fxsave: 0x33 } as const;
const passed = 0x2a;

export type GuestCheck = keyof typeof checks;

/** Exit status of QEMU after a guest that passed every check. */
export const passedStatus = statusOf(passed);

/** Which check failed, by the exit status of QEMU. */
export function failedCheck(status: number | null): GuestCheck | undefined {
  for (const name of ['cmpxchg16b', 'sse2', 'fxsave'] as const)
    if (statusOf(checks[name]) === status) return name;
  return undefined;
}

function statusOf(value: number): number {
  return (value << 1) | 1;
}

/** The firmware is one segment below 1 MiB; its last 16 bytes are where a processor starts. */
const romBytes = 0x1_0000;
const romBase = 0xf_0000;
const resetVector = 0xfff0;

/** Where the tables and the data of the guest are. */
const pml4 = 0x1000;
const pageDirectoryPointers = 0x2000;
const pageDirectory = 0x3000;
const data = 0x600;

/** A piece of machine code, and what it says in assembler (Intel SDM, volume 2). */
type Line = readonly [code: string, assembler: string];

/** Up to long mode, 16 bit. `GDTR`, `CODE` stand for addresses that {@link kvmGuest} knows. */
const realMode: readonly Line[] = [
  ['fa', 'cli'],
  ['fc', 'cld'],
  ['31 c0', 'xor ax, ax'],
  ['8e d8', 'mov ds, ax'],
  ['8e c0', 'mov es, ax'],
  ['8e d0', 'mov ss, ax'],
  [`bf ${word(pml4)}`, 'mov di, pml4'],
  [`b9 ${word(0x1800)}`, 'mov cx, 0x1800: three pages in words'],
  ['f3 ab', 'rep stosw'],
  [
    `c7 06 ${word(pml4)} ${word(pageDirectoryPointers | 3)}`,
    'mov word [pml4], pointers | present | writable',
  ],
  [`c7 06 ${word(pageDirectoryPointers)} ${word(pageDirectory | 3)}`, 'mov word [pointers], directory | 3'],
  [`c7 06 ${word(pageDirectory)} ${word(0x83)}`, 'mov word [directory], 0 | present | writable | 2 MiB page'],
  ['0f 20 e0', 'mov eax, cr4'],
  [`66 0d ${double(0x620)}`, 'or eax, PAE | OSFXSR | OSXMMEXCPT'],
  ['0f 22 e0', 'mov cr4, eax'],
  [`66 b8 ${double(pml4)}`, 'mov eax, pml4'],
  ['0f 22 d8', 'mov cr3, eax'],
  [`66 b9 ${double(0xc000_0080)}`, 'mov ecx, IA32_EFER'],
  ['0f 32', 'rdmsr'],
  [`66 0d ${double(0x100)}`, 'or eax, LME'],
  ['0f 30', 'wrmsr'],
  ['2e 0f 01 16 GDTR', 'lgdt [cs:gdtr]'],
  ['0f 20 c0', 'mov eax, cr0'],
  ['66 83 e0 fb', 'and eax, ~EM'],
  [`66 0d ${double(0x8000_0003)}`, 'or eax, PG | MP | PE'],
  ['0f 22 c0', 'mov cr0, eax'],
  ['66 ea CODE 0f 00 08 00', 'jmp dword 8:code'],
];

/** Long mode. `FAIL` stands for the distance to the exit with the number in `esi`. */
const longMode: readonly Line[] = [
  ['31 c0', 'xor eax, eax'],
  ['8e d8', 'mov ds, eax'],
  ['8e c0', 'mov es, eax'],
  ['8e d0', 'mov ss, eax'],
  [`bf ${double(data)}`, 'mov edi, data'],
  [`be ${double(checks.cmpxchg16b)}`, 'mov esi, number of this check'],
  [`48 c7 07 ${double(1)}`, 'mov qword [rdi], 1'],
  [`48 c7 47 08 ${double(2)}`, 'mov qword [rdi + 8], 2'],
  [`b8 ${double(1)}`, 'mov eax, 1'],
  [`ba ${double(2)}`, 'mov edx, 2'],
  [`bb ${double(3)}`, 'mov ebx, 3'],
  [`b9 ${double(4)}`, 'mov ecx, 4'],
  ['f0 48 0f c7 0f', 'lock cmpxchg16b [rdi]'],
  ['75 FAIL', 'jne fail'],
  ['48 83 3f 03', 'cmp qword [rdi], 3'],
  ['75 FAIL', 'jne fail'],
  ['48 83 7f 08 04', 'cmp qword [rdi + 8], 4'],
  ['75 FAIL', 'jne fail'],
  [`be ${double(checks.sse2)}`, 'mov esi, number of this check'],
  ['0f 28 07', 'movaps xmm0, [rdi]'],
  ['66 0f d4 c0', 'paddq xmm0, xmm0'],
  ['0f 29 47 10', 'movaps [rdi + 16], xmm0'],
  ['48 83 7f 10 06', 'cmp qword [rdi + 16], 6'],
  ['75 FAIL', 'jne fail'],
  ['48 83 7f 18 08', 'cmp qword [rdi + 24], 8'],
  ['75 FAIL', 'jne fail'],
  [`be ${double(checks.fxsave)}`, 'mov esi, number of this check'],
  [`0f ae 87 ${double(0x100)}`, 'fxsave [rdi + 0x100]'],
  ['0f 57 c0', 'xorps xmm0, xmm0'],
  [`0f ae 8f ${double(0x100)}`, 'fxrstor [rdi + 0x100]'],
  ['66 48 0f 7e c0', 'movq rax, xmm0'],
  ['48 83 f8 06', 'cmp rax, 6'],
  ['75 FAIL', 'jne fail'],
  [`be ${double(passed)}`, 'mov esi, number of a guest that passed'],
];

const exit: readonly Line[] = [
  ['89 f0', 'fail: mov eax, esi'],
  [`e6 ${exitPort.toString(16)}`, 'out 0xf4, al'],
  ['f4', 'hlt'],
  ['eb fd', 'jmp hlt'],
];

/**
 * Null, and 64-bit code at privilege level 0 (Intel SDM, volume 3, section 3.4.5). It is marked as accessed, or the
 * processor would mark it, in memory that is read-only.
 */
const descriptors = ['00 00 00 00 00 00 00 00', '00 00 00 00 00 9b 20 00'];

/** `jmp 0xf000:0`: the code is at the start. */
const start = [0xea, 0x00, 0x00, 0x00, 0xf0];

/** The guest as QEMU takes firmware: `-bios`. */
export function kvmGuest(): Buffer {
  const first = lengthOf(realMode);
  const exitAt = first + lengthOf(longMode);
  const table = exitAt + lengthOf(exit);
  const gdt = descriptors.flatMap((text) => text.split(' '));
  const gdtr = table + gdt.length;
  const code: number[] = [];
  for (const [text] of [...realMode, ...longMode, ...exit]) {
    const names: Readonly<Record<string, () => string>> = {
      GDTR: () => word(gdtr),
      CODE: () => word(first),
      FAIL: () => byte(exitAt - code.length - 2),
    };
    const bytes = text.replace(/[A-Z]+/, (name) => names[name]?.() ?? name);
    code.push(...bytes.split(' ').map((digits) => Number.parseInt(digits, 16)));
  }
  const pointer = `${word(gdt.length - 1)} ${double(romBase + table)}`.split(' ');
  code.push(...[...gdt, ...pointer].map((digits) => Number.parseInt(digits, 16)));
  const rom = Buffer.alloc(romBytes);
  rom.set(code);
  rom.set(start, resetVector);
  return rom;
}

function lengthOf(lines: readonly Line[]): number {
  const bytes = lines.map(([code]) => code.replace(/GDTR|CODE/, '00 00').split(' ').length);
  return bytes.reduce((sum, length) => sum + length, 0);
}

/** Little-endian, in hex. */
function double(value: number): string {
  return `${word(value & 0xffff)} ${word(value >>> 16)}`;
}

function word(value: number): string {
  return `${byte(value & 0xff)} ${byte((value >> 8) & 0xff)}`;
}

function byte(value: number): string {
  return value.toString(16).padStart(2, '0');
}
