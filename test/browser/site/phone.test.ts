import { describe } from 'vitest';
import { everyPageIsSoundAt } from './sound.ts';

describe('on a phone', () => everyPageIsSoundAt(390, 844));
