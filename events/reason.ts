import * as z from 'zod';

/** Why something was refused or failed, in words for the person who can do something about it. */
export const Reason = z.object({
  code: z.string().min(1).describe('Stable name of the reason, in kebab case.'),
  message: z.string().min(1).describe('What is wrong, as a sentence.'),
  remedy: z.string().min(1).optional().describe('What to do about it, as a sentence.'),
});
export type Reason = z.infer<typeof Reason>;
