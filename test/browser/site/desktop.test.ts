import { describe } from 'vitest';
import { everyPageIsSoundAt } from './sound.ts';

describe('on a desk', () => everyPageIsSoundAt(1440, 900));
