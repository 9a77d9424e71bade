import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { publish } from '../../shared/publish.ts';
import { stream } from '../../shared/stream.ts';
import { log } from '../../shared/task.ts';
import { setAside } from '../set-aside.ts';
import { createRelayContentChange, StreamBatch } from './step.ts';

export const handler = stream(
  StreamBatch,
  createRelayContentChange({
    plain: (image) => unmarshall(image as Record<string, AttributeValue>),
    announce: ({ contract, detail }) => publish(contract, detail),
    setAside,
    log,
  }),
);
