import { Duration } from 'aws-cdk-lib';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../shared/private-bucket.ts';

/** Originals below `uploads/`; what was refused below `quarantine/`, kept for 90 days. */
export class Uploads extends PrivateBucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      // As long as the ticket of an upload in parts.
      unfinishedAfter: Duration.days(7),
      lifecycleRules: [{ prefix: 'quarantine/', expiration: Duration.days(90) }],
      // A browser posts its form from whatever page it is on; the ticket's signature says what may be stored.
      cors: [
        {
          allowedMethods: [HttpMethods.POST, HttpMethods.PUT],
          allowedOrigins: ['*'],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
    });
    this.announceChanges();
  }
}
