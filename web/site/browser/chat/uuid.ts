/** A name for a turn that no other has. */
export const uuid = (): string =>
  // Only a secure context has it; a laptop reached by its address in the house is none.
  crypto.randomUUID?.() ??
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (Number(digit) ^ ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & (15 >> (Number(digit) / 4)))).toString(16),
  );
