/** Orders keys as S3 does: by their UTF-8 bytes. Differs from `<` only where surrogate pairs meet the end of the BMP. */
export const byUtf8 = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left === right) continue;
    const [leftPair, rightPair] = [isSurrogate(left), isSurrogate(right)];
    if (leftPair !== rightPair) return leftPair ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
};

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
