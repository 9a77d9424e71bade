import type { Library } from '../library.ts';
import type { Asked } from '../understood.ts';

/** What a question may mean in its conversation, the likeliest first; the last one is the question as it was typed. */
export const recall = ({ text }: Asked, _library: Library): string[] => [text];
