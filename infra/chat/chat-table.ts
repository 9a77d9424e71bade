import type { Construct } from 'constructs';
import { ListedTable } from '../shared/listed-table.ts';

/** Conversations, tickets and unanswered questions; `byState` lists what waits for somebody. Everything of a fan's is deleted by its time. */
export class ChatTable extends ListedTable {
  constructor(scope: Construct, id: string) {
    super(scope, id, { index: 'byState', timeToLiveAttribute: 'expiresAt' });
  }
}
