import type * as site from '@marquee/site/browser/chat/protocol.ts';
import { expectTypeOf, test } from 'vitest';
import type * as answer from '../../../services/chat/model/answer.ts';
import type * as message from '../../../services/chat/model/message.ts';

test('what the chat of the site reads is what the chat’s services write', () => {
  expectTypeOf<message.Message>().toExtend<site.Message>();
  expectTypeOf<site.Message>().toExtend<message.Message>();
  expectTypeOf<answer.Answer>().toExtend<site.Answer>();
  expectTypeOf<site.Answer>().toExtend<answer.Answer>();
  expectTypeOf<site.Outcome>().toEqualTypeOf<answer.Outcome>();
  expectTypeOf<site.Suggestion['do']>().toEqualTypeOf<answer.Suggestion['do']>();
});
