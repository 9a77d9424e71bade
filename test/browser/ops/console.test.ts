import { describe } from 'vitest';
import { busTests } from './bus.ts';
import { executionTests } from './execution.ts';
import { executionsTests } from './executions.ts';
import { openScene } from './scene.ts';
import { servicesTests } from './services.ts';
import { storiesTests } from './stories.ts';
import { wayOnTests } from './way-on.ts';

// One running system for all screens: starting it takes longer than most of the tests.
const opened = openScene();

describe('the list of executions', () => executionsTests(opened));
describe('one execution', () => executionTests(opened));
describe('stories', () => storiesTests(opened));
describe('the way on', () => wayOnTests(opened));
describe('services and their cost', () => servicesTests(opened));
describe('the bus', () => busTests(opened));
