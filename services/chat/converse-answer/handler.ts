import { variable } from '../../shared/environment.ts';
import { log, task } from '../../shared/task.ts';
import { ComposeAnswerInput } from '../compose-answer/step.ts';
import { ChatModel, createConverse, openBedrock } from '../store/bedrock.ts';
import { readTurn } from '../store/conversations.ts';
import { streamParts } from '../stream-parts.ts';
import { after, changing } from '../wiring.ts';
import { createConverseAnswer } from './step.ts';

const converse = createConverse(openBedrock(), ChatModel.parse(JSON.parse(variable('CHAT_MODEL'))));
const tell = streamParts.bind(undefined, { ...changing, readTurn });

export const handler = task(ComposeAnswerInput, createConverseAnswer({ converse, readTurn, tell, after, log }));
