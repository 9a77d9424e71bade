import { FaqDraftRequested } from '@marquee/events/schemas/faq-draft-requested.ts';
import { api } from '../../shared/api.ts';
import { publish } from '../../shared/publish.ts';
import { changeGap, readAsks, readGap } from '../store/gaps.ts';
import { tools } from '../wiring.ts';
import { createDraftAnswer, DraftAnswerInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: DraftAnswerInput, status: 202 },
  createDraftAnswer({
    ...tools,
    readGap,
    readAsks,
    changeGap,
    publish: (detail) => publish(FaqDraftRequested, detail),
  }),
);
