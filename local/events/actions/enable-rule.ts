import { switchRule } from '../switch-rule.ts';

/** Lets a rule match again. */
export const enableRule = switchRule('EnableRule', true);
