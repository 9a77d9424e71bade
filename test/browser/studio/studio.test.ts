import { describe } from 'vitest';
import { dayTests } from './day-tests.ts';
import { libraryTests } from './library-tests.ts';
import { pagesTests } from './pages-tests.ts';
import { questionsTests } from './questions-tests.ts';
import { releasesTests } from './releases-tests.ts';
import { openScene } from './scene.ts';
import { signInTests } from './sign-in-tests.ts';

// One running system for all screens: starting it takes longer than most of the tests.
const opened = openScene();

describe('the library', () => libraryTests(opened));
describe('what fans ask', () => questionsTests(opened));
describe('pages', () => pagesTests(opened));
describe('releases', () => releasesTests(opened));
describe('signing in', () => signInTests(opened));
describe('a day', () => dayTests(opened));
