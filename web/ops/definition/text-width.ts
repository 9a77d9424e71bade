/** Advances of Geist at weight 560, in thousandths of its size, from the space to the tilde; measured in a browser. */
const ADVANCES = [
  238, 237, 370, 537, 651, 814, 666, 191, 300, 300, 426, 564, 220, 418, 220, 502, 679, 419, 637, 633, 637, 650, 611,
  535, 636, 613, 304, 304, 547, 546, 547, 576, 936, 701, 692, 720, 706, 613, 598, 720, 717, 286, 613, 666, 585, 897,
  747, 759, 662, 752, 685, 662, 577, 697, 701, 982, 650, 605, 571, 370, 479, 370, 445, 559, 264, 574, 616, 574, 616,
  585, 423, 615, 597, 264, 298, 620, 291, 889, 597, 597, 616, 616, 403, 547, 420, 592, 575, 835, 620, 563, 561, 399,
  280, 399, 523,
];

/** Anything else is taken to be as wide as a wide letter, or as an ideogram. */
const advanceOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return ADVANCES[code - 32] ?? (code < 0x1100 || character === '…' ? 840 : 1100);
};

/** Pixels that a line of the interface takes at `size` pixels; at most a little more than it does. */
export const textWidth = (text: string, size: number): number =>
  ([...text].reduce((sum, character) => sum + advanceOf(character), 0) * size) / 1000;
