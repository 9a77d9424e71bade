import { subscriber } from '../../shared/subscriber.ts';
import { countAsked } from '../store/asked.ts';
import { readTurn } from '../store/conversations.ts';
import { pause, tools } from '../wiring.ts';
import { AnsweredEvent, createCountQuestion } from './step.ts';

export const handler = subscriber(AnsweredEvent, createCountQuestion({ ...tools, readTurn, countAsked, pause }));
