import type { Topic } from './topic.ts';
import { TOPICS_OF_MORE } from './topics-of-more.ts';
import { TOPICS_OF_WATCHING } from './topics-of-watching.ts';

export const TOPICS: readonly Topic[] = [...TOPICS_OF_WATCHING, ...TOPICS_OF_MORE];
