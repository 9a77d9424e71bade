import { useEditorWords } from '../words.ts';

/** How much of what it may hold a text holds. */
export const Count = ({ text, limit }: { text: string; limit: number }) => (
  <span className={text.length > limit ? 'count over' : 'count'}>{useEditorWords().counted(text.length, limit)}</span>
);
