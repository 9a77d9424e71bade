import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { OpenRoute } from '../shared/http-route.ts';
import { Nanoservice } from '../shared/nanoservice.ts';
import type { SignInStack } from '../sign-in/sign-in-stack.ts';
import { STUDIO_ORIGIN } from '../site/site-stack.ts';

export interface StudioStackProps {
  readonly signIn: SignInStack;
  readonly uploads: IBucket;
  readonly siteUrl: string;
}

/** What editors work with: a page and its files, which ask the same API as everybody. */
export class StudioStack extends Stack {
  constructor(scope: Construct, id: string, { signIn, uploads, siteUrl }: StudioStackProps) {
    super(scope, id);
    const service = new Nanoservice(this, 'ServeStudio', {
      service: 'studio/serve-studio',
      environment: {
        SIGN_IN_URL: signIn.pagesUrl,
        CLIENT_ID: signIn.clientId,
        // Uploads go to it directly, which the page's policy has to allow.
        UPLOADS_BUCKET: uploads.bucketName,
      },
    });
    new OpenRoute(
      this,
      'Files',
      signIn.api,
      `GET ${STUDIO_ORIGIN}/{file+}`,
      service,
      'The page and its files say nothing of anybody: what they show is asked for with a token.',
    );
    new CfnOutput(this, 'StudioUrl', { value: `${siteUrl}/studio` });
  }
}
