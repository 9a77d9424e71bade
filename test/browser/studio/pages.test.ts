import { describe } from 'vitest';
import { pagesTests } from './pages-tests.ts';
import { openScene } from './scene.ts';

describe('pages', () => pagesTests(openScene()));
