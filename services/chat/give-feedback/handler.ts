import { FeedbackGiven } from '@marquee/events/schemas/feedback-given.ts';
import { openApi } from '../../shared/open-api.ts';
import { publish } from '../../shared/publish.ts';
import { read, readTurn } from '../store/conversations.ts';
import { putFeedback } from '../store/feedback.ts';
import { tokens } from '../wiring.ts';
import { createGiveFeedback, GiveFeedbackInput } from './step.ts';

const deps = { ...tokens, read, readTurn, putFeedback };

export const handler = openApi(
  { input: GiveFeedbackInput, status: 200 },
  createGiveFeedback({ ...deps, publish: (detail) => publish(FeedbackGiven, detail) }),
);
