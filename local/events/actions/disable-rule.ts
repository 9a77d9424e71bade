import { switchRule } from '../switch-rule.ts';

/** Lets a rule match nothing until it is enabled. */
export const disableRule = switchRule('DisableRule', false);
